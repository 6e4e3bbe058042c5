import assert from 'node:assert/strict';
import { encodeBase64url } from '../../../src/core/encoding/base64url';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { pyjwtDecode } from '../../../src/core/pyjwt/decode';
import { pyjwtEncode, type PyjwtEncodeRequest } from '../../../src/core/pyjwt/encode';
import { PyJwk } from '../../../src/core/pyjwt/pyJwk';
import { pythonDatetime } from '../../../src/core/pyjwt/python/pythonDatetime';
import type { PythonValue } from '../../../src/core/pyjwt/python/pythonValue';
import { dict, py, said, secret, timedelta, value } from './pyjwtCalls';
import { jwkOf, privatePem, publicPem } from './pyjwtKeys';

type Given = Partial<PyjwtEncodeRequest>;

/** Header and payload as they were written, or the refusal. */
async function texts(given: Given): Promise<readonly string[]> {
  const encoded = await pyjwtEncode({ payload: dict({ a: 1 }), key: secret, ...given });
  return encoded.accepted ? [encoded.headerText, encoded.payloadText] : [said(encoded)];
}

async function header(given: Given): Promise<string | undefined> {
  return (await texts(given))[0];
}

const oct = (members: object = {}): PyJwk =>
  value(PyJwk.from(dict({ kty: 'oct', k: encodeBase64url(utf8Bytes(secret.repeat(2))), ...members })));
const at = (text: string): PythonValue => pythonDatetime(text) ?? null;

