import assert from 'node:assert/strict';
import { FormatFault } from '../../../../src/core/encoding/formatFault';
import { withCrtExponents } from '../../../../src/core/keys/rsa/crtExponents';

const octets = (...numbers: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(numbers);

describe('the exponents of the Chinese remainders', () => {
  // The example of every textbook: p = 61, q = 53, e = 17.
  const numbers = {
    n: octets(0x0c, 0xa1),
    e: octets(17),
    d: octets(0x0a, 0xc1),
    p: octets(61),
    q: octets(53),
    qi: octets(38),
  };

  it('are d mod p−1 and d mod q−1', () => {
    assert.deepEqual(withCrtExponents(numbers), { ...numbers, dp: octets(53), dq: octets(49) });
  });

  it('are none of factors that are none', () => {
    for (const wrong of [{ p: octets(1) }, { q: octets(1) }, { p: octets() }])
      assert.throws(() => withCrtExponents({ ...numbers, ...wrong }), FormatFault);
  });
});
