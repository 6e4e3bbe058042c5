import { ml_dsa65 } from '@noble/post-quantum/ml-dsa.js';
import { encodeBase64 } from '../../../src/core/encoding/base64url';
import { aPair } from '../../support/keyMaterial';
import { derOf } from './signingCases';
import { env, file, secret, type Broken } from './aCase';
import { b64, jwkSet, privatePem, publicPem, signature, signed, signer } from './signing';

const claims = { iss: 'https://id.example/', sub: 'ada', exp: 1_600_000_000 };
const text = 'plain-harbor-umber-41f0';
const app = secret('app', text);
const hs = { alg: 'HS256', typ: 'JWT' };
const good = signed(hs, claims, text);
const right = (note: string, token: string, keys: Broken['keys'], key: string): Broken => ({
  note,
  token,
  keys,
  expect: { code: 'none', key },
});
const unknown = (
  note: string,
  token: string,
  keys: Broken['keys'],
  siblings: readonly string[] = [],
): Broken => ({
  note,
  token,
  keys,
  siblings,
  expect: { code: 'unknown' },
});
const [h, p, s] = good.split('.') as [string, string, string];
const flattened = (payload: string): string => JSON.stringify({ payload, protected: h, signature: s });
const seed = new Uint8Array(32).fill(7);
const pair = ml_dsa65.keygen(seed);
const akp = { kty: 'AKP', alg: 'ML-DSA-65', pub: b64(pair.publicKey) };
const mlInput = `${b64('{"alg":"ML-DSA-65"}')}.${b64(JSON.stringify(claims))}`;
const mlGood = `${mlInput}.${b64(ml_dsa65.sign(Buffer.from(mlInput), pair.secretKey))}`;
const ed448 = file('ed', publicPem('Ed448'));
const edGood = signed({ alg: 'EdDSA' }, claims, signer('Ed448'));
const der = derOf(signature('ES256', signer('P-256'), 'something else'));
const crlf = publicPem('RSA-2048').replaceAll('\n', '\r\n');

export const trapCases: readonly Broken[] = [
  right('expired', good, [app], 'app'),
  right('the second of two secrets', good, [secret('no', 'not this'), app], 'app'),
  right(
    'a secret that looks like base64',
    signed(hs, claims, 'c2VjcmV0c2VjcmV0'),
    [secret('k', 'c2VjcmV0c2VjcmV0')],
    'k',
  ),
  right('a secret in a file, line end and all', signed(hs, claims, 'word\n'), [file('k', 'word\n')], 'k'),
  right('an indented payload', signed(hs, JSON.stringify(claims, null, 2), text), [app], 'app'),
  right('a JSON serialization', flattened(p), [app], 'app'),
  right('an SD-JWT', `${good}~${b64('["salt","name","value"]')}~`, [app], 'app'),
  right('an empty payload', signed(hs, '', text), [app], 'app'),
  right(
    'a private key',
    signed({ alg: 'ES256' }, claims, signer('P-256')),
    [file('own', privatePem('P-256'))],
    'own',
  ),
  right(
    'public before private',
    signed({ alg: 'ES256' }, claims, signer('P-256')),
    [file('own', privatePem('P-256')), file('pub', publicPem('P-256'))],
    'pub',
  ),
  right('a PEM with CRLF', signed({ alg: 'RS256' }, claims, signer('RSA-2048')), [file('web', crlf)], 'web'),
  right(
    'a PEM in one line of an environment file',
    signed({ alg: 'RS256' }, claims, signer('RSA-2048')),
    [env('web', `"${publicPem('RSA-2048').replaceAll('\n', '\\n')}"`)],
    'web',
  ),
  right(
    'a PEM as a secret is that key',
    signed({ alg: 'ES256' }, claims, signer('P-256')),
    [secret('k', publicPem('P-256'))],
    'k',
  ),
  right('an environment file’s value', signed(hs, claims, 'a b'), [env('k', ' "a b" # note')], 'k'),
  right('a secret as hex', signed(hs, claims, Buffer.from('00ff', 'hex')), [secret('k', '00FF', 'hex')], 'k'),
  right('Ed448', edGood, [ed448], 'ed'),
  right('ML-DSA', mlGood, [file('ml', JSON.stringify(akp))], 'ml'),
  unknown('another secret', good, [secret('k', 'c2VjcmV0c2VjcmV0')]),
  unknown('no key at all', good, []),
  unknown('the ASN.1 of a stranger', `${b64('{"alg":"ES256"}')}.${p}.${b64(der)}`, [
    file('gate', publicPem('P-256')),
  ]),
  unknown(
    'edited, and the original is nowhere',
    signed(hs, { ...claims, sub: 'eve' }, text).replace(/[^.]+$/, s),
    [app],
    [signed(hs, { sub: 'old' }, text)],
  ),
  unknown(
    'a sibling with this payload that does not verify itself',
    `${h}.${p}.${'A'.repeat(43)}`,
    [app],
    [`${h}.${p}.${'B'.repeat(43)}`],
  ),
  unknown('several keys, and none is right', signed({ alg: 'RS256', kid: 'a' }, claims, signer('RSA-1024')), [
    file('set', jwkSet({ a: aPair('RSA-2048').publicKey })),
  ]),
  unknown('Ed448 under another key', signed({ alg: 'EdDSA' }, claims, signer('Ed448')), [
    file('other', publicPem('Ed25519')),
  ]),
  {
    note: 'an Ed448 signature in hex',
    token:
      edGood.slice(0, edGood.lastIndexOf('.') + 1) +
      Buffer.from(edGood.split('.')[2], 'base64url').toString('hex'),
    keys: [ed448],
    expect: { code: 'signature-encoding', key: 'ed', repaired: edGood },
  },
  {
    note: 'an ML-DSA token behind its scheme, its signature in base64 once more',
    token: `Bearer ${mlInput}.${b64(encodeBase64(Buffer.from(mlGood.split('.')[2], 'base64url')))}`,
    keys: [file('ml', JSON.stringify(akp))],
    expect: { code: 'token-surrounded', also: ['signature-encoding'], key: 'ml', repaired: mlGood },
  },
  {
    note: 'base64 and lenient base64 give the same octets: the upper cause',
    token: signed(hs, claims, Buffer.from('c2VjcmV0c2VjcmV0', 'base64')),
    keys: [secret('k', 'c2VjcmV0c2VjcmV0')],
    expect: {
      code: 'secret-is-base64',
      key: 'k',
      secretEncoding: 'base64',
      secretHex: Buffer.from('secretsecret').toString('hex'),
    },
  },
  {
    note: 'trimming explains it, and so would a line end: the upper cause',
    token: signed(hs, claims, 'word'),
    keys: [file('k', 'word\n')],
    expect: { code: 'secret-line-end', key: 'k', secretHex: Buffer.from('word').toString('hex') },
  },
  {
    note: 'a proof goes before a form: the wrong key for the header, and tampering',
    token: `${b64('{"alg":"ES256","typ":"JWT"}')}.${p}.${s}`,
    keys: [app],
    expect: { code: 'alg-swapped', key: 'app', alg: 'HS256', repaired: good },
  },
  {
    note: 'a public key is never proposed as a secret',
    token: signed(hs, claims, publicPem('P-256')),
    keys: [secret('k', publicPem('P-256'))],
    expect: { code: 'alg-confusion', key: 'k' },
  },
];
