import assert from 'node:assert/strict';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../../../src/core/encoding/base64url';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { JwsToken } from '../../../src/core/jose/token';
import { readJwk } from '../../../src/core/keys/jwk';
import type { Key } from '../../../src/core/keys/key';
import { signToken } from '../../../src/core/sign/signToken';
import { verifySignature } from '../../../src/core/verify/verifySignature';
import { everySigner } from '../../support/everyAlgorithm';
import { aKey, aPair } from '../../support/keyMaterial';

const secret = aKey({ kty: 'oct', k: utf8Bytes('my_super_secret') });

function jws(text: string): JwsToken {
  const token = parseToken(text);
  assert.ok(token.kind === 'jws', `${token.kind}: ${text.slice(0, 80)}`);
  return token;
}
function jwk(value: unknown): Key {
  const key = readJwk(value);
  assert.ok('material' in key);
  return key;
}
/** The status, and the code of the reason where there is one. */
async function answer(text: string, key: Key, detachedPayload?: string, index = 0): Promise<string> {
  const options = detachedPayload === undefined ? {} : { detachedPayload: utf8Bytes(detachedPayload) };
  const result = await verifySignature(jws(text), index, key, options);
  return result.status === 'unverifiable' ? result.reason.code : result.status;
}
/** A compact JWS over any header text, signed as HS256 whatever the header says. */
function withHeader(headerText: string, payload = 'e30'): string {
  return mac(`${Buffer.from(headerText).toString('base64url')}.${payload}`);
}
function mac(input: string, key = 'my_super_secret'): string {
  return `${input}.${encodeBase64url(new Uint8Array(hmac(sha256, utf8Bytes(key), utf8Bytes(input))))}`;
}

/** Examples of the RFCs: name, token, JWK. */
const rfcExamples: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  [
    'RFC 7515 appendix A.1',
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    {
      kty: 'oct',
      k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
    },
  ],
  [
    'RFC 7515 appendix A.3',
    'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q',
    {
      kty: 'EC',
      crv: 'P-256',
      x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
      y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
    },
  ],
  [
    'RFC 8037 appendix A.4',
    'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
    { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
  ],
  [
    'RFC 7797 section 4.2',
    '{"protected":"eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19","payload":"$.02","signature":"A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY"}',
    {
      kty: 'oct',
      k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
    },
  ],
];

