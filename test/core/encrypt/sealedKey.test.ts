import assert from 'node:assert/strict';
import { KeyUnusable } from '../../../src/core/crypto/cryptoErrors';
import { hostEngine, hostRandom } from '../../../src/core/crypto/engine';
import { encryptToken } from '../../../src/core/encrypt/encryptToken';
import { sealedKey } from '../../../src/core/encrypt/sealedKey';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import type { JsonObject } from '../../../src/core/encoding/jsonNode';
import { readJson } from '../../../src/core/encoding/json';
import { contentEncryptions, keyManagementAlgorithms } from '../../../src/core/jose/encryptionAlgorithms';
import type { KeyMaterial } from '../../../src/core/keys/key';
import { aKey, aPair } from '../../support/keyMaterial';

const secret: KeyMaterial = { kty: 'oct', k: new Uint8Array(16).fill(1) };
const rsa = aPair('RSA-2048').material;
const ed25519 = aPair('Ed25519').material;

function seal(alg: string, material: KeyMaterial, header: object = {}): ReturnType<typeof sealedKey> {
  const algorithm = keyManagementAlgorithms.get(alg);
  const encryption = contentEncryptions.get('A128GCM');
  const object = readJson(JSON.stringify(header)).node as JsonObject;
  assert.ok(algorithm && encryption);
  const engine = hostEngine();
  return sealedKey({ algorithm, encryption, header: object, material, engine, random: hostRandom });
}

const unusable = (fault: string) => (error: unknown) => error instanceof KeyUnusable && error.fault === fault;

describe('a content encryption key on its way to the recipient', () => {
  const misfits: readonly (readonly [alg: string, material: KeyMaterial, fault: string])[] = [
    ['RSA-OAEP', secret, 'keyType'],
    ['RSA1_5', rsa, 'keyType'],
    ['A128KW', rsa, 'keyType'],
    ['A256KW', secret, 'wrongLength'],
    ['A128GCMKW', rsa, 'keyType'],
    ['A256GCMKW', secret, 'wrongLength'],
    ['dir', rsa, 'keyType'],
    ['ECDH-ES', rsa, 'keyType'],
    ['ECDH-ES', ed25519, 'keyType'],
    // A point of small order: whoever sees the token could compute the secret (RFC 8037 §3.2.1, RFC 7748 §6.1).
    ['ECDH-ES', { kty: 'OKP', crv: 'X25519', x: new Uint8Array(32) }, 'notOnCurve'],
    ['PBES2-HS256+A128KW', rsa, 'keyType'],
  ];
  for (const [alg, material, fault] of misfits)
    it(`is not made with a key that does not fit: ${alg} with ${material.kty}, ${fault}`, () =>
      assert.rejects(seal(alg, material), unusable(fault)));

  it('takes as many iterations as the header names, and says how many where it names none', async () => {
    const named = await seal('PBES2-HS256+A128KW', secret, { p2c: 1000 });
    assert.deepEqual(Object.keys(named.parameters), ['p2s']);
    const usual = await seal('PBES2-HS512+A256KW', secret);
    assert.equal(usual.parameters['p2c'], 210_000);
  });

  it('refuses a recipient of small order for whole tokens too', async () => {
    const draft = { headerText: '{"alg":"ECDH-ES","enc":"A128GCM"}', plaintext: utf8Bytes('x') };
    const key = aKey({ kty: 'OKP', crv: 'X25519', x: new Uint8Array(32) });
    await assert.rejects(encryptToken(draft, key), unusable('notOnCurve'));
  });
});
