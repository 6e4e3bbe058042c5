import assert from 'node:assert/strict';
import { signatureAlgorithm } from '../../../src/core/jose/algorithms';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { publicPart } from '../../../src/core/keys/jwk';
import type { Key, KeyLabels, KeyMaterial, KnownKey } from '../../../src/core/keys/key';
import { rankKeys, type KeyWish } from '../../../src/core/keys/rankKeys';
import { thumbprint } from '../../../src/core/keys/thumbprint';
import { aKey, aPair } from '../../support/keyMaterial';

const known = (id: string, material: KeyMaterial, labels: KeyLabels = {}): KnownKey => ({
  id,
  key: aKey(material, labels) satisfies Key,
  origin: { from: 'file', path: id, uri: `file:///${id}` },
});
const wish = (alg: string, more: Partial<KeyWish> = {}): KeyWish => ({
  alg,
  fit: signatureAlgorithm(alg)!,
  purpose: 'verify',
  ...more,
});
const ranked = async (asked: KeyWish, keys: readonly KnownKey[]): Promise<string[]> =>
  (await rankKeys(asked, keys)).map(
    ({ known: { id }, chosenBy, kidDiffers }) => `${id}:${chosenBy}${kidDiffers ? '!' : ''}`,
  );

const rsa = publicPart(aPair('RSA-2048').material)!;
const other: KeyMaterial = {
  ...rsa,
  n: Uint8Array.from(rsa.kty === 'RSA' ? rsa.n : [], (x) => x ^ 8),
} as KeyMaterial;
const p256 = publicPart(aPair('P-256').material)!;
const secret: KeyMaterial = { kty: 'oct', k: new Uint8Array(32).fill(9) };

describe('rankKeys', () => {
  it('leaves out keys of another type or curve', async () => {
    const keys = [
      known('rsa', rsa),
      known('p256', p256),
      known('p384', publicPart(aPair('P-384').material)!),
      known('secret', secret),
      known('ed', publicPart(aPair('Ed25519').material)!),
    ];
    assert.deepEqual(await ranked(wish('RS256'), keys), ['rsa:onlyFit']);
    assert.deepEqual(await ranked(wish('ES256'), keys), ['p256:onlyFit']);
    assert.deepEqual(await ranked(wish('HS256'), keys), ['secret:onlyFit']);
    assert.deepEqual(await ranked(wish('EdDSA'), keys), ['ed:onlyFit']);
    assert.deepEqual(await ranked(wish('ES512'), keys), []);
  });
  it('never takes an RSA key, or its text, for an HMAC secret', async () => {
    const text = aPair('RSA-2048').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const keys = [known('rsa', rsa), known('text', { kty: 'oct', k: utf8Bytes(text) })];
    assert.deepEqual(await ranked(wish('HS256'), keys), []);
  });
  it('takes ML-DSA keys of the one parameter set', async () => {
    const key = (alg: string): KnownKey => known(alg, { kty: 'AKP', alg, pub: new Uint8Array(5) });
    const keys = [key('ML-DSA-44'), key('ML-DSA-65')];
    assert.deepEqual(await ranked(wish('ML-DSA-65'), keys), ['ML-DSA-65:onlyFit']);
  });
  it('puts the kid first and keys of another kid last, marked', async () => {
    const keys = [known('b', other, { kid: 'two' }), known('c', other), known('a', rsa, { kid: 'one' })];
    assert.deepEqual(await ranked(wish('RS256', { kid: 'one' }), keys), ['a:kid', 'c:tried', 'b:tried!']);
  });
  it('finds a kid that is the thumbprint', async () => {
    const kid = await thumbprint(rsa);
    const keys = [known('x', other), known('y', rsa)];
    assert.deepEqual(await ranked(wish('RS256', { kid }), keys), ['y:thumbprint', 'x:tried']);
  });
  it('finds a certificate by its thumbprints', async () => {
    const keys = [known('x', other), known('y', rsa, { x5t: 'abc', 'x5t#S256': 'def' })];
    assert.deepEqual(await ranked(wish('RS256', { x5t: 'abc' }), keys), ['y:x5t', 'x:tried']);
    assert.deepEqual(await ranked(wish('RS256', { 'x5t#S256': 'def' }), keys), ['y:x5t', 'x:tried']);
  });
  it('puts picked keys before all, and those of the issuer before the rest', async () => {
    const keys = [known('a', other), known('b', rsa, { kid: 'one' }), known('c', rsa), known('d', rsa)];
    const asked = wish('RS256', { kid: 'one', picked: new Set(['d']), issuer: new Set(['c']) });
    assert.deepEqual(await ranked(asked, keys), ['d:picked', 'b:kid', 'c:issuer', 'a:tried']);
  });
  it('leaves a picked key out all the same where it cannot fit', async () => {
    assert.deepEqual(await ranked(wish('HS256', { picked: new Set(['a']) }), [known('a', rsa)]), []);
  });
  it('prefers the public half to verify, and takes only private keys to sign', async () => {
    const { material } = aPair('RSA-2048');
    const keys = [known('private', material), known('public', rsa)];
    assert.deepEqual(await ranked(wish('RS256'), keys), ['public:onlyFit', 'private:onlyFit']);
    assert.deepEqual(await ranked(wish('RS256', { purpose: 'sign' }), keys), ['private:onlyFit']);
  });
  it('puts keys labelled for something else behind', async () => {
    const keys = [
      known('enc', rsa, { use: 'enc' }),
      known('rs512', rsa, { alg: 'RS512' }),
      known('ops', rsa, { keyOps: ['encrypt'] }),
      known('plain', other),
      known('sig', rsa, { use: 'sig', alg: 'RS256', keyOps: ['verify'] }),
    ];
    const order = (await ranked(wish('RS256'), keys)).map((each) => each.split(':')[0]);
    assert.deepEqual(order, ['plain', 'sig', 'rs512', 'ops', 'enc']);
  });
  it('keeps the order of keys nothing sets apart', async () => {
    const keys = ['a', 'b', 'c', 'd'].map((id) => known(id, id === 'b' ? other : rsa));
    assert.deepEqual(await ranked(wish('PS256'), keys), ['a:tried', 'b:tried', 'c:tried', 'd:tried']);
  });
});
