import assert from 'node:assert/strict';
import type { PyjwtDecodeRequest } from '../../../src/core/pyjwt/decodeRequest';
import { isForgottenOption, olderOptions } from '../../../src/core/pyjwt/olderOptions';
import { isOption } from '../../../src/core/pyjwt/options';
import { PyJwk } from '../../../src/core/pyjwt/pyJwk';
import { reproduceDecode } from '../../../src/core/pyjwt/reproduce';
import { dict, iterator, now, secret, set, timedelta, tuple, value } from './pyjwtCalls';

const jwk = value(PyJwk.from(dict({ kty: 'oct', k: 'AAAA' })));

describe('reproduceDecode', () => {
  for (const [given, line] of [
    [{}, 'jwt.decode(token)'],
    [{ key: secret, algorithms: ['HS256'] }, 'jwt.decode(token, key, algorithms=["HS256"])'],
    [{ key: '' }, 'jwt.decode(token, "")'],
    [{ key: null }, 'jwt.decode(token, None)'],
    [{ key: jwk }, 'jwt.decode(token, jwt.PyJWK(key, "HS256"))'],
    [
      {
        key: secret,
        algorithms: tuple('HS256'),
        audience: ['a', 'b'],
        issuer: 'it\'s "me"',
        subject: null,
        leeway: 1.5,
      },
      'jwt.decode(token, key, algorithms=("HS256",), audience=["a", "b"], issuer="it\'s \\"me\\"", subject=None, leeway=1.5)',
    ],
    [
      { options: dict({ require: ['exp'], verify_aud: false }), verify: false },
      'jwt.decode(token, options={"require": ["exp"], "verify_aud": False}, verify=False)',
    ],
    [{ instanceOptions: dict({ verify_exp: false }) }, 'jwt.PyJWT({"verify_exp": False}).decode(token)'],
    [
      { detachedPayload: Uint8Array.of(1), extraArguments: ['foo'] },
      'jwt.decode(token, detached_payload=payload, foo=...)',
    ],
    [{ detachedPayload: null }, 'jwt.decode(token, detached_payload=None)'],
    [{ audience: set('a'), issuer: iterator('b') }, 'jwt.decode(token, audience={"a"}, issuer=iter(["b"]))'],
    [{ leeway: timedelta(30) }, 'jwt.decode(token, leeway=datetime.timedelta(seconds=30.0))'],
    [{ audience: 'a\n\u2028\\' }, 'jwt.decode(token, audience="a\\n\\u2028\\\\")'],
  ] as readonly (readonly [Partial<PyjwtDecodeRequest>, string])[])
    it(`writes ${line}`, () => {
      assert.equal(reproduceDecode({ token: 'secret.secret.secret', now, ...given }), line);
    });

  it('never shows token, key or payload, and takes other names for them', () => {
    const request = {
      token: secret,
      key: secret,
      detachedPayload: Uint8Array.from(secret, (each) => each.charCodeAt(0)),
      now,
    };
    const line = reproduceDecode(request, { token: 't', key: 'k', detachedPayload: 'p' });
    assert.equal(line, 'jwt.decode(t, k, detached_payload=p)');
  });
});

describe('olderOptions', () => {
  it('are options no more, and say what to write today', () => {
    for (const [name, { instead }] of olderOptions) {
      assert.equal(isForgottenOption(name), true, name);
      assert.ok(instead);
    }
    assert.equal(olderOptions.get('require_nbf')?.instead, '"require": ["nbf"]');
    assert.equal(isForgottenOption('verify_aud'), false);
    assert.equal(isOption('strict_aud'), true);
  });
});
