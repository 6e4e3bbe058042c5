import assert from 'node:assert/strict';
import { createHmac, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { jsonwebtokenVerdict } from '../../../src/core/backends/jsonwebtoken/jsonwebtokenVerdict';
import { nodeKeyOf } from '../../../src/core/backends/jsonwebtoken/nodeKey';
import type { JsonwebtokenKey, JsonwebtokenOptions } from '../../../src/core/backends/jsonwebtoken/options';
import { readKeys } from '../../../src/core/keys/readKeys';
import { keyFile, privateKeys, publicKey } from './fileKeys';
import { realJsonwebtoken } from './libraries';
import { moment } from './madeTokens';
import { sameOutcome } from './outcomes';

const secret = 'umber-cedar-harbor-dcd0';
const json = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function hs256(claims: unknown, header: object = {}): string {
  const input = `${json({ alg: 'HS256', ...header })}.${json(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

const unsigned = (alg: string): string => `${json({ alg })}.${json({ sub: '1' })}.`;

/** A token of any algorithm with a signature of so many octets that is none. */
const forged = (alg: string, octets = 64): string =>
  `${json({ alg })}.${json({ sub: '1' })}.${Buffer.alloc(octets, 7).toString('base64url')}`;

/** The key as text: what the library gets, and what the prediction does. */
async function answer(token: string, key: string | undefined, options: JsonwebtokenOptions): Promise<string> {
  const given: JsonwebtokenKey | undefined =
    key === undefined ? undefined : { given: 'string', octets: new Uint8Array(Buffer.from(key)) };
  const expected = realJsonwebtoken(token, key, options);
  const asked = { token, key: given, options, now: moment, runtime: { mlDsa: false } };
  sameOutcome(await jsonwebtokenVerdict(asked), expected, `${token} ${JSON.stringify(options)}`);
  return expected.status === 'accepted' ? 'accepted' : expected.message;
}

const pem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();
const { publicKey: brainpool } = generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' });
const { publicKey: dsa } = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
const { publicKey: pss, privateKey: pssPrivate } = generateKeyPairSync('rsa-pss', {
  modulusLength: 2048,
  hashAlgorithm: 'sha256',
  mgf1HashAlgorithm: 'sha256',
});
const p256 = pem(publicKey('p256'));
const anyType = { allowInvalidAsymmetricKeyTypes: true };

function ps256(): string {
  const input = `${json({ alg: 'PS256' })}.${json({ sub: '1' })}`;
  return `${input}.${sign('sha256', Buffer.from(input), pssPrivate).toString('base64url')}`;
}

const rows: readonly (readonly [
  what: string,
  token: string,
  key: string | undefined,
  said: RegExp,
  options?: JsonwebtokenOptions,
])[] = [
  ['unsigned, asked for', unsigned('none'), undefined, /^accepted$/, { algorithms: ['none'] }],
  ['unsigned, not asked for', unsigned('none'), undefined, /please specify "none"/],
  ['unsigned, another algorithm asked for', unsigned('none'), undefined, /./, { algorithms: ['HS256'] }],
  ['unsigned, with a key', unsigned('none'), secret, /signature is required/, { algorithms: ['none'] }],
  ['unsigned, of a signing algorithm', unsigned('HS256'), undefined, /'type'/, { algorithms: ['HS256'] }],
  ['unsigned, of no known algorithm', unsigned('XX'), undefined, /not a valid/, { algorithms: ['XX'] }],
  ['alg none with a signature', forged('none'), secret, /invalid signature/, { algorithms: ['none'] }],
  ['alg none with a signature and a key', forged('none'), p256, /./, { algorithms: ['none'] }],
  ['a payload of null under typ JWT', hs256(null, { typ: 'JWT' }), secret, /reading 'nbf'/],
  ['a payload of null', hs256(null), secret, /./],
  ['iat of zero counts as now', hs256({ iat: 0 }), secret, /^accepted$/, { maxAge: 5 }],
  ['an age of a text', hs256({ iat: moment - 61 }), secret, /maxAge exceeded/, { maxAge: '1m' }],
  ['an age that is no time span', hs256({ iat: moment }), secret, /"maxAge" should/, { maxAge: 'soon' }],
  ['a header that is no JSON', 'AAAA.AAAA.AAAA', secret, /invalid token/],
  ['a payload that is no JSON', `${json({ typ: 'JWT' })}.e30x.AAAA`, secret, /JSON/],
  ['ES256 of the wrong length', forged('ES256', 63), p256, /must be "64" bytes/],
  ['ES256 that is wrong', forged('ES256'), p256, /invalid signature/],
  ['ES384 with P-256', forged('ES384', 96), p256, /requires curve "secp384r1"/],
  ['ES512 with P-256', forged('ES512', 132), p256, /requires curve "secp521r1"/],
  ['ES256 with a curve of no algorithm', forged('ES256'), pem(brainpool), /requires curve "prime256v1"/],
  ['ES256 with DSA', forged('ES256'), pem(dsa), /Unknown key type "dsa"/, { algorithms: ['ES256'] }],
  ['PS256 with its own PSS key', ps256(), pem(pss), /^accepted$/],
  ['PS384 with a PSS key of PS256', forged('PS384', 256), pem(pss), /parameters do not meet/],
  ['RS256 with a PSS key', forged('RS256', 256), pem(pss), /"rsa-pss" key type must be/],
  ...(['ed25519', 'ed448', 'x25519'] as const).map(
    (name) =>
      [
        `RS256 with ${name}, let through`,
        forged('RS256', 256),
        pem(publicKey(name)),
        /Unsupported crypto operation|not supported for this keytype/,
        { ...anyType, algorithms: ['RS256'] },
      ] as const,
  ),
  [
    'RS256 with an EC key, let through',
    forged('RS256', 64),
    p256,
    /./,
    { ...anyType, algorithms: ['RS256'] },
  ],
  [
    'ES256 with P-384, let through',
    forged('ES256'),
    pem(publicKey('p384')),
    /invalid signature/,
    { ...anyType, algorithms: ['ES256'] },
  ],
];

describe('what jsonwebtoken says of one thing out of the ordinary', () => {
  for (const [what, token, key, said, options = {}] of rows)
    it(what, async () => {
      assert.match(await answer(token, key, options), said);
    });

  it('a PSS key of a file, handed over as KeyObject', async () => {
    const [key] = (await readKeys({ bytes: new Uint8Array(Buffer.from(pem(pss))) })).keys;
    assert.ok(key);
    for (const token of [ps256(), forged('PS384', 256)]) {
      const expected = realJsonwebtoken(token, createPublicKey(pem(pss)));
      const given = { given: 'keyObject', key: nodeKeyOf(key) } as const;
      sameOutcome(await jsonwebtokenVerdict({ token, key: given, now: moment }), expected, token);
    }
  });

  it('ML-DSA, on a Node.js that has it: a key whose type it does not know', async () => {
    const key = {
      given: 'string',
      octets: new Uint8Array(Buffer.from(keyFile('mldsa65/spki.pem'))),
    } as const;
    const verdict = async (mlDsa: boolean): Promise<string | undefined> => {
      const asked = { token: forged('RS256'), key, options: { algorithms: ['RS256'] }, now: moment };
      const outcome = await jsonwebtokenVerdict({ ...asked, runtime: { mlDsa } });
      return outcome.status === 'refused' ? outcome.message : undefined;
    };
    assert.equal(await verdict(true), 'Unknown key type "ml-dsa-65".');
    assert.match((await verdict(false)) ?? '', /must be an asymmetric key/);
  });

  it('takes private keys for their public half', async () => {
    const pkcs8 = privateKeys.p256.export({ type: 'pkcs8', format: 'pem' }).toString();
    assert.equal(await answer(forged('ES256'), pkcs8, {}), 'invalid signature');
  });
});
