import assert from 'node:assert/strict';
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
  it('finds nothing in a public key, or where d is another key’s', async () => {
    assert.equal(await recoverFactors({ kty: 'RSA', n: whole.n, e: whole.e }), undefined);
    const d = whole.private!.d.slice();
    d[d.length - 1] ^= 2;
    assert.equal(await recoverFactors({ ...whole, private: { d } }), undefined);
  }).timeout(20_000);
});

function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex');
}
