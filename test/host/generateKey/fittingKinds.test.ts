import assert from 'node:assert/strict';
import { signatureAlgorithm } from '../../../src/core/jose/algorithms';
import { keyManagementAlgorithms } from '../../../src/core/jose/encryptionAlgorithms';
import type { KeySpec } from '../../../src/core/keys/generateKey';
import { encryptsWith, signsWith } from '../../../src/host/generateKey/fittingKinds';

const specs: Readonly<Record<string, KeySpec>> = {
  'a secret': { kty: 'oct' },
  '128 bits': { kty: 'oct', bits: 128 },
  '192 bits': { kty: 'oct', bits: 192 },
  '256 bits': { kty: 'oct', bits: 256 },
  '384 bits': { kty: 'oct', bits: 384 },
  'of HS512': { kty: 'oct', alg: 'HS512' },
  RSA: { kty: 'RSA', bits: 2048 },
  'P-256': { kty: 'EC', crv: 'P-256' },
  secp256k1: { kty: 'EC', crv: 'secp256k1' },
  Ed25519: { kty: 'OKP', crv: 'Ed25519' },
  X25519: { kty: 'OKP', crv: 'X25519' },
  'ML-DSA-44': { kty: 'AKP', alg: 'ML-DSA-44' },
  'ML-DSA-65': { kty: 'AKP', alg: 'ML-DSA-65' },
};
const fitting = (isFit: (spec: KeySpec) => boolean): readonly string[] =>
  Object.keys(specs).filter((name) => isFit(specs[name]));

describe('recipes for keys', () => {
  for (const [alg, names] of [
    ['HS256', ['a secret', '256 bits', '384 bits', 'of HS512']],
    ['HS384', ['384 bits', 'of HS512']],
    ['HS512', ['of HS512']],
    ['RS256', ['RSA']],
    ['ES256', ['P-256']],
    ['ES256K', ['secp256k1']],
    ['EdDSA', ['Ed25519']],
    ['ML-DSA-65', ['ML-DSA-65']],
    ['none', []],
  ] as const)
    it(`that sign with ${alg}: ${names.join(', ')}`, () => {
      assert.deepEqual(fitting(signsWith(signatureAlgorithm(alg)!)), names);
    });

  for (const [alg, names] of [
    ['RSA-OAEP', ['RSA']],
    ['A128KW', ['128 bits']],
    ['A192GCMKW', ['192 bits']],
    ['A256KW', ['a secret', '256 bits']],
    ['ECDH-ES', ['P-256', 'X25519']],
    ['ECDH-ES+A128KW', ['P-256', 'X25519']],
    // Any secret is a password, and any may be the key itself.
    ['PBES2-HS256+A128KW', ['a secret', '128 bits', '192 bits', '256 bits', '384 bits', 'of HS512']],
    ['dir', ['a secret', '128 bits', '192 bits', '256 bits', '384 bits', 'of HS512']],
  ] as const)
    it(`that something is encrypted to with ${alg}: ${names.join(', ')}`, () => {
      assert.deepEqual(fitting(encryptsWith(keyManagementAlgorithms.get(alg)!)), names);
    });
});
