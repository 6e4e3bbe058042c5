import { constants, createHmac, sign, type KeyObject } from 'node:crypto';
import { privateKeys, type KeyName } from './fileKeys';
import type { Random } from './random';

/** The moment all made tokens are judged at: seconds since the epoch. */
export const moment = 1_800_000_000;

/** A token that a generator made, and what it was signed with. */
export interface MadeToken {
  readonly token: string;
  readonly alg: unknown;
  /** The pair's name, or the secret's text. */
  readonly signer: KeyName | { readonly secret: string };
  /** Nothing was done to it: it should be accepted by who asks nothing of it. */
  readonly isSound: boolean;
}

const secrets = [
  'umber-cedar-harbor-dcd0',
  'x',
  'a somewhat longer secret, of more than 64 octets in UTF-8: äöü €',
];

const signers: readonly (readonly [alg: string, key: KeyName])[] = [
  ['RS256', 'rsa'],
  ['RS512', 'otherRsa'],
  ['RS256', 'smallRsa'],
  ['PS256', 'rsa'],
  ['PS384', 'otherRsa'],
  ['PS512', 'rsa'],
  ['PS256', 'pssRsa'],
  ['ES256', 'p256'],
  ['ES384', 'p384'],
  ['ES512', 'p521'],
  ['ES256K', 'secp256k1'],
  ['EdDSA', 'ed25519'],
  ['Ed25519', 'ed25519'],
  ['EdDSA', 'ed448'],
];

/** A token of any kind: mostly right, often wrong in one way, sometimes in several. */
export function madeToken(random: Random): MadeToken {
  const isSecret = random.chance(0.4);
  const [alg, key] = random.pick(signers);
  const signer = isSecret ? { secret: random.pick(secrets) } : key;
  const named = isSecret ? random.pick(['HS256', 'HS256', 'HS384', 'HS512']) : alg;
  const isSound = random.chance(0.4);
  const header = isSound ? { alg: named, typ: 'JWT' } : madeHeader(random, named);
  const first = encode(header, random, isSound);
  const second = encode(isSound ? soundClaims : madePayload(random), random, isSound);
  const signature = random.chance(0.97) || isSound ? signatureOf(`${first}.${second}`, named, signer) : '';
  const parts: Parts = [first, second, signature];
  const token = isSound ? parts.join('.') : damaged(random, parts);
  return { token, alg: header.alg, signer, isSound };
}

const soundClaims = {
  iss: 'https://a.example',
  sub: '1',
  aud: ['api', 'web'],
  exp: moment + 3600,
  nbf: moment - 3600,
  iat: moment - 1000,
  jti: 'id',
  nonce: 'n',
};

function madeHeader(random: Random, alg: string): { readonly alg: unknown } {
  const other = [
    'none',
    'HS256',
    'RS256',
    'ES256',
    'PS512',
    'ES384',
    'hs256',
    'EdDSA',
    'HS1',
    'XX',
    '',
    null,
    256,
  ];
  return {
    alg: random.chance(0.05) ? random.pick(other) : alg,
    ...random.some(0.7, { typ: ['JWT', 'JWT', 'JWT', 'jwt', 'at+jwt', 'application/at+JWT', 7] }),
    ...random.some(0.2, { kid: ['k1', 'ключ', 5] }),
    ...random.some(0.04, {
      crit: [
        ['b64'],
        ['exp'],
        ['b64', 'exp'],
        [],
        'b64',
        null,
        [''],
        [1],
        ['known'],
        ['b64', 'b64'],
        ['toString'],
      ],
      b64: [true, false, 'false', 1],
    }),
    ...random.some(0.03, { known: [1, null] }),
  };
}

/** Times around the moment, at its very edges, and what is no time. */
const times = [-1e6, -301, -300, -61, -60, -59.5, -1, -0.5, 0, 0.5, 1, 59, 60, 61, 300, 1e6].map(
  (more) => moment + more,
);
const noTimes = ['1800000000', null, true, [], {}, 0, -5, 1e20, moment * 1000];

const texts = [
  '',
  'no json',
  '{"sub":"1"',
  '{"sub":"1"} ',
  '{"sub":"1",}',
  '\ufeff{"sub":"1"}',
  '[]',
  '[{"sub":"1"}]',
  'null',
  '5',
  'true',
  '"text"',
  '"{\\"sub\\":\\"1\\"}"',
  '{"sub":"1","sub":"2"}',
  '{"__proto__":{"sub":"1"}}',
  '{"exp":1e400}',
];

