import assert from 'node:assert/strict';
import {
  concatBytes,
  equalBytes,
  octetAt,
  ownBytes,
  utf8Bytes,
  xorBytes,
} from '../../../src/core/encoding/bytes';

describe('octets', () => {
  it('are joined in their order', () => {
    assert.deepEqual(concatBytes(), new Uint8Array());
    assert.deepEqual(
      concatBytes(Uint8Array.of(1, 2), new Uint8Array(), Uint8Array.of(3)),
      Uint8Array.of(1, 2, 3),
    );
  });

  it('are equal where all of them are', () => {
    const three = Uint8Array.of(1, 2, 3);
    assert.ok(equalBytes(three, Uint8Array.of(1, 2, 3)));
    assert.ok(equalBytes(new Uint8Array(), new Uint8Array()));
    for (const other of [[1, 2], [1, 2, 3, 4], [1, 2, 4], [0, 2, 3], []])
      assert.equal(equalBytes(three, Uint8Array.from(other)), false);
  });

  it('are zero where there are none', () => {
    assert.deepEqual(
      [0, 1, 2].map((at) => octetAt(Uint8Array.of(5, 6), at)),
      [5, 6, 0],
    );
    const mask = Uint8Array.of(0xff, 0x0f);
    assert.deepEqual(xorBytes(Uint8Array.of(0xf0, 0xff, 7), mask), Uint8Array.of(0x0f, 0xf0, 7));
  });

  it('of a text are its UTF-8, with U+FFFD for a lone surrogate', () => {
    assert.equal(Buffer.from(utf8Bytes('é😀')).toString('hex'), 'c3a9f09f9880');
    assert.equal(Buffer.from(utf8Bytes('\ud800')).toString('hex'), 'efbfbd');
  });

  it('are copied only where their buffer is a shared one', () => {
    const plain = Uint8Array.of(1, 2);
    assert.equal(ownBytes(plain), plain);
    // What a page that is not isolated lacks, WebAssembly still has.
    const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    const shared = new Uint8Array(buffer, 0, 2);
    shared.set(plain);
    const own = ownBytes(shared);
    assert.deepEqual(own, plain);
    assert.ok(own.buffer instanceof ArrayBuffer);
  });
});
