import assert from 'node:assert/strict';
import { metadataUrls, parseObject, readMetadata } from '../../../../src/core/keys/remote/discovery';

const issuer = 'https://a.example/tenant';
const read = (metadata: unknown): unknown => readMetadata(JSON.stringify(metadata), issuer, 'a.example');

describe('metadataUrls', () => {
  it('gives the places of OpenID Connect and of RFC 8414 for an issuer with a path', () => {
    assert.deepEqual(metadataUrls(new URL('https://a.example/tenant/one/')), [
      'https://a.example/tenant/one/.well-known/openid-configuration',
      'https://a.example/.well-known/oauth-authorization-server/tenant/one',
      'https://a.example/.well-known/openid-configuration/tenant/one',
    ]);
  });
  it('gives two places for an issuer without a path', () => {
    const places = [
      'https://a.example:8443/.well-known/openid-configuration',
      'https://a.example:8443/.well-known/oauth-authorization-server',
    ];
    assert.deepEqual(metadataUrls(new URL('https://a.example:8443')), places);
    assert.deepEqual(metadataUrls(new URL('https://a.example:8443/')), places);
  });
  it('gives none where no issuer may be: a query, a fragment, no end', () => {
    for (const url of [
      'https://a.example/?x=1',
      'https://a.example/#x',
      `https://a.example/${'x'.repeat(3000)}`,
    ])
      assert.deepEqual(metadataUrls(new URL(url)), []);
  });
});

describe('the longest issuer', () => {
  it('has 2048 characters', () => {
    const beginning = 'https://a.example/';
    const ofLength = (length: number): URL => new URL(beginning.padEnd(length, 'x'));
    assert.equal(metadataUrls(ofLength(2048)).length, 3);
    assert.deepEqual(metadataUrls(ofLength(2049)), []);
  });
});

describe('readMetadata', () => {
  it('gives the address of the keys', () => {
    assert.deepEqual(read({ issuer, jwks_uri: 'https://k.example/keys' }), {
      jwksUri: 'https://k.example/keys',
    });
  });
  it('refuses metadata of another issuer, to the letter', () => {
    for (const other of [
      'https://b.example',
      `${issuer}/`,
      'HTTPS://a.example/tenant',
      undefined,
      7,
      [issuer],
    ]) {
      const found = typeof other === 'string' ? other : '';
      assert.deepEqual(read({ issuer: other, jwks_uri: 'https://k.example/' }), {
        code: 'remote.issuerDiffers',
        facts: { host: 'a.example', found },
      });
    }
  });
  it('tells metadata without an address of keys, and what is no JSON object', () => {
    for (const jwks_uri of [undefined, '', 7])
      assert.deepEqual(read({ issuer, jwks_uri }), {
        code: 'remote.noJwksUri',
        facts: { host: 'a.example' },
      });
    for (const text of ['', '<html>', '[]', 'null', '{"issuer":'])
      assert.deepEqual(readMetadata(text, issuer, 'a.example'), {
        code: 'remote.notJson',
        facts: { host: 'a.example' },
      });
  });
});

describe('parseObject', () => {
  it('reads past a byte order mark and gives up on depth without falling', () => {
    assert.deepEqual(parseObject('\ufeff{"a":1}'), { a: 1 });
    assert.equal(parseObject('{"a":1}\ufeff'), undefined);
    assert.equal(parseObject('['.repeat(500_000)), undefined);
  });
});
