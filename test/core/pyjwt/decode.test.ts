import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeBase64url } from '../../../src/core/encoding/base64url';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { pyjwtDecode, pyjwtGetUnverifiedHeader } from '../../../src/core/pyjwt/decode';
import type { PyjwtDecodeRequest } from '../../../src/core/pyjwt/decodeRequest';
import { PyJwk } from '../../../src/core/pyjwt/pyJwk';
import { dict, now, py, said, secret, signatureOver, signed, tuple, value } from './pyjwtCalls';

/** A call in pieces, so that each fault can be mended by itself. */
interface Call {
  readonly algorithms: readonly string[];
  /** Stands for the token, where it is no text at all. */
  readonly token?: number | string | undefined;
  readonly header: string;
  readonly headerText?: string;
  readonly payload: string;
  readonly claims?: object;
  readonly signature?: string | undefined;
  readonly key: string;
  readonly detached?: string | undefined;
  readonly audience: number | string;
  readonly leeway?: number;
}

/** Everything is wrong with it. */
const everythingWrong: Call = {
  algorithms: [],
  token: 5,
  header: 'A',
  payload: '!',
  signature: '!',
  key: '',
  audience: 5,
};

const text = (value: string): string => encodeBase64url(utf8Bytes(value));

async function request(call: Call): Promise<PyjwtDecodeRequest> {
  const header = call.headerText === undefined ? call.header : text(call.headerText);
  const payload = call.claims === undefined ? call.payload : text(JSON.stringify(call.claims));
  const signature = call.signature ?? (await signatureOver(`${header}.${payload}`));
  const token = call.token ?? `${header}.${payload}.${signature}`;
  const detached = call.detached === undefined ? {} : { detachedPayload: utf8Bytes(call.detached) };
  const { key, algorithms, audience } = call;
  const options = dict({ enforce_minimum_key_length: true, require: ['role'] });
  const more = { issuer: 'me', subject: 'you', leeway: py(call.leeway ?? 0) };
  return { token: py(token), key, algorithms, options, audience: py(audience), ...more, now, ...detached };
}

