import assert from 'node:assert/strict';
import { summarizeCause } from '../../../src/core/diagnose/causeSummary';
import type { Cause, Diagnosis } from '../../../src/core/diagnose/diagnosis';
import type { DiagnoseOptions } from '../../../src/host/diagnose/diagnoser';
import type { Why } from '../../../src/host/diagnose/why';
import { FailureSearch } from '../../../src/host/inspector/failureSearch';
import { aReport } from '../../support/aReport';

const invalid = aReport({ status: 'invalid', tried: [] });
const found = (text: string): { readonly text: string } => ({ text });
const aCause = (changes: Partial<Cause>): Cause => ({
  ...{ status: 'cause', code: 'token-padded', also: [], evidence: 'verified', facts: {}, noticed: [] },
  ...changes,
});
const nothing: Diagnosis = { status: 'unknown', tried: ['jwe'], notReached: ['token-split'], noticed: [] };

/** A search whose answers the test gives, one by one. */
class Bench {
  readonly states: string[] = [];
  readonly errors: unknown[] = [];
  readonly fixed: string[] = [];
  readonly asked: { readonly options: DiagnoseOptions; readonly answer: (diagnosis: Diagnosis) => void }[] =
    [];
  readonly search = new FailureSearch(
    {
      isWanted: (report) => report.signatures[0].status === 'invalid',
      search: (about, options) =>
        new Promise<Why>((resolve) => {
          const answer = (diagnosis: Diagnosis): void => {
            const cause = diagnosis.status === 'cause' ? summarizeCause(diagnosis, 'api') : undefined;
            resolve({ diagnosis, about, cause, keyName: undefined });
          };
          this.asked.push({ options, answer });
        }),
      applyFix: (fix) => {
        this.fixed.push(fix.kind);
        return Promise.resolve();
      },
    },
    () => this.states.push(this.search.state.status),
    (error) => this.errors.push(error),
  );

  async answer(diagnosis: Diagnosis): Promise<void> {
    this.asked.at(-1)?.answer(diagnosis);
    await settled();
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

describe('the search for why a token does not verify', () => {
  it('asks for the common causes first, then for all', async () => {
    const bench = new Bench();
    const done = bench.search.begin(found('a'), invalid);
    assert.deepEqual(bench.search.state, { status: 'looking', isFurther: false });
    await bench.answer(nothing);
    assert.deepEqual(bench.search.state, { status: 'looking', isFurther: true });
    await bench.answer(nothing);
    await done;
    assert.deepEqual(
      bench.asked.map(({ options }) => options.tier),
      ['common', 'all'],
    );
    assert.deepEqual(bench.search.state, {
      status: 'unknown',
      unknown: { tried: 1, notReached: 1, noticed: [] },
    });
  });

  it('is done with the first cause that is proven', async () => {
    const bench = new Bench();
    void bench.search.begin(found('a'), invalid);
    await bench.answer(aCause({ repaired: 'b' }));
    assert.equal(bench.asked.length, 1);
    assert.equal(bench.search.state.status, 'found');
    assert.equal(await bench.search.applyFix(found('a')), true);
    assert.deepEqual(bench.fixed, ['copy'], 'without a document the repaired text can only be copied');
  });

  it('ends a search in a worker by an event when another token is shown, and when the panel closes', async () => {
    const bench = new Bench();
    const ended: string[] = [];
    for (const text of ['a', 'b']) {
      void bench.search.begin(found(text), invalid);
      await bench.answer(nothing);
      const { tier, cancellation } = bench.asked.at(-1)!.options;
      assert.equal(tier, 'all');
      cancellation!.onCancellationRequested!(() => ended.push(text));
    }
    assert.deepEqual(ended, ['a']);
    bench.search.stop();
    assert.deepEqual(ended, ['a', 'b']);
  });

  it('does not search where nothing is to be explained', async () => {
    const bench = new Bench();
    await bench.search.begin(found('a'), aReport());
    assert.deepEqual([bench.search.state.status, bench.asked.length], ['idle', 0]);
  });

  it('gives up when another token is shown, and lets the old answer say nothing', async () => {
    const bench = new Bench();
    void bench.search.begin(found('a'), invalid);
    void bench.search.begin(found('b'), invalid);
    const [first, second] = bench.asked;
    assert.equal(first.options.cancellation?.isCancellationRequested, true);
    first.answer(aCause({ repaired: 'of a' }));
    await settled();
    assert.equal(bench.search.state.status, 'looking');
    second.answer(aCause({ code: 'token-split' }));
    await settled();
    assert.match(JSON.stringify(bench.search.state), /token-split/);
  });

  it('keeps an answer in sight while the same token is searched again', async () => {
    const bench = new Bench();
    void bench.search.begin(found('a'), invalid);
    await bench.answer(aCause({ repaired: 'b' }));
    void bench.search.begin(found('a'), invalid);
    await settled();
    assert.equal(bench.search.state.status, 'found');
    assert.deepEqual(bench.states, ['looking', 'found']);
  });

  it('offers nothing against an attack, alone or beside damage', async () => {
    for (const code of ['payload-edited', 'alg-confusion', 'embedded-key'] as const)
      for (const cause of [
        aCause({ code, repaired: 'original' }),
        aCause({ also: [code], repaired: 'original' }),
      ]) {
        const bench = new Bench();
        void bench.search.begin(found('a'), invalid);
        await bench.answer(cause);
        const { state } = bench.search;
        assert.ok(state.status === 'found' && state.fix === undefined);
        assert.equal(await bench.search.applyFix(found('a')), false);
        assert.deepEqual(bench.fixed, []);
      }
  });

  it('mends no other token than the one it was about', async () => {
    const bench = new Bench();
    void bench.search.begin(found('a'), invalid);
    await bench.answer(aCause({ repaired: 'b' }));
    assert.equal(await bench.search.applyFix(found('c')), false);
    bench.search.stop();
    assert.equal(await bench.search.applyFix(found('a')), false);
  });

  it('says nothing of what the verdict says already', async () => {
    const bench = new Bench();
    void bench.search.begin(found('a'), invalid);
    await bench.answer(aCause({ code: 'unsecured', evidence: 'form' }));
    assert.equal(bench.search.state.status, 'idle');
  });

  it('says that it failed, and tells why to the log alone', async () => {
    const failing = new Error('out of order');
    const errors: unknown[] = [];
    const search = new FailureSearch(
      {
        isWanted: () => true,
        search: () => Promise.reject(failing),
        applyFix: () => Promise.resolve(),
      },
      () => undefined,
      (error) => errors.push(error),
    );
    await search.begin(found('a'), invalid);
    assert.deepEqual(search.state, { status: 'failed' });
    assert.deepEqual(errors, [failing]);
  });
});
