import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bitLength, toInteger, toOctets } from '../../../src/core/crypto/integers';

describe('integers', () => {
  it('reads octets as big-endian numbers', () => {
    assert.equal(toInteger(new Uint8Array()), 0n);
    assert.equal(toInteger(Uint8Array.of(0, 0, 1, 2)), 258n);
    assert.equal(toInteger(Uint8Array.of(0xff, 0x0f)), 0xff0fn);
  });

  it('writes numbers in as many octets as asked, and not in fewer than they need', () => {
    assert.deepEqual(toOctets(258n, 4), Uint8Array.of(0, 0, 1, 2));
    assert.deepEqual(toOctets(0n, 2), Uint8Array.of(0, 0));
    assert.deepEqual(toOctets(0n, 0), new Uint8Array());
    assert.deepEqual(toOctets(0xfffn, 2), Uint8Array.of(0x0f, 0xff));
    assert.throws(() => toOctets(256n, 1), RangeError);
    assert.throws(() => toOctets(1n, 0), RangeError);
  });

  it('gives back what it read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (octets) => {
        assert.deepEqual(toOctets(toInteger(octets), octets.length), new Uint8Array(octets));
      }),
    );
  });

  it('counts bits as the binary text has digits', () => {
    assert.equal(bitLength(0n), 0);
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 200n }), (integer) => {
        assert.equal(bitLength(integer), integer.toString(2).length);
      }),
    );
  });
});
