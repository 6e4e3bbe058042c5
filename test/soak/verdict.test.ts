import assert from 'node:assert/strict';
import { judge, limits, type Sample } from './verdict';

/** Samples of cycles in which every quantity stands still, save one. */
const cycles = 24;
const samplesOf = (quantity: string, valueAt: (cycle: number) => number): readonly Sample[] =>
  Array.from({ length: cycles }, (_, cycle) =>
    Object.fromEntries(
      limits.map((limit) => [limit.quantity, limit.quantity === quantity ? valueAt(cycle) : 1000]),
    ),
  );
const growing = (samples: readonly Sample[]): readonly string[] =>
  (judge(samples) ?? []).filter((one) => one.isGrowing).map(({ limit }) => limit.quantity);
/** Noise that comes out the same each time. */
const noise = (cycle: number): number => 2 * ((Math.sin((cycle + 1) * 12.9898) * 43758.5453) % 1);

describe('the soak’s verdict', () => {
  for (const { quantity } of limits) {
    it(`sees a leak in each cycle: ${quantity}`, () => {
      const step = quantity.endsWith('heap') || quantity.endsWith('external') ? 400_000 : 12;
      assert.deepEqual(
        growing(samplesOf(quantity, (cycle) => 80e6 + step * cycle + (step / 4) * noise(cycle))),
        [quantity],
      );
    });
  }

  const level: readonly (readonly [title: string, quantity: string, valueAt: (cycle: number) => number])[] = [
    ['a count that stands still', 'host: listeners', () => 380],
    ['a count that went up in the first half', 'host: listeners', (cycle) => Math.min(360 + 10 * cycle, 400)],
    ['a heap that breathes', 'host: heap', (cycle) => 81e6 + 5e5 * noise(cycle)],
    [
      'what comes and goes in waves, on a rising side',
      'host: documents',
      (cycle) => [3, 4, 5, 7, 7, 6, 4, 3][Math.floor(cycle / 2.4 + 2) % 8],
    ],
    ['one wild sample', 'host: listeners', (cycle) => (cycle === 20 ? 900 : 380)],
    ['a heap that shrinks', 'page: heap', (cycle) => 95e6 - 1e5 * cycle],
  ];
  for (const [title, quantity, valueAt] of level)
    it(`calls it level: ${title}`, () => assert.deepEqual(growing(samplesOf(quantity, valueAt)), []));

  it('sees one listener that is left behind each second time', () => {
    assert.deepEqual(growing(samplesOf('host: listeners', (cycle) => 380 + (cycle >> 1))), [
      'host: listeners',
    ]);
  });

  it('says nothing of too few samples', () => {
    assert.equal(judge(samplesOf('host: heap', () => 1).slice(0, 11)), undefined);
  });
});
