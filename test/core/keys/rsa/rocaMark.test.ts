import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { bearsRocaMark } from '../../../../src/core/keys/rsa/rocaMark';
import { weaknessesOf } from '../../../../src/core/keys/summarizeKey';
import { aKey } from '../../../support/keyMaterial';

/** An integer as big-endian octets. */
function octets(value: bigint): Uint8Array<ArrayBuffer> {
  const hex = value.toString(16);
  return Uint8Array.from(Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'));
}

/** A number of the shape the faulty library took its primes from: k·M + (65537^a mod M), M the product of small primes. */
function marked(k: bigint, a: number): bigint {
  const primes = [
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
  ];
  const others = [101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167];
  const product = [...primes, ...others].reduce((all, prime) => all * BigInt(prime), 1n);
  let power = 1n;
  for (let index = 0; index < a; index++) power = (power * 65537n) % product;
  return k * product + power;
}

describe('bearsRocaMark', () => {
  it('finds the mark on products of numbers of the shape the faulty library made', () => {
    for (const [a, b] of [
      [1, 2],
      [77, 1234],
      [500, 500],
    ] as const)
      assert.equal(bearsRocaMark(octets(marked(3n ** 500n, a) * marked(5n ** 400n, b))), true);
  });

  it('finds none on a product with one prime more', () => {
    assert.equal(bearsRocaMark(octets(marked(3n ** 500n, 1) * marked(5n ** 400n, 2) + 2n)), false);
  });

  it('finds none on keys made here', () => {
    for (let round = 0; round < 20; round++) {
      const { n } = generateKeyPairSync('rsa', { modulusLength: 512 }).publicKey.export({ format: 'jwk' });
      assert.equal(bearsRocaMark(Buffer.from(n ?? '', 'base64url')), false);
    }
  });

  it('is told as a weakness of the key', () => {
    const n = octets(marked(3n ** 700n, 1) * marked(5n ** 500n, 2));
    const key = aKey({ kty: 'RSA', n, e: Uint8Array.of(1, 0, 1) });
    assert.ok(weaknessesOf(key, 0).some(({ code }) => code === 'key.roca'));
  });
});