describe('pyjwtEncode', () => {
  it('writes the token of the documentation', async () => {
    const encoded = await pyjwtEncode({
      payload: dict({ some: 'payload' }),
      key: 'secret',
      algorithm: 'HS256',
    });
    assert.ok(encoded.accepted);
    assert.equal(
      encoded.token,
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzb21lIjoicGF5bG9hZCJ9.4twFt5NiznN84AWoo1d7KO1T_yoc0Z6XOpOVswacPZg',
    );
    assert.deepEqual(
      encoded.warnings.map(({ category }) => category),
      ['InsecureKeyLengthWarning'],
    );
  });

  for (const [given, text] of [
    [{}, '{"alg":"HS256","typ":"JWT"}'],
    [{ sortHeaders: false }, '{"typ":"JWT","alg":"HS256"}'],
    [{ sortHeaders: null }, '{"typ":"JWT","alg":"HS256"}'],
    [{ algorithm: null, key: '' }, '{"alg":"none","typ":"JWT"}'],
    [{ key: oct() }, '{"alg":"HS256","typ":"JWT"}'],
    [{ key: oct({ alg: 'HS512', kid: 'k' }) }, '{"alg":"HS512","typ":"JWT"}'],
    [{ key: oct({ alg: 'HS512' }), algorithm: null }, '{"alg":"HS512","typ":"JWT"}'],
    [{ key: oct({ alg: 'HS512' }), algorithm: 'HS384' }, '{"alg":"HS384","typ":"JWT"}'],
    [{ algorithm: 'HS256', headers: dict({ alg: 'none' }), key: null }, '{"alg":"none","typ":"JWT"}'],
    [{ headers: dict({ alg: null }) }, '{"alg":null,"typ":"JWT"}'],
    [{ headers: dict({ alg: '' }) }, '{"alg":"","typ":"JWT"}'],
    [{ headers: dict({ typ: '' }) }, '{"alg":"HS256"}'],
    [{ headers: dict({ typ: null, kid: 'k' }) }, '{"alg":"HS256","kid":"k"}'],
    [{ headers: dict({ typ: 5 }) }, '{"alg":"HS256","typ":5}'],
    [
      { headers: dict({ kid: '', b: 1, a: { d: 1, c: 2 } }) },
      '{"a":{"c":2,"d":1},"alg":"HS256","b":1,"kid":"","typ":"JWT"}',
    ],
    [{ headers: dict({ b: 1, typ: 'x' }), sortHeaders: false }, '{"typ":"x","alg":"HS256","b":1}'],
    [{ headers: dict({ b64: true }) }, '{"alg":"HS256","typ":"JWT"}'],
    [{ headers: dict({ b64: 0 }) }, '{"alg":"HS256","typ":"JWT"}'],
    [{ headers: dict({ b64: false }) }, '{"alg":"HS256","b64":false,"crit":["b64"],"typ":"JWT"}'],
    [
      { headers: dict({ b64: false, crit: ['x'] }) },
      '{"alg":"HS256","b64":false,"crit":["x","b64"],"typ":"JWT"}',
    ],
    [
      { headers: dict({ b64: false, crit: ['b64'] }) },
      '{"alg":"HS256","b64":false,"crit":["b64"],"typ":"JWT"}',
    ],
    [{ headers: dict({ crit: 5 }) }, '{"alg":"HS256","crit":5,"typ":"JWT"}'],
    [{ headers: null }, '{"alg":"HS256","typ":"JWT"}'],
    [{ headers: [] }, '{"alg":"HS256","typ":"JWT"}'],
    [
      { headers: dict({ b64: false, crit: null }) },
      "InvalidTokenError: Invalid 'crit' header: must be a list",
    ],
    [{ headers: dict({ kid: 5 }) }, 'InvalidTokenError: Key ID header parameter must be a string'],
    [{ headers: dict({ kid: null }) }, 'InvalidTokenError: Key ID header parameter must be a string'],
    [{ headers: 'x' }, "AttributeError: 'str' object has no attribute 'get'"],
    [
      { headers: new Map([['x', timedelta(1)]]) },
      'TypeError: Object of type timedelta is not JSON serializable',
    ],
    [{ algorithm: 'hs256' }, 'NotImplementedError: Algorithm not supported'],
    [{ algorithm: '' }, 'NotImplementedError: Algorithm not supported'],
    [{ algorithm: 5n }, 'NotImplementedError: Algorithm not supported'],
    [{ algorithm: ['HS256'] }, "TypeError: unhashable type: 'list'"],
    [{ algorithm: 'none' }, 'InvalidKeyError: When alg = "none", key value must be None.'],
    [{ key: null }, 'TypeError: Expected a string or bytes value'],
    [
      { key: 'k', instanceOptions: dict({ enforce_minimum_key_length: true }) },
      'InvalidKeyError: The HMAC key is 1 bytes long, which is below the minimum recommended length of 32 bytes for SHA256. See RFC 7518 Section 3.2.',
    ],
    [{ instanceOptions: 'x' }, "AttributeError: 'str' object has no attribute 'get'"],
  ] as readonly (readonly [Given, string])[])
    it(`writes ${text}`, async () => {
      assert.equal(await header(given), text);
    });

  for (const [payload, text] of [
    [dict({ b: 1, a: { z: 1, y: 2 } }), '{"b":1,"a":{"z":1,"y":2}}'],
    [dict({}), '{}'],
    [dict({ exp: 'x', sub: 5, jti: null, aud: 5 }), '{"exp":"x","sub":5,"jti":null,"aud":5}'],
    [dict({ iss: '' }), '{"iss":""}'],
    [new Map([['exp', 1.0]]), '{"exp":1.0}'],
    [
      new Map([
        ['exp', at('2023-11-14T22:13:20')],
        ['nbf', at('2023-11-15T00:13:20+02:00')],
        ['iat', at('1969-12-31T23:59:59.5')],
      ]),
      '{"exp":1700000000,"nbf":1700000000,"iat":-1}',
    ],
    [
      new Map([['auth_time', at('2023-11-14')]]),
      'TypeError: Object of type datetime is not JSON serializable',
    ],
    [new Map([['exp', { python: 'date' }]]), 'TypeError: Object of type date is not JSON serializable'],
    [new Map([['exp', timedelta(5)]]), 'TypeError: Object of type timedelta is not JSON serializable'],
    [dict({ iss: null }), 'TypeError: Issuer (iss) must be a string.'],
    [dict({ iss: ['x'] }), 'TypeError: Issuer (iss) must be a string.'],
    ['x', 'TypeError: Expecting a dict object, as JWT only supports JSON objects as payloads.'],
    [null, 'TypeError: Expecting a dict object, as JWT only supports JSON objects as payloads.'],
  ] as readonly (readonly [PythonValue, string])[])
    it(`writes the payload ${text}`, async () => {
      assert.equal((await texts({ payload })).at(-1), text);
    });

  it('looks at the payload before the header, and at both before the key', async () => {
    const wrong: Given = { payload: dict({ iss: 5 }), headers: dict({ kid: 5 }), algorithm: 'x', key: null };
    assert.match((await header(wrong)) ?? '', /iss/);
    assert.match((await header({ ...wrong, payload: dict({}) })) ?? '', /Key ID/);
    assert.match((await header({ ...wrong, payload: dict({}), headers: dict({}) })) ?? '', /Algorithm/);
  });

  it('keeps a detached payload out of the token and signs it as it is', async () => {
    const encoded = await pyjwtEncode({
      payload: dict({ a: 'x.y' }),
      key: secret,
      headers: dict({ b64: false }),
    });
    assert.ok(encoded.accepted);
    assert.match(encoded.token, /^[\w-]+\.\.[\w-]+$/);
    const call = { token: encoded.token, key: secret, algorithms: ['HS256'], now: 0 };
    const verdict = await pyjwtDecode({ ...call, detachedPayload: utf8Bytes('{"a":"x.y"}') });
    assert.ok(verdict.accepted);
  });

  for (const [kind, algorithm] of [
    ['RSA-2048', 'RS256'],
    ['RSA-2048', 'PS512'],
    ['P-256', 'ES256'],
    ['P-521', 'ES521'],
    ['secp256k1', 'ES256K'],
    ['Ed25519', 'EdDSA'],
    ['Ed448', 'EdDSA'],
  ] as const)
    it(`signs with ${algorithm} what decode accepts`, async () => {
      for (const key of [privatePem(kind), value(PyJwk.from(jwkOf(kind, 'private'), algorithm))]) {
        const encoded = await pyjwtEncode({ payload: dict({ a: 1 }), key, algorithm });
        assert.ok(encoded.accepted);
        const verdict = await pyjwtDecode({
          token: encoded.token,
          key: publicPem(kind),
          algorithms: [algorithm],
          now: 0,
        });
        assert.equal(said(verdict), 'accepted');
      }
      const refused = await pyjwtEncode({ payload: dict({}), key: publicPem(kind), algorithm });
      assert.match(said(refused), /^AttributeError: '_\w+PublicKey' object has no attribute 'sign'$/);
    });

  it('tells what it writes against the RFCs, or against its own decode', async () => {
    const notes = async (given: Given): Promise<readonly string[]> => {
      const encoded = await pyjwtEncode({ payload: dict({}), key: secret, ...given });
      return encoded.accepted
        ? encoded.notes.map(({ code, facts }) => `${code} ${Object.values(facts).join(' ')}`)
        : [];
    };
    assert.deepEqual(await notes({}), []);
    assert.deepEqual(
      await notes({ payload: dict({ exp: 5, sub: 'x', jti: 'x', aud: ['x'], nbf: '5', iat: 1.5 }) }),
      [],
    );
    assert.deepEqual(
      await notes({
        payload: new Map<string, PythonValue>([
          ['exp', 'x'],
          ['nbf', NaN],
          ['iat', null],
          ['sub', 5n],
          ['jti', null],
          ['aud', [5n]],
        ]),
      }),
      [
        'notJsonNumber payload',
        'claimUnchecked exp',
        'claimUnchecked nbf',
        'claimUnchecked iat',
        'claimUnchecked sub',
        'claimUnchecked jti',
        'claimUnchecked aud',
      ],
    );
    assert.deepEqual(await notes({ payload: dict({ aud: 5 }) }), ['claimUnchecked aud']);
    assert.deepEqual(await notes({ headers: dict({ alg: null, typ: 5, cty: 5, crit: ['x'] }) }), [
      'headerUnchecked alg',
      'headerUnchecked typ',
      'headerUnchecked cty',
      'headerUnchecked crit',
    ]);
    assert.deepEqual(await notes({ headers: new Map([['x', Infinity]]) }), ['notJsonNumber header']);
    assert.deepEqual(await notes({ headers: dict({ alg: '' }) }), ['headerUnchecked alg']);
  });

  it('takes a secret as octets', async () => {
    const encoded = await pyjwtEncode({ payload: dict({}), key: utf8Bytes(secret), sortHeaders: py(1) });
    assert.ok(encoded.accepted);
    assert.equal(
      said(await pyjwtDecode({ token: encoded.token, key: secret, algorithms: ['HS256'], now: 0 })),
      'accepted',
    );
  });
});
