import assert from 'node:assert/strict';
import type { KeyObject } from 'node:crypto';
import { createPublicKey, createSecretKey } from 'node:crypto';
import { jsonwebtokenVerdict } from '../../../src/core/backends/jsonwebtoken/jsonwebtokenVerdict';
import { nodeKeyOf } from '../../../src/core/backends/jsonwebtoken/nodeKey';
import type { JsonwebtokenKey, JsonwebtokenOptions } from '../../../src/core/backends/jsonwebtoken/options';
import { materialOf } from '../../support/keyMaterial';
import { keyFile, keyNames, privateKeys, publicKey, type KeyName } from './fileKeys';
import { realJsonwebtoken } from './libraries';
import { madeToken, moment, type MadeToken } from './madeTokens';
import { Random } from './random';
import { sameOutcome } from './outcomes';

interface GivenKey {
  readonly what: string;
  /** What the library gets. */
  readonly real: unknown;
  /** What the prediction gets. */
  readonly key: JsonwebtokenKey | undefined;
}

function text(what: string, value: string): GivenKey {
  return { what, real: value, key: { given: 'string', octets: new Uint8Array(Buffer.from(value)) } };
}

function buffer(what: string, value: Uint8Array): GivenKey {
  return { what, real: Buffer.from(value), key: { given: 'buffer', octets: new Uint8Array(value) } };
}

function keyObject(what: string, key: KeyObject): GivenKey {
  const node =
    key.type === 'secret'
      ? nodeKeyOf({ material: { kty: 'oct', k: new Uint8Array(key.export()) }, labels: {}, format: 'secret' })
      : { ...nodeKeyOf({ material: materialOf(key), labels: {}, format: 'spki' }), type: key.type };
  return { what, real: key, key: { given: 'keyObject', key: node } };
}

function ofPair(random: Random, name: KeyName): GivenKey {
  const spki = publicKey(name).export({ type: 'spki', format: 'pem' }).toString();
  const pkcs8 = privateKeys[name].export({ type: 'pkcs8', format: 'pem' }).toString();
  return random.pick<() => GivenKey>([
    () => text('public PEM', spki),
    () => text('public PEM', spki),
    () => buffer('public PEM as Buffer', Buffer.from(spki)),
    () => text('private PEM', pkcs8),
    () => text('PEM with text before', `the key:\n${spki}`),
    () => text('indented PEM', spki.replace(/^/gm, '  ')),
    () => text('cut PEM', spki.slice(0, -30)),
    () => text('PEM in one line', spki.replaceAll('\n', '\\n')),
    () => text('PEM with CRLF', spki.replaceAll('\n', '\r\n')),
    ...(name === 'pssRsa'
      ? []
      : [
          () => keyObject('public KeyObject', publicKey(name)),
          () => keyObject('public KeyObject', publicKey(name)),
          () => keyObject('private KeyObject', privateKeys[name]),
          () =>
            keyObject(
              'KeyObject of a JWK',
              createPublicKey({ key: publicKey(name).export({ format: 'jwk' }), format: 'jwk' }),
            ),
          () => text('text of a JWK', JSON.stringify(publicKey(name).export({ format: 'jwk' }))),
        ]),
  ])();
}

const files = [
  'rsa2048/cert-leaf.pem',
  'rsa2048/pkcs1-legacy-aes256.pem',
  'p384/openssh.pub',
  'rsa3072/rsapublickey-pkcs1.pem',
  'p256/sec1.pem',
];

function givenKey(random: Random, { signer, isSound }: MadeToken): GivenKey {
  if (isSound && typeof signer === 'string') return ofPair(random, signer);
  if (isSound && typeof signer === 'object') return text('secret', signer.secret);
  if (random.chance(0.05)) return text('file', keyFile(random.pick(files)));
  if (random.chance(0.02)) return { what: 'nothing', real: undefined, key: undefined };
  if (random.chance(0.02)) return text('empty string', '');
  if (random.chance(0.02)) return buffer('empty Buffer', new Uint8Array());
  if (random.chance(0.15)) return ofPair(random, random.pick(keyNames));
  if (typeof signer === 'string') return ofPair(random, signer);
  const { secret } = random.chance(0.1) ? { secret: 'another' } : signer;
  return random.pick([
    text('secret', secret),
    buffer('secret as Buffer', Buffer.from(secret)),
    keyObject('secret KeyObject', createSecretKey(Buffer.from(secret))),
  ]);
}

function madeOptions(random: Random, { alg, isSound }: MadeToken): JsonwebtokenOptions {
  if (isSound && random.chance(0.4)) return {};
  const named = typeof alg === 'string' ? alg : 'HS256';
  return {
    ...random.some(0.4, {
      algorithms: [[named], [named], ['HS256', 'RS256', named], ['RS256'], ['none', named], []],
    }),
    ...random.some(0.25, {
      audience: ['api', ['api', 'other'], 'nobody', '', []],
      issuer: ['https://a.example', ['https://a.example', 'x'], 'nobody', '', []],
      subject: ['1', 'nobody', ''],
      clockTolerance: [0, 1, 60, 300],
      maxAge: [
        1,
        60,
        300,
        1e7,
        0,
        '1m',
        '5 minutes',
        '2.5 hrs',
        '1y',
        '-1s',
        '60000',
        'soon',
        '.5h',
        '1 fortnight',
      ],
    }),
    ...random.some(0.1, {
      jwtid: ['id', 'nobody'],
      nonce: ['n', 'n', 'n', 'nobody', 'nobody', '', ' '],
      ignoreExpiration: [true, false],
      ignoreNotBefore: [true, false],
      allowInvalidAsymmetricKeyTypes: [true, false],
      complete: [true, false],
    }),
  };
}

describe('what jsonwebtoken would say', () => {
  it('is what it says, of 1000 tokens, keys and options', async function () {
    this.timeout(120_000);
    const random = new Random(20260);
    const seen = new Map<string, number>();
    for (let index = 0; index < 1000; index++) {
      const made = madeToken(random);
      const key = givenKey(random, made);
      const options = madeOptions(random, made);
      const expected = realJsonwebtoken(made.token, key.real, options);
      const found = await jsonwebtokenVerdict({
        token: made.token,
        key: key.key,
        options,
        now: moment,
        runtime: { mlDsa: false },
      });
      const about = `case ${index}: ${key.what}, ${JSON.stringify({ ...made, options })}`;
      sameOutcome(found, expected, about);
      const kind = expected.status === 'accepted' ? 'accepted' : expected.message.replace(/[:"].*/s, '');
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    assert.ok((seen.get('accepted') ?? 0) > 150);
    assert.ok(seen.size > 25, `only ${seen.size} kinds of outcomes`);
  });
});
