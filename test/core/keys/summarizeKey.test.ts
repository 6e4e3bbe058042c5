import assert from 'node:assert/strict';
import type { Bytes } from '../../../src/core/encoding/bytes';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import type { Key, KeyMaterial, KnownKey } from '../../../src/core/keys/key';
import { keyBits, summarizeKey, weaknessesOf } from '../../../src/core/keys/summarizeKey';
import { aKey, aPair } from '../../support/keyMaterial';

const moment = 1_700_000_000;
const known = (key: Key): KnownKey => ({ id: 'one', key, origin: { from: 'secretStorage', name: 'it' } });
const codes = (key: Key): string[] => weaknessesOf(key, moment).map(({ code }) => code);
const secret = (k: Bytes): KeyMaterial => ({ kty: 'oct', k });

describe('summarizeKey', () => {
  it('shows what may be seen of a private key, and nothing of its material', async () => {
    const { material } = aPair('P-256');
    const labels = { kid: 'k1', alg: 'ES256', comment: 'mine' };
    const summary = await summarizeKey(known(aKey(material, labels)), moment);
    const { thumbprint, ...rest } = summary;
    assert.match(thumbprint ?? '', /^[\w-]{43}$/);
    assert.deepEqual(rest, {
      id: 'one',
      kty: 'EC',
      crv: 'P-256',
      alg: 'ES256',
      bits: 256,
      kind: 'private',
      kid: 'k1',
      comment: 'mine',
      format: 'jwk',
      origin: { from: 'secretStorage', name: 'it' },
      weaknesses: [],
    });
  });
  it('makes no thumbprint of a secret, which would give a weak one away', async () => {
    const summary = await summarizeKey(known(aKey(secret(new Uint8Array(32)))), moment);
    assert.equal(summary.thumbprint, undefined);
    assert.equal(summary.kind, 'secret');
    assert.equal(summary.bits, 256);
  });
  it('counts bits as people do', () => {
    assert.equal(keyBits(aPair('RSA-2048').material), 2048);
    assert.equal(keyBits(aPair('P-521').material), 521);
    assert.equal(keyBits(aPair('Ed448').material), 456);
    assert.equal(keyBits({ kty: 'RSA', n: Uint8Array.of(0x01, 0xff), e: Uint8Array.of(3) }), 9);
  });
});

describe('weaknessesOf', () => {
  it('says nothing against a good key', () => {
    assert.deepEqual(codes(aKey(aPair('RSA-2048').material)), []);
    assert.deepEqual(codes(aKey(secret(new Uint8Array(32).fill(1)))), []);
  });
  it('warns of a short modulus and of a small exponent', () => {
    const small: KeyMaterial = { kty: 'RSA', n: new Uint8Array(128).fill(255), e: Uint8Array.of(3) };
    assert.deepEqual(weaknessesOf(aKey(small), moment), [
      { code: 'key.rsaTooSmall', bits: 1024, minimum: 2048 },
      { code: 'key.smallExponent', exponent: 3 },
    ]);
  });
  it('warns of short and empty secrets, against the algorithm they are for', () => {
    assert.deepEqual(codes(aKey(secret(new Uint8Array()))), ['key.secretEmpty']);
    assert.deepEqual(codes(aKey(secret(new Uint8Array(31)))), ['key.secretTooShort']);
    assert.deepEqual(codes(aKey(secret(new Uint8Array(32)), { alg: 'HS512' })), ['key.secretTooShort']);
  });
  it('warns of a secret that is the text of a public key', () => {
    const text = aPair('RSA-2048').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    assert.deepEqual(codes(aKey(secret(utf8Bytes(text)))), ['key.secretLooksLikePublicKey']);
  });
  it('warns of a certificate that has ended at the moment given, and of no other', () => {
    const { material } = aPair('Ed25519');
    assert.deepEqual(codes(aKey(material, { notAfter: moment - 1 })), ['key.certificateExpired']);
    assert.deepEqual(codes(aKey(material, { notAfter: moment })), []);
  });
});
