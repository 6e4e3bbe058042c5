import assert from 'node:assert/strict';
import { createHmac, sign } from 'node:crypto';
import { joseVerdict } from '../../../src/core/backends/jose/joseVerdict';
import type { JoseKey, JoseOptions } from '../../../src/core/backends/jose/options';
import { hasMlDsa, privateKeys, publicKey, type KeyName } from './fileKeys';
import { realJose } from './libraries';
import { moment } from './madeTokens';
import { sameOutcome } from './outcomes';

const secret = new Uint8Array(32).fill(7);
const json = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An HS256 token of a payload segment as it stands. */
function signed(header: object, segment = json({ sub: '1' })): string {
  const input = `${json({ alg: 'HS256', ...header })}.${segment}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

async function answer(token: string, key: JoseKey | undefined, options: JoseOptions = {}): Promise<string> {
  const expected = await realJose('jwtVerify', token, key, options);
  const found = await joseVerdict({ token, key, options, now: moment, runtime: { mlDsa: hasMlDsa } });
  sameOutcome(found, expected, `${token} ${JSON.stringify({ key, options })}`);
  return expected.status === 'accepted' ? 'accepted' : expected.message;
}

const unencoded = '{"sub":"1"}';
/** Headers and payload segments, and what jose says of them. */
const rows: readonly (readonly [token: string, said: RegExp, options?: JoseOptions])[] = [
  [signed({ crit: ['b64'], b64: true }), /^accepted$/],
  [signed({ crit: ['b64'], b64: false }, unencoded), /MUST NOT use unencoded payload/],
  [signed({ crit: ['b64'], b64: false }, 'ä'), /only ASCII/],
  [signed({ crit: ['b64'], b64: 'false' }), /must be a boolean/],
  [signed({ crit: ['b64'] }), /"b64" is missing/],
  [signed({ b64: false }), /^accepted$/],
  [signed({ crit: ['known'], known: 1 }), /is not recognized/],
  [signed({ crit: ['known'], known: 1 }), /^accepted$/, { crit: { known: true } }],
  [signed({ crit: ['known'] }), /"known" is missing/, { crit: { known: true } }],
  [signed({ crit: [] }), /MUST be an array/],
  [signed({}, 'ä'), /not a valid base64url string/],
  [signed({}, 'A'), /Failed to base64url decode the payload/],
  [signed({}, '!!!!'), /Failed to base64url decode the payload/],
  [signed({}, json([1])), /top-level JSON object/],
  [signed({ alg: '' }), /Parameter missing or invalid/],
  [signed({ alg: 'ES256K' }), /not supported either/],
  [signed({}).replace(/[^.]+$/, '!'), /decode the signature/],
  [signed({}, json({ iat: moment + 5 })), /should be in the past/, { maxTokenAge: 60 }],
  [signed({}, json({ iat: moment + 5 })), /^accepted$/, { maxTokenAge: 60, clockTolerance: 5 }],
  [signed({}, json({ iat: moment - 65 })), /^accepted$/, { maxTokenAge: 60, clockTolerance: '5s' }],
  [signed({}, json({ iat: moment - 66 })), /too far in the past/, { maxTokenAge: '1m', clockTolerance: 5 }],
  [signed({}, json({ iat: moment })), /Invalid time period/, { maxTokenAge: 'soon' }],
  [signed({}, json({ iat: moment })), /Invalid maxTokenAge/, { maxTokenAge: -1 }],
  [signed({}, json({ exp: 'soon' })), /Invalid time period/, { clockTolerance: 'soon' }],
  [signed({}, json({ exp: 'soon' })), /Invalid clockTolerance/, { clockTolerance: -1 }],
  [signed({}, json({ exp: 'soon' })), /"exp" claim must be a number/],
  [signed({}, json({ exp: moment - 5 })), /"exp" claim timestamp/, { clockTolerance: 5 }],
  [signed({}, json({ exp: moment - 4 })), /^accepted$/, { clockTolerance: 5 }],
  [signed({}, json({ nbf: moment + 5 })), /^accepted$/, { clockTolerance: 5 }],
  [signed({}, json({ nbf: moment + 6 })), /"nbf" claim timestamp/, { clockTolerance: 5 }],
];

describe('what jose says of one thing out of the ordinary', () => {
  for (const [token, said, options] of rows)
    it(`${Buffer.from(token.split('.')[0], 'base64url').toString()} ${token.split('.')[1]}: ${said.source}`, async () => {
      assert.match(await answer(token, secret, options), said);
    });
});

function bySigner(alg: string, name: KeyName, hash: string | null): string {
  const input = `${json({ alg })}.${json({ sub: '1' })}`;
  const signature = sign(hash, Buffer.from(input), {
    key: privateKeys[name],
    dsaEncoding: 'ieee-p1363',
  });
  return `${input}.${signature.toString('base64url')}`;
}

type Members = Readonly<Record<string, unknown>>;
const jwk = (name: KeyName): Members => publicKey(name).export({ format: 'jwk' });
const es256 = bySigner('ES256', 'p256', 'sha256');
const rs256 = bySigner('RS256', 'rsa', 'sha256');
const eddsa = bySigner('EdDSA', 'ed25519', null);

/** Tokens, keys, and what jose or WebCrypto says of the two. */
const keyRows: readonly (readonly [what: string, token: string, key: JoseKey | undefined, said: RegExp])[] = [
  ['a JWK', es256, jwk('p256'), /^accepted$/],
  ['no key', es256, undefined, /Received undefined/],
  ['a secret for an EC algorithm', es256, secret, /Received an instance of Uint8Array/],
  ['a secret without octets', signed({}), new Uint8Array(), /./],
  ['a secret JWK', signed({}), { kty: 'oct', k: Buffer.from(secret).toString('base64url') }, /^accepted$/],
  ['a secret JWK that does not decode', signed({}), { kty: 'oct', k: '!' }, /./],
  ['another curve', es256, jwk('p384'), /./],
  ['another type', es256, jwk('rsa'), /./],
  ['a point that is not on its curve', es256, { ...jwk('p256'), x: jwk('p256')['y'] }, /./],
  ['usages of another operation, EC', es256, { ...jwk('p256'), key_ops: ['verify', 'sign'] }, /./],
  ['usages that nobody knows', es256, { ...jwk('p256'), key_ops: ['verify', 'x'] }, /./],
  ['usages of another operation, another curve', es256, { ...jwk('p384'), key_ops: ['verify', 'sign'] }, /./],
  ['usages of RSA', rs256, { ...jwk('rsa'), key_ops: ['verify', 'sign'] }, /./],
  ['usages of Ed25519', eddsa, { ...jwk('ed25519'), key_ops: ['verify', 'sign'] }, /./],
  ['usages of another operation, Ed448', eddsa, { ...jwk('ed448'), key_ops: ['verify', 'sign'] }, /./],
  ['usages that nobody knows, Ed448', eddsa, { ...jwk('ed448'), key_ops: ['verify', 'x'] }, /./],
  ['usages that nobody knows, another curve', es256, { ...jwk('p384'), key_ops: ['verify', 'x'] }, /./],
  ['Ed448', eddsa, jwk('ed448'), /./],
  ['an RSA key without a modulus', rs256, { kty: 'RSA', e: 'AQAB' }, /./],
  ['a small RSA key', rs256, jwk('smallRsa'), /2048 bits or larger/],
  ['a private key', es256, privateKeys.p256.export({ format: 'jwk' }), /public JWK/],
  ['ML-DSA with an EC key', signed({ alg: 'ML-DSA-44' }), jwk('p256'), /./],
  [
    'ML-DSA',
    signed({ alg: 'ML-DSA-44' }),
    { kty: 'AKP', alg: 'ML-DSA-44', pub: 'A'.repeat(1750) },
    /Unrecognized algorithm name|signature verification failed/,
  ],
];

describe('what jose says of a key', () => {
  for (const [what, token, key, said] of keyRows)
    it(what, async () => {
      assert.match(await answer(token, key), said);
    });
});