/** PyJWT's checks in its order: what it says, and what mends that and nothing that comes later. */
const ladder: readonly (readonly [says: string, mend: Partial<Call>])[] = [
  [
    'DecodeError: It is required that you pass in a value for the "algorithms" argument when calling decode().',
    { algorithms: ['ES256'] },
  ],
  ["DecodeError: Invalid token type. Token must be a <class 'bytes'>", { token: '\ud800.' }],
  ["UnicodeEncodeError: 'utf-8' codec can't encode character: surrogates not allowed", { token: 'a.b' }],
  ['DecodeError: Not enough segments', { token: undefined }],
  ['DecodeError: Invalid header padding', { headerText: '{"kid":1' }],
  [
    "DecodeError: Invalid header string: Expecting ',' delimiter: line 1 column 9 (char 8)",
    { headerText: '["kid"]' },
  ],
  [
    'DecodeError: Invalid header string: must be a json object',
    { headerText: '{"kid":1,"b64":false,"crit":null}' },
  ],
  [
    "DecodeError: Payload segment must be empty when 'b64' is false.",
    { headerText: '{"kid":1,"crit":null}' },
  ],
  ['DecodeError: Invalid payload padding', { payload: text('[') }],
  ['DecodeError: Invalid crypto padding', { signature: 'AAAA' }],
  ['InvalidTokenError: Key ID header parameter must be a string', { headerText: '{"crit":null}' }],
  [
    "InvalidTokenError: Invalid 'crit' header: must be a non-empty list",
    { headerText: '{"crit":[1,"exp"]}' },
  ],
  [
    "InvalidTokenError: Invalid 'crit' header: values must be strings",
    { headerText: '{"crit":["exp","b64"]}' },
  ],
  ['InvalidTokenError: Unsupported critical extension: exp', { headerText: '{"crit":["b64"]}' }],
  [
    "InvalidTokenError: Critical extension 'b64' is missing from headers",
    { headerText: '{}', detached: '[' },
  ],
  [
    'DecodeError: It is only valid to pass "detached_payload" when the protected header has "b64" set to false.',
    { headerText: '{"b64":false}', payload: '', detached: undefined },
  ],
  [
    "InvalidTokenError: The 'b64' header parameter requires 'b64' to be listed in 'crit'.",
    { headerText: '{"b64":false,"crit":["b64"]}' },
  ],
  [
    'DecodeError: It is required that you pass in a value for the "detached_payload" argument to decode a message having the b64 header set to false.',
    { headerText: '{}', payload: text('[') },
  ],
  ['InvalidAlgorithmError: Algorithm not specified', { headerText: '{"alg":"XS256"}' }],
  ['InvalidAlgorithmError: The specified alg value is not allowed', { algorithms: ['XS256', 'HS256'] }],
  ['InvalidAlgorithmError: Algorithm not supported', { headerText: '{"alg":"HS256"}' }],
  ['InvalidKeyError: HMAC key must not be empty.', { key: 'short' }],
  [
    'InvalidKeyError: The HMAC key is 5 bytes long, which is below the minimum recommended length of 32 bytes for SHA256. See RFC 7518 Section 3.2.',
    { key: secret },
  ],
  ['InvalidSignatureError: Signature verification failed', { signature: undefined }],
  ['DecodeError: Invalid payload string: Expecting value: line 1 column 2 (char 1)', { payload: text('[]') }],
  [
    'DecodeError: Invalid payload string: must be a json object',
    { claims: { iat: 'x', nbf: 'x', exp: 'x', iss: 1, aud: 1, sub: 1, jti: 1 } },
  ],
  ['TypeError: audience must be a string, iterable or None', { audience: 'us' }],
  [
    'MissingRequiredClaimError: Token is missing the "role" claim',
    { claims: { role: 1, iat: 'x', nbf: 'x', exp: 'x', iss: 1, aud: 1, sub: 1, jti: 1 } },
  ],
  [
    'InvalidIssuedAtError: Issued At claim (iat) must be an integer.',
    { claims: { role: 1, iat: now + 9, nbf: 'x', exp: 'x', iss: 1, aud: 1, sub: 1, jti: 1 } },
  ],
  [
    'ImmatureSignatureError: The token is not yet valid (iat)',
    { claims: { role: 1, nbf: 'x', exp: 'x', iss: 1, aud: 1, sub: 1, jti: 1 } },
  ],
  [
    'DecodeError: Not Before claim (nbf) must be an integer.',
    { claims: { role: 1, nbf: now + 9, exp: 'x', iss: 1, aud: 1, sub: 1, jti: 1 } },
  ],
  [
    'ImmatureSignatureError: The token is not yet valid (nbf)',
    { claims: { role: 1, exp: 'x', iss: 1, aud: 1, sub: 1, jti: 1 } },
  ],
  [
    'DecodeError: Expiration Time claim (exp) must be an integer.',
    { claims: { role: 1, exp: now, iss: 1, aud: 1, sub: 1, jti: 1 } },
  ],
  ['ExpiredSignatureError: Signature has expired', { claims: { role: 1, aud: 1, sub: 1, jti: 1 } }],
  [
    'MissingRequiredClaimError: Token is missing the "iss" claim',
    { claims: { role: 1, iss: 1, aud: 1, sub: 1, jti: 1 } },
  ],
  [
    'InvalidIssuerError: Payload Issuer (iss) must be a string',
    { claims: { role: 1, iss: 'other', aud: 1, sub: 1, jti: 1 } },
  ],
  ['InvalidIssuerError: Invalid issuer', { claims: { role: 1, iss: 'me', sub: 1, jti: 1 } }],
  [
    'MissingRequiredClaimError: Token is missing the "aud" claim',
    { claims: { role: 1, iss: 'me', aud: 1, sub: 1, jti: 1 } },
  ],
  [
    'InvalidAudienceError: Invalid claim format in token',
    { claims: { role: 1, iss: 'me', aud: 'them', sub: 1, jti: 1 } },
  ],
  [
    "InvalidAudienceError: Audience doesn't match",
    { claims: { role: 1, iss: 'me', aud: 'us', sub: 1, jti: 1 } },
  ],
  [
    'InvalidSubjectError: Subject must be a string',
    { claims: { role: 1, iss: 'me', aud: 'us', sub: 'x', jti: 1 } },
  ],
  ['InvalidSubjectError: Invalid subject', { claims: { role: 1, iss: 'me', aud: 'us', sub: 'you', jti: 1 } }],
  [
    'InvalidJTIError: JWT ID must be a string',
    { claims: { role: 1, iss: 'me', aud: 'us', sub: 'you', jti: 'i' } },
  ],
  ['accepted', {}],
];

