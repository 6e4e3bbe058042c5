import assert from 'node:assert/strict';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { JsonObject } from '../../../src/core/encoding/jsonNode';
import { publicPart } from '../../../src/core/keys/jwk';
import type { KnownKey } from '../../../src/core/keys/key';
import { keysOfProfile, profileFor, type Profile } from '../../../src/core/verify/profile';
import { aKey, aPair } from '../../support/keyMaterial';

const claimsOf = (claims: object): JsonObject | undefined => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = parseToken(`${part({ alg: 'HS256' })}.${part(claims)}.AAAA`);
  return token.kind === 'jws' ? token.payload.claims : undefined;
};

describe('profileFor', () => {
  const profiles: readonly Profile[] = [
    { issuer: 'https://a.example/*' },
    { issuer: 'https://a.example/tenants/*' },
    { issuer: 'https://a.example/tenants/1' },
    { issuer: 'joe' },
  ];
  const chosen = (claims: object): string | undefined => profileFor(claimsOf(claims), profiles)?.issuer;

  it('prefers the whole issuer, then the longest beginning', () => {
    assert.equal(chosen({ iss: 'https://a.example/tenants/1' }), 'https://a.example/tenants/1');
    assert.equal(chosen({ iss: 'https://a.example/tenants/12' }), 'https://a.example/tenants/*');
    assert.equal(chosen({ iss: 'https://a.example/other' }), 'https://a.example/*');
    assert.equal(chosen({ iss: 'joe' }), 'joe');
  });
  it('prefers the longest beginning in whichever order they stand, and the first of two alike', () => {
    const issuer = 'https://a.example/tenants/*';
    const reversed = [{ issuer, leeway: 1 }, { issuer: 'https://a.example/*' }, { issuer, leeway: 2 }];
    assert.deepEqual(profileFor(claimsOf({ iss: 'https://a.example/tenants/12' }), reversed), reversed[0]);
  });
  it('gives none for an issuer nobody described, or none at all', () => {
    for (const claims of [
      { iss: 'https://a.example' },
      { iss: 'Joe' },
      { iss: 'joey' },
      { iss: ['joe'] },
      {},
    ])
      assert.equal(chosen(claims), undefined, JSON.stringify(claims));
    assert.equal(profileFor(undefined, profiles), undefined);
  });
  it('takes a star in a token’s issuer for a star', () => {
    assert.equal(
      profileFor(claimsOf({ iss: 'https://a.example/tenants/*' }), [profiles[1]])?.issuer,
      profiles[1].issuer,
    );
    assert.equal(profileFor(claimsOf({ iss: 'j*' }), [{ issuer: 'joe' }]), undefined);
  });
});

describe('keysOfProfile', () => {
  const { material } = aPair('P-256');
  const other = aPair('P-384').material;
  const file = (id: string, path: string, from = material, kid?: string): KnownKey => ({
    id,
    key: aKey(from, kid === undefined ? {} : { kid }),
    origin: { from: 'file', path, uri: `file:///${path}` },
  });
  const known: readonly KnownKey[] = [
    file('one', 'keys/a.pem'),
    file('two', 'keys/b.pem', publicPart(material)),
    file('three', 'keys/c.pem', other, 'k3'),
    {
      id: 'four',
      key: aKey(aPair('Ed25519').material),
      origin: { from: 'remote', url: 'https://a.example/jwks' },
    },
    { id: 'five', key: aKey(aPair('RSA-2048').material, { kid: 'mine' }), origin: { from: 'token' } },
  ];
  const named = (...keys: string[]): string[] => [...keysOfProfile({ issuer: 'x', keys }, known)!];

  it('finds keys by path, key id and address', () => {
    assert.deepEqual(named('k3'), ['three']);
    assert.deepEqual(named('https://a.example/jwks', 'keys/c.pem'), ['three', 'four']);
  });
  it('takes a path for one in the folder that the profile holds in, and in no other', () => {
    const several: readonly KnownKey[] = ['orders', 'bill ing'].map((name, index) => ({
      id: name,
      key: aKey(aPair(index === 0 ? 'P-256' : 'P-384').material),
      origin: {
        from: 'file',
        path: `${name}/keys/a b.pem`,
        uri: `file:///work/${encodeURIComponent(name)}/keys/a%20b.pem`,
      },
    }));
    const inFolder = (folder: string | undefined, name: string): string[] => [
      ...keysOfProfile({ issuer: 'x', keys: [name] }, several, folder)!,
    ];
    assert.deepEqual(inFolder('file:///work/orders', 'keys/a b.pem'), ['orders']);
    assert.deepEqual(inFolder('file:///work/bill%20ing', 'keys/a b.pem'), ['bill ing']);
    assert.deepEqual(inFolder('file:///', 'work/orders/keys/a b.pem'), ['orders']);
    assert.deepEqual(inFolder('file:///work/ord', 'ers/keys/a b.pem'), []);
    assert.deepEqual(inFolder(undefined, 'keys/a b.pem'), []);
    assert.deepEqual(inFolder('file:///work/orders', 'bill ing/keys/a b.pem'), ['bill ing']);
  });
  it('takes an address that is encoded wrongly as it stands', () => {
    const odd: KnownKey = {
      id: 'odd',
      key: aKey(material),
      origin: { from: 'file', path: 'a.pem', uri: 'file:///work/100%/a.pem' },
    };
    assert.deepEqual(
      [...keysOfProfile({ issuer: 'x', keys: ['100%/a.pem'] }, [odd], 'file:///work')!],
      ['odd'],
    );
  });
  it('finds secrets and variables by their names, and keys by their ids', () => {
    const byName: readonly KnownKey[] = [
      { id: 'six', key: aKey(material), origin: { from: 'secretStorage', name: 'vault' } },
      {
        id: 'seven',
        key: aKey(other),
        origin: { from: 'variable', name: 'JWT_SECRET', path: '.env', uri: 'file:///.env', line: 1 },
      },
    ];
    const found = (name: string): string[] => [...keysOfProfile({ issuer: 'x', keys: [name] }, byName)!];
    assert.deepEqual(found('vault'), ['six']);
    assert.deepEqual(found('JWT_SECRET'), ['seven']);
    assert.deepEqual(found('six'), ['six']);
    assert.deepEqual(found('.env'), []);
    assert.deepEqual(found('undefined'), []);
  });
  it('means the same key wherever it lies, and its other half', () => {
    assert.deepEqual(named('keys/a.pem'), ['one', 'two']);
  });
  it('never means a key that a token brings along', () => {
    assert.deepEqual(named('mine', 'five'), []);
  });
  it('says nothing where a profile names no keys', () => {
    assert.equal(keysOfProfile({ issuer: 'x' }, known), undefined);
  });
});
