import assert from 'node:assert/strict';
import { Closing } from '../../../src/core/detect/closing';

describe('Closing', () => {
  //            0         1         2
  //            012345678901234567890123456789
  const text = '......aaaa..........bbbb.b....';

  const cases: readonly (readonly [from: number, to: number, floor: number, why: string])[] = [
    [0, 1, 1, 'one so far ahead that nothing before `to` reaches it'],
    [0, 8, 1, 'what lies no farther before it than the reach'],
    [2, 8, 2, 'every place where it stands near'],
    [9, 10, 9, 'one at the offset itself'],
    [0, 3, 1, 'the first place within reach'],
    [10, 12, 12, 'none near, though one farther on'],
    [10, 18, 15, 'the next one'],
    [24, 28, 24, 'the last one'],
    [26, 30, 30, 'none at all'],
  ];
  for (const [from, to, floor, why] of cases)
    it(`from ${from} to ${to}: ${why}`, () => {
      const found = new Closing(text, from < 10 ? 'a' : 'b', 5).floor(from, to);
      assert.equal(found, floor);
    });

  it('answers in pieces what it answers at once, whatever the pieces', () => {
    for (const size of [1, 2, 3, 7, 30]) {
      const pieces = new Closing(text, 'b', 5);
      for (let from = 0; from < text.length; from += size) {
        const to = Math.min(text.length, from + size);
        assert.equal(pieces.floor(from, to), new Closing(text, 'b', 5).floor(from, to), `${from} of ${size}`);
      }
    }
  });
});