describe('pyjwtDecode', () => {
  it('makes its checks in the order of PyJWT', async () => {
    let call = everythingWrong;
    for (const [says, mend] of ladder) {
      assert.equal(said(await pyjwtDecode(await request(call))), says);
      call = { ...call, ...mend };
    }
  });

  it('gives claims, header and signature', async () => {
    const token = await signed('{"alg":"HS256"}', '{"a":1.0,"b":9007199254740993}');
    const verdict = await pyjwtDecode({ token, key: secret, algorithms: ['HS256'], now });
    assert.ok(verdict.accepted);
    assert.deepEqual(
      [...verdict.payload],
      [
        ['a', 1],
        ['b', 9007199254740993n],
      ],
    );
    assert.deepEqual([...verdict.header], [['alg', 'HS256']]);
    assert.equal(encodeBase64url(verdict.signature), token.split('.')[2]);
  });

  it('takes octets for a token, and octets for a key', async () => {
    const token = utf8Bytes(await signed('{"alg":"HS256"}', '{}'));
    assert.equal(
      said(await pyjwtDecode({ token, key: utf8Bytes(secret), algorithms: ['HS256'], now })),
      'accepted',
    );
  });

  it('names bases and tells native exceptions apart', async () => {
    const token = await signed('{"alg":"HS256"}', '{}');
    const wrong = await pyjwtDecode({ token, key: `${secret}x`, algorithms: ['HS256'], now });
    assert.ok(!wrong.accepted);
    assert.deepEqual(wrong.bases, ['DecodeError', 'InvalidTokenError', 'PyJWTError']);
    assert.equal(wrong.isNative, false);
    assert.equal(wrong.code, 'signatureWrong');
    const native = await pyjwtDecode({ token, key: null, algorithms: ['HS256'], now });
    assert.ok(!native.accepted);
    assert.equal(native.isNative, true);
    assert.equal(said(native), 'TypeError: Expected a string or bytes value');
  });

  it('looks at neither key nor algorithm where the signature is not asked for', async () => {
    const options = dict({ verify_signature: false });
    assert.equal(
      said(await pyjwtDecode({ token: `${text('{}')}.${text('{}')}.`, options, now })),
      'accepted',
    );
  });

  it('verifies a detached payload (RFC 7797)', async () => {
    const header = text('{"alg":"HS256","b64":false,"crit":["b64"]}');
    const token = `${header}..${await signatureOver(`${header}.{"a":1}`)}`;
    const call = { token, key: secret, algorithms: ['HS256'], now };
    const right = await pyjwtDecode({ ...call, detachedPayload: utf8Bytes('{"a":1}') });
    assert.ok(right.accepted);
    assert.equal(right.payload.get('a'), 1n);
    const wrong = await pyjwtDecode({ ...call, detachedPayload: utf8Bytes('{"a":2}') });
    assert.equal(said(wrong), 'InvalidSignatureError: Signature verification failed');
    const noBytes = await pyjwtDecode({ ...call, detachedPayload: '{"a":1}' });
    assert.equal(said(noBytes), 'TypeError: sequence item 1: expected a bytes-like object, str found');
  });

  for (const [verify, options, warns] of [
    [undefined, undefined, false],
    [true, undefined, false],
    [false, undefined, true],
    [1, undefined, false],
    [false, { verify_signature: false }, false],
    [true, { verify_signature: false }, true],
  ] as const)
    it(`${warns ? 'warns' : 'does not warn'} of verify=${String(verify)} beside ${JSON.stringify(options)}`, async () => {
      const token = await signed('{"alg":"HS256"}', '{}');
      const verdict = await pyjwtDecode({
        token,
        key: secret,
        algorithms: ['HS256'],
        now,
        ...(options && { options: dict(options) }),
        ...(verify !== undefined && { verify: py(verify) }),
      });
      assert.equal(said(verdict), 'accepted');
      assert.deepEqual(
        verdict.warnings.map(({ category }) => category),
        warns ? ['DeprecationWarning'] : [],
      );
    });

  it('warns of arguments it does not know, and of a short secret', async () => {
    const token = await signed('{"alg":"HS256"}', '{}', 'k');
    const verdict = await pyjwtDecode({
      token,
      key: 'k',
      algorithms: ['HS256'],
      now,
      extraArguments: ['foo'],
    });
    assert.equal(said(verdict), 'accepted');
    assert.deepEqual(verdict.warnings, [
      {
        category: 'RemovedInPyjwt3Warning',
        message:
          "passing additional kwargs to decode_complete() is deprecated and will be removed in pyjwt version 3. Unsupported kwargs: ('foo',)",
      },
      {
        category: 'InsecureKeyLengthWarning',
        message:
          'The HMAC key is 1 bytes long, which is below the minimum recommended length of 32 bytes for SHA256. See RFC 7518 Section 3.2.',
      },
    ]);
  });

  it('binds a PyJWK to its own algorithm', async () => {
    const key = value(PyJwk.from(dict({ kty: 'oct', k: text(secret), alg: 'HS512' })));
    const token = await signed('{"alg":"HS256"}', '{}');
    assert.equal(
      said(await pyjwtDecode({ token, key, now })),
      'InvalidAlgorithmError: The specified alg value is not allowed',
    );
    assert.equal(
      said(await pyjwtDecode({ token, key, algorithms: ['HS256'], now })),
      "InvalidAlgorithmError: Token algorithm 'HS256' does not match the key's algorithm 'HS512'",
    );
  });

  it('refuses options that are no dict, and never throws', async () => {
    assert.equal(
      said(await pyjwtDecode({ token: '', options: ['x'], now })),
      "AttributeError: 'list' object has no attribute 'get'",
    );
  });

  it('never throws, whatever text is the token, the key or an argument', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constant(null),
      fc.bigInt(),
      fc.double(),
      fc.boolean(),
    );
    const argument = fc.oneof(
      anything,
      fc.array(anything),
      fc.array(anything).map((items) => tuple(...items)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.json(),
        fc.record({
          key: argument,
          audience: argument,
          issuer: argument,
          subject: argument,
          leeway: argument,
        }),
        async (token, header, payload, given) => {
          const verifying = { ...given, algorithms: ['HS256', 'ES256', 'RS256', 'EdDSA', 'none'], now };
          await pyjwtDecode({ token, ...verifying });
          await pyjwtDecode({ token: `${text(header)}.${text(payload)}.`, ...verifying });
          const options = dict({
            verify_signature: false,
            verify_exp: true,
            verify_aud: true,
            verify_iss: true,
          });
          await pyjwtDecode({ token: `${text(header)}.${text(payload)}.`, ...verifying, options });
        },
      ),
    );
  });
});

describe('pyjwtGetUnverifiedHeader', () => {
  it('gives the header, whatever the payload and the signature are', () => {
    const read = pyjwtGetUnverifiedHeader(`${text('{"alg":"x"}')}.AAAA.AAAA`);
    assert.ok(read.accepted);
    assert.deepEqual([...read.header], [['alg', 'x']]);
  });

  for (const [token, says] of [
    [`${text('{"kid":1}')}..`, 'InvalidTokenError: Key ID header parameter must be a string'],
    [`${text('{"crit":[]}')}..`, "InvalidTokenError: Invalid 'crit' header: must be a non-empty list"],
    [`${text('{}')}.!.`, 'DecodeError: Invalid payload padding'],
    [`${text('{}')}..!`, 'DecodeError: Invalid crypto padding'],
    ['', 'DecodeError: Not enough segments'],
  ] as const)
    it(`refuses ${token} as PyJWT does`, () => {
      assert.equal(said(pyjwtGetUnverifiedHeader(token)), says);
    });
});
