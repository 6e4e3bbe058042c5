import assert from 'node:assert/strict';
import { movedOffset } from '../../../src/host/documents/movedOffset';

describe('movedOffset', () => {
  for (const [offset, changes, moved, note] of [
    [10, [], 10, 'no change'],
    [10, [[0, 0, 'abc']], 13, 'text put in before'],
    [10, [[2, 3, '']], 7, 'text taken out before'],
    [10, [[11, 4, 'x']], 10, 'a change behind'],
    [10, [[10, 5, 'x']], 10, 'the token itself replaced'],
    [10, [[10, 0, '\n']], 11, 'a line break right before'],
    [10, [[5, 5, 'ab']], 7, 'text replaced up to the place'],
    [10, [[5, 20, 'abc']], 5, 'the place swallowed'],
    [
      10,
      [
        [20, 1, ''],
        [4, 0, 'ab'],
        [0, 1, ''],
      ],
      11,
      'several changes at once',
    ],
    [3, [[0, 100, '']], 0, 'everything taken out'],
  ] as const) {
    it(`follows ${note}`, () => {
      const list = changes.map(([rangeOffset, rangeLength, text]) => ({ rangeOffset, rangeLength, text }));
      assert.equal(movedOffset(offset, list), moved);
    });
  }
});
