import assert from 'node:assert/strict';
import { signatureAlgorithms } from '../../../src/core/jose/algorithms';
import { keyManagementAlgorithms } from '../../../src/core/jose/encryptionAlgorithms';
import { encryptsWith, signsWith } from '../../../src/host/generateKey/fittingKinds';
import { keyKinds } from '../../../src/host/generateKey/keyKinds';

const namesFor = (isFit: ReturnType<typeof signsWith>): string =>
  keyKinds()
    .filter(({ spec }) => isFit(spec))
    .map(({ name }) => name)
    .join(' ');

describe('the keys offered to be made', () => {
  for (const [alg, names] of [
    ['HS256', 'hs256 hs384 hs512'],
    ['HS512', 'hs512'],
    ['RS256', 'rsa rsa rsa'],
    ['ES256', 'p256'],
    ['ES256K', 'secp256k1'],
    ['EdDSA', 'ed25519 ed448'],
    ['ML-DSA-65', 'ml-dsa-65'],
  ] as const)
    it(`sign with ${alg}: ${names}`, () => {
      assert.equal(namesFor(signsWith(signatureAlgorithms.get(alg)!)), names);
    });

  for (const [alg, names] of [
    ['RSA-OAEP-256', 'rsa rsa rsa'],
    ['A256KW', 'hs256'],
    ['A128KW', ''],
    ['ECDH-ES', 'p256 p384 p521'],
  ] as const)
    it(`are encrypted to with ${alg}: ${names}`, () => {
      assert.equal(namesFor(encryptsWith(keyManagementAlgorithms.get(alg)!)), names);
    });
});
