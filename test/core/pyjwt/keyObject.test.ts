import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import type { KeyMaterial } from '../../../src/core/keys/key';
import { className } from '../../../src/core/pyjwt/cryptography/loadedKey';
import { pyjwtDecode } from '../../../src/core/pyjwt/decode';
import { pyjwtEncode } from '../../../src/core/pyjwt/encode';
import { signingKeyObject, verifyingKeyObject } from '../../../src/core/pyjwt/keyObject';
import { aPair } from '../../support/keyMaterial';
import { dict, now, said, secret } from './pyjwtCalls';

const classOf = (key: ReturnType<typeof signingKeyObject>): string =>
  key === undefined ? 'none' : key instanceof Uint8Array ? 'bytes' : className(key);

describe('verifyingKeyObject and signingKeyObject', () => {
  for (const [kind, alg, name] of [
    ['RSA-2048', 'PS256', 'RSA'],
    ['P-384', 'ES384', 'EllipticCurve'],
    ['secp256k1', 'ES256K', 'EllipticCurve'],
    ['Ed25519', 'EdDSA', 'Ed25519'],
    ['Ed448', 'EdDSA', 'Ed448'],
  ] as const)
    it(`make of ${kind} what PyJWT signs and verifies with`, async () => {
      const { material } = aPair(kind);
      const [own, other] = [signingKeyObject(material), verifyingKeyObject(material)];
      assert.ok(own && other);
      assert.deepEqual([classOf(own), classOf(other)], [`_${name}PrivateKey`, `_${name}PublicKey`]);
      const encoded = await pyjwtEncode({ payload: dict({ a: 1 }), key: own, algorithm: alg });
      assert.ok(encoded.accepted, said(encoded));
      const verdict = await pyjwtDecode({ token: encoded.token, key: other, algorithms: [alg], now });
      assert.equal(said(verdict), 'accepted');
    });

  it('take a secret as it is', () => {
    assert.deepEqual(verifyingKeyObject({ kty: 'oct', k: utf8Bytes(secret) }), utf8Bytes(secret));
  });

  it('have no use for keys PyJWT has no algorithm for', () => {
    const others: readonly KeyMaterial[] = [{ kty: 'AKP', alg: 'ML-DSA-44', pub: new Uint8Array(1) }];
    for (const material of others) assert.equal(classOf(verifyingKeyObject(material)), 'none');
    assert.equal(classOf(verifyingKeyObject(aPair('X25519').material)), '_X25519PublicKey');
  });
});
