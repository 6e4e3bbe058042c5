import assert from 'node:assert/strict';
import { integerOctets, toInteger } from '../../../../src/core/crypto/integers';
import type { RsaMaterial } from '../../../../src/core/keys/key';
import { recoverFactors } from '../../../../src/core/keys/rsa/recoverFactors';
import { aPair } from '../../../support/keyMaterial';

const whole = aPair('RSA-2048').material as RsaMaterial;
const bare: RsaMaterial = { ...whole, private: { d: whole.private!.d } };

describe('recoverFactors', () => {
  it('hands out the factors a key has', async () => {
    assert.deepEqual(await recoverFactors(whole), whole.private?.crt);
  });
  it('finds the same two factors from d', async () => {
    const found = await recoverFactors(bare);
    const { p, q } = whole.private!.crt!;
    assert.deepEqual(new Set([hex(found!.p), hex(found!.q)]), new Set([hex(p), hex(q)]));
  });
  it('finds them whatever base gives them away first, the larger as p (RFC 8017 §3.2)', async () => {
    for (const [p, q] of pairwise(primes)) {
      const [n, totient] = [p * q, (p - 1n) * (q - 1n)];
      if (totient % 65537n === 0n) continue;
      const d = inverse(65537n, totient);
      const material = { kty: 'RSA', n: integerOctets(n), e: Uint8Array.of(1, 0, 1) } as const;
      const found = await recoverFactors({ ...material, private: { d: integerOctets(d) } });
      const [larger, smaller] = p > q ? [p, q] : [q, p];
      const expected = {
        p: larger,
        q: smaller,
        dp: d % (larger - 1n),
        dq: d % (smaller - 1n),
        qi: inverse(smaller, larger),
      };
      const numbers = Object.entries(found ?? {}).map(([name, octets]) => [name, toInteger(octets)]);
      assert.deepEqual(Object.fromEntries(numbers), expected, `${p} × ${q}`);
    }
  });
  it('finds nothing where d cannot be one', async () => {
    for (const d of [Uint8Array.of(2), new Uint8Array()])
      assert.equal(await recoverFactors({ ...whole, private: { d } }), undefined);
  });
  it('finds nothing in a public key, or where d is another key’s', async () => {
    assert.equal(await recoverFactors({ kty: 'RSA', n: whole.n, e: whole.e }), undefined);
    const d = whole.private!.d.slice();
    d[d.length - 1] ^= 2;
    assert.equal(await recoverFactors({ ...whole, private: { d } }), undefined);
  }).timeout(20_000);
});

const primes = [65_539n, 65_543n, 65_551n, 65_557n, 131_101n, 1_048_583n];
const pairwise = (all: readonly bigint[]): readonly (readonly [bigint, bigint])[] =>
  all.flatMap((p) => all.filter((q) => q !== p).map((q) => [p, q] as const));

function inverse(a: bigint, modulus: bigint): bigint {
  let [r, next, t, step] = [modulus, a % modulus, 0n, 1n];
  while (next !== 0n) {
    const times = r / next;
    [r, next, t, step] = [next, r - times * next, step, t - times * step];
  }
  return (t + modulus) % modulus;
}

function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex');
}
