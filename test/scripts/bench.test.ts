import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { contest, isQuiet, leastRounds, percentile, ratios, summary } from '../../bench/contest.mjs';
import { makeLog } from '../../bench/corpora.mjs';
import { goalsOf, judge } from '../../bench/goals.mjs';
import { performanceText } from '../../bench/performanceText.mjs';
import { figure, range } from '../../bench/report.mjs';
import { startupRow } from '../../bench/served/startupTable.mjs';
import { scanTokens } from '../../src/core/detect/scan';

const quiet = { min: 0.9, median: 1, max: 1.2 };
const two = { min: 0, median: 2, max: 9 };

describe('the bench', () => {
  it('sums up values by their minimum, median and maximum', () => {
    assert.deepEqual(summary([3, 1, 2]), { min: 1, median: 2, max: 3 });
    assert.deepEqual(summary([4, 1, 2, 3]), { min: 1, median: 2.5, max: 4 });
  });

  it('knows the value that most do not exceed', () => {
    const values = Array.from({ length: 20 }, (_, n) => 20 - n);
    assert.equal(percentile(values, 0.95), 19);
    assert.equal(percentile(values, 0.5), 10);
    assert.equal(percentile([7], 0.95), 7);
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
    assert.equal(judge({ value: two, least: 2 }), 'met');
    assert.equal(judge({ value: two, least: 2.1 }), 'missed');
    assert.equal(judge({ value: two, most: 2, control: quiet }), 'met');
    assert.equal(judge({ value: two, most: 1.9, control: quiet }), 'missed');
    assert.equal(judge({ value: two }), 'told');
    assert.equal(judge({ most: 1 }), 'peer missing');
  });

  it('gives no verdict on a machine that was too noisy', () => {
    assert.equal(judge({ value: two, most: 2, control: { ...quiet, median: 1.1 } }), 'too noisy');
    assert.equal(judge({ value: two, most: 1, control: { ...quiet, median: 0.9 } }), 'too noisy');
  });

  it('has a row for the growth of each hostile text, and one against ripgrep where that is fair', () => {
    const rows = goalsOf('hostile', {
      dots: { growth: two, ripgrep: two, control: quiet, isPeerLess: false },
      braces: { growth: two, control: quiet, isPeerLess: true },
    });
    assert.deepEqual(
      rows.map(({ what, verdict }) => [what, verdict]),
      [
        ['dots: ten times the text takes', 'met'],
        ['dots: times as fast as ripgrep', 'met'],
        ['braces: ten times the text takes', 'met'],
      ],
    );
  });

  it('leaves no row out where a peer is missing', () => {
    const [ripgrep] = goalsOf('workspace', {
      files: 9,
      search: { control: quiet, recall: two },
      scan: { control: quiet, recall: two },
    });
    assert.deepEqual(
      [ripgrep.what, ripgrep.verdict],
      ['9 files of 10 KB: share of ripgrep’s wall time', 'peer missing'],
    );
  });

  it('writes figures with the digits that count', () => {
    assert.deepEqual([0.006836, 1.0466, 12.345, 2345.6, 1].map(figure), [
      '0.00684',
      '1.05',
      '12.3',
      '2346',
      '1',
    ]);
    assert.equal(range(two), '0 / 2 / 9');
    assert.equal(range({ min: 1, median: 1, max: 1 }), '1');
  });

  it('reads what VS Code says of an extension’s start', () => {
    const table = [
      '| Extension | Eager | Load Code | Call Activate | Finish Activate | Event | By |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| bench.empty | false | 2 | 0 | 1 | api | bench.empty |',
    ].join('\n');
    assert.deepEqual(startupRow(table, 'bench.empty'), { loadCode: 2, callActivate: 0, finishActivate: 1 });
    assert.equal(startupRow(table, 'bench.other'), undefined);
    assert.equal(startupRow('', 'bench.empty'), undefined);
  });

  it('makes the same log of the same seed, with tokens where it says', () => {
    const log = makeLog({ seed: 1, length: 300_000, every: 2000 });
    assert.ok(log.bytes.equals(makeLog({ seed: 1, length: 300_000, every: 2000 }).bytes));
    assert.ok(log.planted.length > 100);
    const found = scanTokens(log.text).map(({ start, end }) => ({ start, length: end - start }));
    assert.deepEqual(found, log.planted);
  });
});

describe('docs/performance.md', () => {
  it('says what the last runs measured', () => {
    const results = JSON.parse(readFileSync('bench/results.json', 'utf8')) as object;
    assert.equal(readFileSync('docs/performance.md', 'utf8'), performanceText(results));
  });

  it('counts a goal as its rows fared, and says what was not measured', () => {
    const rows = [
      { number: '6', what: 'one', value: two, most: 2, control: quiet, verdict: 'met' },
      { number: '6', what: 'other', value: two, most: 1, unit: 'ms', control: quiet, verdict: 'missed' },
    ];
    const machine = { node: 'v1', cpu: '2 × x', vscode: '1.0.0', load: 0.5, rounds: 7 };
    const page = performanceText({ documents: { date: '2026-01-01', machine, rows, speeds: [] } });
    assert.match(page, /\| 6 \| .* \| met in 1 of 2 rows, \*\*missed\*\* in 1 of 2 rows \|/);
    assert.match(page, /\| other \| ≤ 1 \| 0 \/ 2 \/ 9 ms \| 1 \| \*\*missed\*\* \|/);
    assert.match(page, /\| 7 \| .* \| not measured in full size yet \|/);
  });
});
