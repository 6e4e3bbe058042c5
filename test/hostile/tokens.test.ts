import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { workTime, workTimeOf } from '../support/workTime';
import { hostileTokens } from './corpus/corpus';
import { subjectOf, type Subject } from './subject';
import { surfaces } from './surfaces';
import type { MadeToken } from './corpus/hostile';

/** Milliseconds of work: far above what linear work needs on a busy machine, far below what anything else needs on an idle one. */
const patience = 10_000;
/** Octets that V8 keeps of code it has run for the first time. */
const compiled = 4_000_000;
/** Set in the environment, it has those surfaces named that take longer than so many milliseconds. */
const told = Number(process.env['CLAIMCHECK_SLOW'] ?? Infinity);

/** Shows a token on every surface, and says how long each of them took. */
async function show(made: MadeToken): Promise<Readonly<Record<string, number>>> {
  const subjects: Subject[] = [];
  const reading = await workTimeOf(async () => subjects.push(await subjectOf(made)));
  const times = Object.entries(surfaces).map(
    ([name, surface]) => [name, workTime(() => subjects.forEach(surface))] as const,
  );
  return { reading, ...Object.fromEntries(times) };
}

describe('a hostile token', function () {
  this.timeout(120_000);
  let baseline = 0;

  before('everything is loaded, and caches hold what they hold', async () => {
    for (const tokens of Object.values(hostileTokens))
      for (const [index, { make }] of tokens.entries()) if (index % 8 === 0) await show(make());
    baseline = heapInUse();
  });

  for (const [kind, tokens] of Object.entries(hostileTokens))
    for (const { name, about, make } of tokens)
      it(`is shown as what it is on every surface, soon: ${kind}: ${name} (${about})`, async () => {
        for (const [surface, time] of Object.entries(await show(make()))) {
          assert.ok(time < patience, `${surface}: ${time} ms`);
          if (time > told) console.log(`${time.toFixed(0).padStart(6)} ms ${surface}: ${name}`);
        }
      });

  it('leaves no memory taken, when all of them went through', () => {
    const after = heapInUse();
    if (told < Infinity) console.log(`${megabytes(baseline)} became ${megabytes(after)}`);
    assert.ok(after < baseline * 1.1 + compiled, `${megabytes(baseline)} became ${megabytes(after)}`);
  });
});

/** Octets that are still in use once all else was collected. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round++) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const megabytes = (octets: number): string => `${(octets / 1e6).toFixed(1)} MB`;
