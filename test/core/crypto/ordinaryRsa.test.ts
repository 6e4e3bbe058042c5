import assert from 'node:assert/strict';
import { toOctets } from '../../../src/core/crypto/integers';
import { isOrdinaryRsa } from '../../../src/core/crypto/ordinaryRsa';
import type { Bytes } from '../../../src/core/encoding/bytes';

describe('isOrdinaryRsa', () => {
  const odd = (bits: number): Bytes => toOctets(2n ** BigInt(bits) - 1n, Math.ceil(bits / 8));
  const exponent = (value: bigint, octets = 8): Bytes => toOctets(value, octets);
  const usual = exponent(65537n, 3);
  const rows: readonly (readonly [string, Bytes, Bytes, boolean])[] = [
    ['1024 bits', odd(1024), usual, true],
    ['1023 bits', odd(1023), usual, false],
    ['8192 bits', odd(8192), usual, true],
    ['8193 bits', odd(8193), usual, false],
    ['2048 bits with a zero octet before them', Uint8Array.of(0, ...odd(2048)), usual, true],
    ['8192 bits with a zero octet before them', Uint8Array.of(0, ...odd(8192)), usual, true],
    [
      '2048 bits behind a thousand zero octets',
      Uint8Array.of(...new Uint8Array(1000), ...odd(2048)),
      usual,
      false,
    ],
    ['an even modulus', odd(2048).map((octet, index) => (index === 255 ? 0xfe : octet)), usual, false],
    ['the exponent 1', odd(2048), exponent(1n), false],
    ['the exponent 2', odd(2048), exponent(2n), false],
    ['the exponent 3', odd(2048), exponent(3n), true],
    ['the exponent 2^32 - 1', odd(2048), exponent(2n ** 32n - 1n), true],
    ['the exponent 2^32 + 1', odd(2048), exponent(2n ** 32n + 1n), false],
    ['an exponent of nine octets', odd(2048), exponent(3n, 9), false],
    ['no exponent', odd(2048), new Uint8Array(), false],
    ['no modulus', new Uint8Array(), usual, false],
  ];
  for (const [what, n, e, expected] of rows)
    it(`says ${expected ? 'yes' : 'no'} of a key of ${what}`, () => {
      assert.equal(isOrdinaryRsa({ kty: 'RSA', n, e }), expected);
    });
});
