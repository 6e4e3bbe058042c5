import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually, tutorial } from '../support';
import { Bench, inDocument } from './sessionBench';

/** Longer than the bench's patience. */
const longer = 300;

describe('a panel whose page never says that it is there', () => {
  it('has its token offered as text, once', async () => {
    const bench = new Bench();
    const { found } = await inDocument();
    await bench.session.restore(bench.panel, undefined);
    await bench.session.show(found);
    assert.equal(await eventually(() => Promise.resolve(bench.unseen[0])), tutorial.hs256);
    await bench.session.showAgain(true);
    bench.panel.hide();
    bench.panel.show();
    await delay(longer);
    assert.equal(bench.unseen.length, 1);
  });

  it('is told from one that does', async () => {
    const bench = new Bench();
    const { found } = await inDocument();
    await bench.open(found);
    await delay(longer);
    assert.deepEqual(bench.unseen, []);
  });

  it('is not waited for while nobody can see it, nor when it is closed', async () => {
    const [hidden, closed] = [new Bench(), new Bench()];
    for (const bench of [hidden, closed]) await bench.session.restore(bench.panel, undefined);
    hidden.panel.hide();
    closed.panel.dispose();
    await delay(longer);
    assert.deepEqual([hidden.unseen, closed.unseen], [[], []]);
    hidden.panel.show();
    await eventually(() => Promise.resolve(hidden.unseen.length || undefined));
  });
});
