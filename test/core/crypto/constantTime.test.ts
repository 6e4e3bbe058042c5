import assert from 'node:assert/strict';
import { equalInConstantTime } from '../../../src/core/crypto/constantTime';

describe('equalInConstantTime', () => {
  const one = Uint8Array.of(1, 2, 3);

  it('knows equal octets', () => {
    assert.equal(equalInConstantTime(one, Uint8Array.of(1, 2, 3)), true);
    assert.equal(equalInConstantTime(new Uint8Array(), new Uint8Array()), true);
  });

  it('knows octets that differ anywhere, and arrays of other lengths', () => {
    for (const other of [[0, 2, 3], [1, 0, 3], [1, 2, 0], [1, 2], [1, 2, 3, 0], []]) {
      assert.equal(equalInConstantTime(one, Uint8Array.from(other)), false, other.join());
      assert.equal(equalInConstantTime(Uint8Array.from(other), one), false, other.join());
    }
    assert.equal(equalInConstantTime(new Uint8Array(2), new Uint8Array(3)), false);
  });
});
