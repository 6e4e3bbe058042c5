import assert from 'node:assert/strict';
import { contest, isQuiet, leastRounds, ratios, summary } from '../../bench/contest.mjs';
import { makeLog } from '../../bench/corpora.mjs';
import { goals, hostileGoals, judge, type Goal } from '../../bench/goals.mjs';
import { scanTokens } from '../../src/core/detect/scan';

describe('the bench', () => {
  it('sums up values by their minimum, median and maximum', () => {
    assert.deepEqual(summary([3, 1, 2]), { min: 1, median: 2, max: 3 });
    assert.deepEqual(summary([4, 1, 2, 3]), { min: 1, median: 2.5, max: 4 });
  });

  it('lets contenders take turns, with another one first in each round, after a round that does not count', async () => {
    const order: string[] = [];
    const run = (name: string) => (): number => order.push(name);
    const times = await contest({ a: run('a'), b: run('b'), c: run('c') }, 1);
    assert.equal(times.a.length, leastRounds);
    assert.deepEqual(order.slice(0, 9).join(''), 'abcbcacab');
    assert.deepEqual([times.a[0], times.b[0], times.c[0]], [6, 4, 5]);
  });

  it('takes ratios inside each round', () => {
    const times = { ours: [1, 2, 4], theirs: [3, 2, 8] };
    assert.deepEqual(ratios(times, 'ours', 'theirs'), { min: 1, median: 2, max: 3 });
  });

  it('believes no machine on which one and the same differ', () => {
    assert.equal(isQuiet(summary([0.9, 1, 1.2])), true);
    for (const median of [0.92, 1.08]) assert.equal(isQuiet({ min: median, median, max: median }), false);
  });

  it('judges a median against what is wanted of it, and says where a peer is missing', () => {
    const value = { min: 0, median: 2, max: 9 };
    const goal = (limits: Partial<Goal>): Goal => ({ number: '1', what: 'x', read: () => value, ...limits });
    assert.equal(judge(goal({ least: 2 }), {}).verdict, 'met');
    assert.equal(judge(goal({ least: 2.1 }), {}).verdict, 'missed');
    assert.equal(judge(goal({ most: 2 }), {}).verdict, 'met');
    assert.equal(judge(goal({ most: 1.9 }), {}).verdict, 'missed');
    assert.equal(judge(goal({}), {}).verdict, 'told');
    assert.equal(judge(goal({ least: 1, read: () => undefined }), {}).verdict, 'peer missing');
  });

  it('has a goal for every hostile text, and one against ripgrep where that could find as much', () => {
    const rows = hostileGoals({ dots: { ripgrep: {} }, braces: {} });
    assert.deepEqual(
      rows.map(({ what }) => what),
      ['dots: ten times the text takes', 'dots: × ripgrep', 'braces: ten times the text takes'],
    );
    assert.ok(goals.some(({ number }) => number === '9'));
  });

  it('makes the same log of the same seed, with tokens where it says', () => {
    const log = makeLog({ seed: 1, length: 300_000, every: 2000 });
    assert.ok(log.bytes.equals(makeLog({ seed: 1, length: 300_000, every: 2000 }).bytes));
    assert.ok(log.planted.length > 100);
    const found = scanTokens(log.text).map(({ start, end }) => ({ start, length: end - start }));
    assert.deepEqual(found, log.planted);
  });
});
