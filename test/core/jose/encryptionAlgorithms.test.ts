import assert from 'node:assert/strict';
import { fitsKeyManagement, keyManagementAlgorithms } from '../../../src/core/jose/encryptionAlgorithms';

const algorithm = (alg: string) => {
  const found = [...keyManagementAlgorithms.values()].find((each) => each.alg === alg);
  assert.ok(found, alg);
  return found;
};

describe('fitsKeyManagement', () => {
  it('asks for the type of key alone where there are no curves', () => {
    for (const [alg, kty] of [
      ['RSA-OAEP', 'RSA'],
      ['A128KW', 'oct'],
      ['dir', 'oct'],
    ] as const) {
      assert.ok(fitsKeyManagement(algorithm(alg), { kty }));
      for (const other of ['RSA', 'oct', 'EC', 'OKP', 'AKP'] as const)
        assert.equal(fitsKeyManagement(algorithm(alg), { kty: other, crv: 'P-256' }), other === kty);
    }
  });

  it('asks ECDH-ES for a curve that agrees, not one that signs', () => {
    const ecdh = algorithm('ECDH-ES');
    for (const crv of ['P-256', 'P-384', 'P-521'] as const)
      assert.ok(fitsKeyManagement(ecdh, { kty: 'EC', crv }));
    assert.ok(fitsKeyManagement(ecdh, { kty: 'OKP', crv: 'X25519' }));
    assert.ok(!fitsKeyManagement(ecdh, { kty: 'OKP', crv: 'Ed25519' }));
    assert.ok(!fitsKeyManagement(ecdh, { kty: 'EC', crv: 'secp256k1' }));
    assert.ok(!fitsKeyManagement(ecdh, { kty: 'EC' }));
    assert.ok(!fitsKeyManagement(ecdh, { kty: 'oct', crv: 'P-256' }));
  });
});
