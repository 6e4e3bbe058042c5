import assert from 'node:assert/strict';
import { decryptWithKeys } from '../../../src/core/decrypt/decryptWithKeys';
import { readContent } from '../../../src/core/decrypt/readContent';
import { encryptToken } from '../../../src/core/encrypt/encryptToken';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { JweToken } from '../../../src/core/jose/token';
import { readJwk, toJwk } from '../../../src/core/keys/jwk';
import type { Key, KnownKey } from '../../../src/core/keys/key';
import { aCompactJwe, aCompactJws } from '../../support/aToken';
import { aKey, aPair } from '../../support/keyMaterial';

const moment = 1_767_225_600;
const known = (id: string, key: Key): KnownKey => ({ id, key, origin: { from: 'secretStorage', name: id } });
const secret = (id: string, length: number, kid?: string): KnownKey =>
  known(id, aKey({ kty: 'oct', k: new Uint8Array(length).fill(length) }, kid === undefined ? {} : { kid }));
const claims = '{"sub":"42"}';

function jwe(text: string): JweToken {
  const token = parseToken(text);
  assert.equal(token.kind, 'jwe');
  return token;
}

async function sealed(header: object, key: Key, content = claims): Promise<JweToken> {
  const plaintext = utf8Bytes(content);
  return jwe(await encryptToken({ headerText: JSON.stringify(header), plaintext }, key));
}

describe('decryptWithKeys', () => {
  it('opens a token with the one key that fits, and says which and why', async () => {
    const rsa = known('rsa', aKey(aPair('RSA-2048').material));
    const token = await sealed({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }, rsa.key);
    const answer = await decryptWithKeys({ token, keys: [secret('a', 32), rsa], moment });
    assert.equal(answer.status, 'decrypted');
    assert.equal(answer.key?.id, 'rsa');
    assert.equal(answer.chosenBy, 'onlyFit');
    assert.equal(new TextDecoder().decode(answer.plaintext), claims);
  });

  it('takes keys of both types that agreement has curves in', async () => {
    for (const kind of ['P-256', 'X25519'] as const) {
      const pair = known(kind, aKey(aPair(kind).material));
      const token = await sealed({ alg: 'ECDH-ES', enc: 'A128GCM' }, pair.key);
      const answer = await decryptWithKeys({ token, keys: [secret('a', 16), pair], moment });
      assert.equal(answer.status === 'decrypted' && answer.key?.id, kind);
    }
  });

  it('asks the key first that the token names', async () => {
    const named = secret('named', 16, 'k2');
    const token = await sealed({ alg: 'A128KW', enc: 'A128GCM', kid: 'k2' }, named.key);
    const wrong = known('wrong', aKey({ kty: 'oct', k: new Uint8Array(16).fill(1) }));
    const answer = await decryptWithKeys({ token, keys: [wrong, named], moment });
    assert.equal(answer.status === 'decrypted' && answer.chosenBy, 'kid');
  });

  it('says which keys were tried where none opens it', async () => {
    const token = await sealed({ alg: 'A128KW', enc: 'A128GCM' }, secret('right', 16).key);
    const wrong = known('wrong', aKey({ kty: 'oct', k: new Uint8Array(16).fill(1) }));
    const answer = await decryptWithKeys({ token, keys: [wrong], moment });
    assert.ok(answer.status === 'failed');
    assert.equal(answer.reason.code, 'notDecryptable');
    assert.deepEqual(
      answer.tried.map(({ id }) => id),
      ['wrong'],
    );
  });

  it('says that a private key is wanted where only the public half is known', async () => {
    const pair = aKey(aPair('P-256').material);
    const token = await sealed({ alg: 'ECDH-ES', enc: 'A128GCM' }, pair);
    const half = readJwk(toJwk(pair, { private: false }));
    assert.ok('material' in half);
    const answer = await decryptWithKeys({ token, keys: [known('public', half)], moment });
    assert.deepEqual(answer.status === 'failed' && answer.reason, {
      code: 'noFittingKey',
      alg: 'ECDH-ES',
      known: 1,
    });
  });

  it('asks before a password takes more work than usual, and tries no other then', async () => {
    const key = secret('password', 8);
    const token = await sealed({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2c: 2000 }, key.key);
    const request = { token, keys: [secret('other', 9), key], moment };
    const asked = await decryptWithKeys({ ...request, options: { pbes2Limit: 1000 } });
    assert.ok(asked.status === 'failed');
    assert.deepEqual(asked.reason, { code: 'needsConsent', iterations: 2000, limit: 1000 });
    assert.equal(asked.tried.length, 1);
    assert.equal((await decryptWithKeys(request)).status, 'decrypted');
  });

  it('tries no more than a few passwords', async () => {
    const token = await sealed({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2c: 1 }, secret('x', 99).key);
    const keys = Array.from({ length: 9 }, (_, index) => secret(`s${index}`, index + 1));
    const answer = await decryptWithKeys({ token, keys, moment });
    assert.ok(answer.status === 'failed');
    assert.deepEqual(answer.reason, { code: 'stopped', tried: 4 });
  });

  it('stops when it is told to', async () => {
    const key = secret('right', 16);
    const token = await sealed({ alg: 'A128KW', enc: 'A128GCM' }, key.key);
    const answer = await decryptWithKeys({ token, keys: [key], moment, isCancelled: () => true });
    assert.deepEqual(answer.status === 'failed' && answer.reason, { code: 'stopped', tried: 0 });
  });

  for (const [what, header, trusted, code] of [
    ['no key at all', { alg: 'A128KW', enc: 'A128GCM' }, true, 'noKeys'],
    ['no trust', { alg: 'A128KW', enc: 'A128GCM' }, false, 'workspaceNotTrusted'],
    ['an unknown algorithm', { alg: 'A9', enc: 'A128GCM' }, true, 'algUnknown'],
  ] as const)
    it(`tells ${what}`, async () => {
      const token = jwe(aCompactJwe(header));
      const answer = await decryptWithKeys({ token, keys: [], trusted, moment });
      assert.equal(answer.status === 'failed' && answer.reason.code, code);
    });
});

describe('readContent', () => {
  const kindOf = (content: string | Uint8Array): string =>
    readContent(typeof content === 'string' ? utf8Bytes(content) : new Uint8Array(content)).kind;

  it('knows a nested token by its form, compact or not', () => {
    const token = aCompactJws({ alg: 'HS256' }, { sub: '42' });
    assert.equal(kindOf(token), 'token');
    assert.equal(kindOf(`${token}\n`), 'token');
    const [header, payload, signature] = token.split('.');
    assert.equal(kindOf(JSON.stringify({ payload, protected: header, signature })), 'token');
  });

  for (const [content, kind] of [
    [claims, 'claims'],
    ['{"payload":"of a ship","signature":1}', 'claims'],
    ['[1,2]', 'json'],
    ['The true sign of intelligence', 'text'],
    ['', 'text'],
    [Uint8Array.of(0xff, 0xfe, 0), 'binary'],
  ] as const)
    it(`reads ${JSON.stringify(content)} as ${kind}`, () => {
      assert.equal(kindOf(content), kind);
    });
});