describe('verifySignature', () => {
  for (const [name, text, key] of rfcExamples)
    it(`verifies ${name}`, async () => {
      assert.equal(await answer(text, jwk(key)), 'valid');
    });

  it('verifies the tutorial token with its secret, whether it is over or not', async () => {
    const text =
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI0MiIsIm5hbWUiOiJKZXNzIFRlbXBvcmFsIiwiZXhwIjoxNTE2MjM5MDIyfQ.uqeQ60enLaCQEZ-7C0d_cgQSrWfgXRQuoB1LZD0j06E';
    assert.equal(await answer(text, secret), 'valid');
    assert.equal(await answer(text, aKey({ kty: 'oct', k: utf8Bytes('my_super_secreT') })), 'invalid');
  });

  for (const { alg, name, key } of everySigner)
    it(`refuses a token with any one bit of its text flipped: ${name}`, async () => {
      const text = await signToken({ headerText: `{"alg":"${alg}"}`, payloadText: '{"a":"b"}' }, key);
      // Every bit of the short parts, and a spread of those of long signatures: the slow families have thousands.
      const signatureStart = text.lastIndexOf('.') + 1;
      const step = Math.ceil((text.length - signatureStart) / 40);
      for (let at = 0; at < text.length; at += at < signatureStart ? 1 : step) {
        const bit = 1 << (at % 7);
        const flipped =
          text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bit) + text.slice(at + 1);
        const token = parseToken(flipped);
        if (token.kind !== 'jws') continue;
        const { status } = await verifySignature(token, 0, key);
        assert.notEqual(status, 'valid', `bit ${at % 7} of character ${at}`);
      }
    });

  it('refuses every single flipped bit of an HS256 token', async () => {
    const text = await signToken({ headerText: '{"alg":"HS256"}', payloadText: '{"a":1}' }, secret);
    for (let at = 0; at < text.length; at++)
      for (let bit = 0; bit < 16; bit++) {
        const changed = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit));
        const token = parseToken(text.slice(0, at) + changed + text.slice(at + 1));
        if (token.kind !== 'jws') continue;
        assert.notEqual((await verifySignature(token, 0, secret)).status, 'valid', `bit ${bit} at ${at}`);
      }
  });

  /** Tokens whose MAC is right and which must not verify all the same: header, and what is said. */
  const refusedHeaders: readonly (readonly [string, string, string])[] = [
    ['no alg', '{"typ":"JWT"}', 'algMissing'],
    ['an alg that is a number', '{"alg":256}', 'malformed'],
    ['an alg that is null', '{"alg":null}', 'malformed'],
    ['an alg in the wrong case', '{"alg":"hs256"}', 'algUnknown'],
    ['an empty alg', '{"alg":""}', 'algUnknown'],
    ['an alg named as members of every object are', '{"alg":"constructor"}', 'algUnknown'],
    ['none in another case', '{"alg":"nOnE"}', 'algUnknown'],
    ['an alg of encryption', '{"alg":"A128KW"}', 'algUnknown'],
    ['a name twice', '{"alg":"HS256","kid":"a","kid":"a"}', 'malformed'],
    ['alg twice', '{"alg":"none","alg":"HS256"}', 'malformed'],
    ['a name twice by an escape', '{"alg":"HS256","\\u0061lg":"HS256"}', 'malformed'],
    ['crit that is no list', '{"alg":"HS256","crit":"b64"}', 'criticalMalformed'],
    ['crit that is null', '{"alg":"HS256","crit":null}', 'criticalMalformed'],
    ['an empty crit', '{"alg":"HS256","crit":[]}', 'criticalMalformed'],
    ['a number in crit', '{"alg":"HS256","crit":[1]}', 'criticalMalformed'],
    ['a name twice in crit', '{"alg":"HS256","b64":true,"crit":["b64","b64"]}', 'criticalMalformed'],
    ['a registered name in crit', '{"alg":"HS256","crit":["alg"]}', 'criticalMalformed'],
    ['b64 in crit and not there', '{"alg":"HS256","crit":["b64"]}', 'criticalMalformed'],
    ['an extension in crit', '{"alg":"HS256","exp":1,"crit":["exp"]}', 'criticalUnknown'],
    [
      'an extension in crit beside b64',
      '{"alg":"HS256","b64":true,"x":1,"crit":["b64","x"]}',
      'criticalUnknown',
    ],
    ['b64 that is no boolean', '{"alg":"HS256","b64":"false","crit":["b64"]}', 'malformed'],
    ['b64 false that is not critical', '{"alg":"HS256","b64":false}', 'criticalMalformed'],
    ['none', '{"alg":"none"}', 'unsecured'],
    ['none and crit', '{"alg":"none","crit":["x"]}', 'unsecured'],
  ];
  for (const [what, header, said] of refusedHeaders)
    it(`refuses a header with ${what}, though its MAC is right`, async () => {
      assert.equal(await answer(withHeader(header), secret), said);
    });

  it('accepts b64 true, critical or not', async () => {
    assert.equal(await answer(withHeader('{"alg":"HS256","b64":true}'), secret), 'valid');
    assert.equal(await answer(withHeader('{"alg":"HS256","b64":true,"crit":["b64"]}'), secret), 'valid');
  });

  it('refuses segments that are not strict base64url, though the MAC over them is right', async () => {
    const header = 'eyJhbGciOiJIUzI1NiJ9';
    // `e31` has unused bits set, `e3==` is padded, `e+0` is of the standard alphabet.
    for (const payload of ['e31', 'e30=', 'e+00', 'e 30'])
      assert.equal(await answer(mac(`${header}.${payload}`), secret), 'malformed', payload);
    const text = mac(`${header}.e30`);
    const last = text.slice(-1);
    const loose = String.fromCharCode(last.charCodeAt(0) + 1);
    assert.equal(await answer(text.slice(0, -1) + loose, secret), 'malformed');
    assert.equal(await answer(`${text}=`, secret), 'malformed');
  });

  it('refuses a header that is not UTF-8, though its MAC is right', async () => {
    const octets = Buffer.concat([
      Buffer.from('{"alg":"HS256","kid":"'),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ]);
    assert.equal(await answer(mac(`${octets.toString('base64url')}.e30`), secret), 'malformed');
  });

  it('misses a signature that is not there', async () => {
    assert.equal(await answer('eyJhbGciOiJIUzI1NiJ9.e30.', secret), 'signatureMissing');
  });

  it('takes an empty payload for one that travels apart, unless it verifies as it is', async () => {
    const empty = mac('eyJhbGciOiJIUzI1NiJ9.');
    assert.equal(await answer(empty, secret), 'valid');
    const detached = mac('eyJhbGciOiJIUzI1NiJ9.e30').replace('.e30.', '..');
    assert.equal(await answer(detached, secret), 'payloadDetached');
    assert.equal(await answer(detached, secret, '{}'), 'valid');
    assert.equal(await answer(detached, secret, '[]'), 'invalid');
  });

  it('refuses a payload given apart for a token that has one', async () => {
    assert.equal(await answer(mac('eyJhbGciOiJIUzI1NiJ9.e30'), secret, '{}'), 'malformed');
  });

  it('refuses keys of another type, and secrets that are the text of a key', async () => {
    const { publicKey, material } = aPair('RSA-2048');
    const pem = publicKey.export({ format: 'pem', type: 'spki' }) as string;
    const confused = mac('eyJhbGciOiJIUzI1NiJ9.e30', pem);
    assert.equal(await answer(confused, aKey(material)), 'keyUnusable');
    assert.equal(await answer(confused, aKey({ kty: 'oct', k: utf8Bytes(pem) })), 'keyUnusable');
  });

  it('says keyType of a key of another type, and of another curve', async () => {
    const signed = await signToken(
      { headerText: '{"alg":"ES256"}', payloadText: '{}' },
      aKey(aPair('P-256').material),
    );
    for (const kind of ['P-384', 'RSA-2048', 'X25519'] as const) {
      const result = await verifySignature(jws(signed), 0, aKey(aPair(kind).material));
      assert.deepEqual(result, {
        status: 'unverifiable',
        reason: { code: 'keyUnusable', fault: 'keyType' },
      });
    }
  });

  it('verifies with a private key by its public half alone', async () => {
    const { material } = aPair('Ed25519');
    const key = aKey(material);
    const text = await signToken({ headerText: '{"alg":"Ed25519"}', payloadText: '{}' }, key);
    assert.ok(material.kty === 'OKP');
    const spoiled = aKey({ ...material, d: new Uint8Array(32) });
    assert.equal(await answer(text, spoiled), 'valid');
  });

  describe('JSON serializations', () => {
    const header = (value: unknown): string => encodeBase64url(utf8Bytes(JSON.stringify(value)));
    const signed = (protectedHeader: string | undefined, payload: string): string =>
      mac(`${protectedHeader ?? ''}.${payload}`)
        .split('.')
        .at(-1) ?? '';

    it('judges each signature of a general serialization by itself', async () => {
      const one = header({ alg: 'HS256' });
      const two = header({ alg: 'HS256', kid: 'two' });
      const text = JSON.stringify({
        payload: 'e30',
        signatures: [
          { protected: one, signature: signed(one, 'e30') },
          { protected: two, signature: signed(one, 'e30') },
          { protected: header({ alg: 'none' }), signature: '' },
        ],
      });
      assert.equal(await answer(text, secret), 'valid');
      assert.equal(await answer(text, secret, undefined, 1), 'invalid');
      assert.equal(await answer(text, secret, undefined, 2), 'unsecured');
      assert.equal(await answer(text, secret, undefined, 3), 'malformed');
    });

    it('verifies with all parameters unprotected, and with none repeated', async () => {
      const text = JSON.stringify({
        payload: 'e30',
        header: { alg: 'HS256' },
        signature: signed(undefined, 'e30'),
      });
      assert.equal(await answer(text, secret), 'valid');
    });

    it('refuses what stands in both headers, and what must be protected', async () => {
      const one = header({ alg: 'HS256', kid: 'a' });
      const signature = signed(one, 'e30');
      const flattened = (unprotected: unknown): string =>
        JSON.stringify({ payload: 'e30', protected: one, header: unprotected, signature });
      assert.equal(await answer(flattened({ typ: 'JWT' }), secret), 'valid');
      assert.equal(await answer(flattened({ kid: 'a' }), secret), 'malformed');
      assert.equal(await answer(flattened({ crit: ['exp'], exp: 1 }), secret), 'criticalMalformed');
      assert.equal(await answer(flattened({ b64: false }), secret), 'malformed');
    });

    it('refuses signatures that differ about b64', async () => {
      const plain = header({ alg: 'HS256', b64: false, crit: ['b64'] });
      const encoded = header({ alg: 'HS256' });
      const text = JSON.stringify({
        payload: 'e30',
        signatures: [
          { protected: plain, signature: signed(plain, 'e30') },
          { protected: encoded, signature: signed(encoded, 'e30') },
        ],
      });
      assert.equal(await answer(text, secret), 'malformed');
      assert.equal(await answer(text, secret, undefined, 1), 'malformed');
    });
  });

  it('takes linear time for a crit list of 200,000 names', async () => {
    // Compared each with each, they would keep this beyond the time a test is given.
    const names = Array.from({ length: 200_000 }, (_, index) => `n${index}`);
    const text = withHeader(JSON.stringify({ alg: 'HS256', crit: names }));
    assert.equal(await answer(text, secret), 'criticalUnknown');
  });
});
