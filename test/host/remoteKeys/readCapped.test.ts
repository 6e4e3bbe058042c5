import assert from 'node:assert/strict';
import { readCapped, type BodyReader } from '../../../src/host/remoteKeys/readCapped';

/** A reader of pieces of some octets each; `undefined` stands for a piece without any. */
class PiecesReader implements BodyReader {
  reads = 0;
  cancels = 0;
  readonly #pieces: (readonly number[] | undefined)[];
  constructor(...pieces: readonly (readonly number[] | undefined)[]) {
    this.#pieces = [...pieces];
  }
  read(): ReturnType<BodyReader['read']> {
    this.reads++;
    if (this.#pieces.length === 0) return Promise.resolve({ done: true });
    const piece = this.#pieces.shift();
    return Promise.resolve({ done: false, ...(piece ? { value: new Uint8Array(piece) } : {}) });
  }
  cancel(): Promise<void> {
    this.cancels++;
    return Promise.reject(new Error('the server is gone'));
  }
}

describe('a body that is read up to a limit', () => {
  for (const [note, pieces, expected] of [
    ['is whole, in the order it came', [[1, 2], [3], [4, 5]], [1, 2, 3, 4, 5]],
    ['may have pieces of nothing', [[1], undefined, [], [2]], [1, 2]],
    ['may be empty', [], []],
    [
      'may be as long as the limit',
      [
        [1, 2, 3],
        [4, 5],
      ],
      [1, 2, 3, 4, 5],
    ],
  ] as const)
    it(note, async () => {
      const reader = new PiecesReader(...pieces);
      assert.deepEqual([...(await readCapped(reader, 5))!], expected);
      assert.equal(reader.cancels, 0);
    });

  it('is given up once it is longer, and read no further', async () => {
    const reader = new PiecesReader([1, 2, 3], [4, 5, 6], [7]);
    assert.equal(await readCapped(reader, 5), undefined);
    assert.deepEqual([reader.reads, reader.cancels], [2, 1]);
  });
});