function madePayload(random: Random): unknown {
  if (random.chance(0.08)) return random.pick(texts);
  if (random.chance(0.02)) return Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
  const time = random.chance(0.1) ? noTimes : times;
  const past = random.chance(0.6) ? times.filter((one) => one < moment - 400) : time;
  const future = random.chance(0.6) ? times.filter((one) => one > moment + 400) : time;
  return {
    ...random.some(0.7, { exp: future }),
    ...random.some(0.3, { nbf: past }),
    ...random.some(0.6, { iat: random.chance(0.5) ? time : past }),
    ...random.some(0.7, {
      aud: ['api', 'api', 'web', ['api', 'web'], ['web'], [], [5, 'api'], 5, null, ''],
      iss: ['https://a.example', 'https://a.example', 'https://b.example', 5, null, ['https://a.example']],
      sub: ['1', '1', '2', 1, null],
    }),
    ...random.some(0.2, { jti: ['id', 'other', 1], nonce: ['n', 'm', 1], name: ['Ünïcode 🔑'] }),
  };
}

function encode(value: unknown, random: Random, isStrict = false): string {
  const octets = Buffer.isBuffer(value)
    ? value
    : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  if (!isStrict && random.chance(0.01)) return octets.toString('base64');
  return octets.toString('base64url');
}

function signatureOf(input: string, alg: string, signer: MadeToken['signer']): string {
  if (typeof signer === 'object')
    return createHmac(`sha${alg.slice(2)}`, signer.secret)
      .update(input)
      .digest('base64url');
  return octetsOf(input, alg, privateKeys[signer]).toString('base64url');
}

function octetsOf(input: string, alg: string, key: KeyObject): Buffer {
  const data = Buffer.from(input);
  if (alg.startsWith('Ed')) return sign(null, data, key);
  const digest = `sha${/\d+/.exec(alg)?.[0] ?? ''}`;
  if (alg.startsWith('ES')) return sign(digest, data, { key, dsaEncoding: 'ieee-p1363' });
  if (alg.startsWith('RS')) return sign(digest, data, key);
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
  return sign(digest, data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });
}

type Parts = readonly [string, string, string];

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The last character of a segment with its unused bits set: it decodes to the same octets. */
function withUnusedBits(segment: string): string {
  const last = base64url.indexOf(segment.slice(-1));
  return segment.length % 4 === 0 ? segment : segment.slice(0, -1) + base64url.charAt(last | 1);
}

const damages: readonly ((parts: Parts, random: Random) => string)[] = [
  ([a, b]) => `${a}.${b}.`,
  ([a, b]) => `${a}.${b}`,
  ([a, b, c]) => `${a}.${b}.${c}.`,
  ([a, b, c]) => `${a}.${b}.${c}.x.y`,
  ([a, b, c]) => `${a}.${b}.${c.slice(0, -1)}`,
  ([a, b, c]) => `${a}.${b}.${c.slice(0, -2)}`,
  ([a, b, c]) => `${a}.${b}.${c}==`,
  ([a, b, c]) => `${a}.${b}.${c.replace(/[-_]/, '+')}`,
  ([a, b, c]) => `${a}.${b}.${c.replace(/^./, (one) => (one === 'A' ? 'B' : 'A'))}`,
  ([a, b, c]) => `${a}.${b}.${withUnusedBits(c)}`,
  ([a, b, c]) => `${a}.${b}=.${c}`,
  ([a, b, c]) => ` ${a}.${b}.${c}`,
  ([a, b, c]) => `${a}.${b}.${c}\n`,
  ([a, b, c]) => `${a}.${b.slice(0, 4)} ${b.slice(4)}.${c}`,
  ([a, b, c]) => `${a}.${b.slice(1)}.${c}`,
  ([a, b, c]) => `${a}.${b}ä.${c}`,
  ([a, b, c]) => `${a.slice(1)}.${b}.${c}`,
  ([a, , c]) => `${a}..${c}`,
  ([, b, c]) => `.${b}.${c}`,
  ([, b, c], random) => `${encode(random.pick(texts), random)}.${b}.${c}`,
  ([a, b, c]) => `${a}.${b}.${c}~WyJzYWx0Iiwic3ViIiwieCJd~`,
  () => '',
  () => 'no token',
];

function damaged(random: Random, parts: Parts): string {
  return random.chance(0.2) ? random.pick(damages)(parts, random) : parts.join('.');
}
