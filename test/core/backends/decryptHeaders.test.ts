import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import { CompactEncrypt, type JWK } from 'jose';
import { joseDecryptVerdict } from '../../../src/core/backends/jose/decryptVerdict';
import type { Bytes } from '../../../src/core/encoding/bytes';
import type { JoseKey, JoseOptions } from '../../../src/core/backends/jose/options';
import { privateKeys, publicKey, type KeyName } from './fileKeys';
import { realJose } from './libraries';
import { moment } from './madeTokens';
import { sameOutcome } from './outcomes';

const claims = new TextEncoder().encode(JSON.stringify({ sub: '1' }));
const jwk = (name: KeyName): JoseKey => privateKeys[name].export({ format: 'jwk' });
const secret = (octets: number): Bytes => new Uint8Array(octets).fill(7);

interface Sealed {
  readonly token: string;
  readonly key: JoseKey;
  readonly options: JoseOptions;
}

/** A token that opens, of an algorithm and a key: the name of a pair, or how many octets of a secret. */
async function sealed(alg: string, from: KeyName | number, enc = 'A128GCM'): Promise<Sealed> {
  const options = { keyManagementAlgorithms: [alg] };
  const encrypt = new CompactEncrypt(claims).setProtectedHeader({ alg, enc });
  if (typeof from === 'number')
    return { token: await encrypt.encrypt(secret(from)), key: secret(from), options };
  const recipient = publicKey(from).export({ format: 'jwk' }) as JWK;
  return { token: await encrypt.encrypt(recipient), key: jwk(from), options };
}

async function sameAnswer({ token, key, options }: Sealed, about: string): Promise<string> {
  const expected = await realJose('jwtDecrypt', token, key, options);
  sameOutcome(await joseDecryptVerdict({ token, key, options, now: moment }), expected, about);
  return expected.status === 'accepted' ? 'accepted' : expected.message;
}

type Segments = readonly [string, string, string, string, string];
const segments = ({ token }: Sealed): Segments => token.split('.') as unknown as Segments;

/** The same token with members put over its header; undefined takes one away. */
function reheaded(made: Sealed, members: object): Sealed {
  const [head, ...rest] = segments(made);
  const header = { ...(JSON.parse(Buffer.from(head, 'base64url').toString()) as object), ...members };
  return {
    ...made,
    token: [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.'),
  };
}

const wrongTexts = [undefined, 5, '!', 'A', '', 'AAAA', 'A'.repeat(22), ' AAAA AAAA AAAA AAAA '];
const epks = [
  undefined,
  [],
  {},
  { kty: 'EC', crv: 'P-256' },
  { kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' },
  { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', d: 'AA' },
  { kty: 'OKP', crv: 'X25519', x: 'AA' },
  { kty: 'OKP', crv: 'X25519', x: 'A'.repeat(43), k: 'AA' },
  { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) },
  { kty: 'OKP', crv: 'X448', x: 'AA' },
  { kty: 'RSA', n: 'AQAB', e: 'AQAB' },
];
const parties = [
  { apu: 5 },
  { apu: '!' },
  { apv: null },
  { apv: '!' },
  { apu: 'AAAA', apv: 'AAAA' },
  { apu: 'AAAA', apv: 'AAAB' },
  { apu: '', apv: '' },
  { apv: 'AAAA' },
];
const counts = [undefined, '2048', null, 10_001, 10_000, 1e300, 0, -1, 1.5];

/** Families of algorithms, and what their parameters may be wrong in. */
const families: readonly (readonly [
  alg: string,
  from: KeyName | number,
  wrong: readonly object[],
  distinct: number,
])[] = [
  ['A192GCMKW', 24, wrongTexts.flatMap((text) => [{ iv: text }, { tag: text }]), 7],
  ['A128GCMKW', 16, [{ iv: 'AAAA', tag: 5 }], 1],
  ['ECDH-ES', 'p256', [...epks.map((epk) => ({ epk })), ...parties], 8],
  ['ECDH-ES+A256KW', 'p521', [...epks.map((epk) => ({ epk })), ...parties], 8],
  ['ECDH-ES+A128KW', 'x25519', [...epks.map((epk) => ({ epk })), ...parties], 8],
  ['PBES2-HS256+A128KW', 12, counts.map((p2c) => ({ p2c })), 4],
  ['PBES2-HS512+A256KW', 12, wrongTexts.map((p2s) => ({ p2s })), 4],
];

describe('what jose says of a header that is wrong in one place', () => {
  for (const [alg, from, wrong, distinct] of families)
    it(`${alg}: ${wrong.length} ways to be wrong`, async function () {
      this.timeout(60_000);
      const made = await sealed(alg, from);
      assert.equal(await sameAnswer(made, 'as it was made'), 'accepted');
      const said = new Set<string>();
      for (const members of wrong)
        said.add(await sameAnswer(reheaded(made, members), JSON.stringify(members)));
      assert.ok(said.size >= distinct, [...said].join('\n'));
    });

  it('names of algorithms and compression', async () => {
    const made = await sealed('dir', 16);
    const said = new Set<string>();
    for (const members of [
      { alg: undefined },
      { alg: 5 },
      { alg: 'RSA1_5' },
      { alg: 'none' },
      { enc: undefined },
      { enc: '' },
      { enc: 'A128CTR' },
      { enc: 'A256GCM' },
      { enc: 'A128CBC-HS256' },
      { zip: 'GZ' },
      { zip: null },
      { crit: ['exp'] },
    ])
      for (const options of [{}, { keyManagementAlgorithms: ['RSA1_5', 'none'] }])
        said.add(await sameAnswer({ ...reheaded(made, members), options }, JSON.stringify(members)));
    assert.ok(said.size >= 9, [...said].join('\n'));
  });

  it('segments that do not decode, or are not there', async () => {
    for (const alg of ['dir', 'A128KW'] as const) {
      const made = await sealed(alg, 16);
      const parts = segments(made);
      for (let at = 1; at < 5; at++)
        for (const text of ['', '!', 'A', 'AAAA', 'A'.repeat(64)]) {
          const token = parts.with(at, text).join('.');
          await sameAnswer({ ...made, token }, `${alg}, segment ${at}: ${text}`);
        }
    }
  });
});

/** A direct A128GCM token of octets that nobody compressed, whatever its header says. */
function sealedAsIs(header: object, content: Uint8Array, key: Bytes): string {
  const head = Buffer.from(JSON.stringify(header)).toString('base64url');
  const iv = Buffer.alloc(12);
  const cipher = createCipheriv('aes-128-gcm', key, iv).setAAD(Buffer.from(head));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  const tail = [iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  return [head, '', ...tail].join('.');
}

/** A private RSA key as some makers write it: RFC 7518 §6.3.2 only recommends the factors. */
function withoutFactors(key: JoseKey): JoseKey {
  const { kty, n, e, d } = key as Readonly<Record<string, unknown>>;
  return { kty, n, e, d };
}

const k16 = 'A'.repeat(22);
/** Keys that do not fit, or do not quite. */
const keys: readonly (readonly [alg: string, from: KeyName | number, keys: readonly JoseKey[]])[] = [
  ['A128KW', 16, [secret(16), secret(24), secret(32), secret(5), secret(0)]],
  ['A128GCMKW', 16, [secret(24), secret(0), { kty: 'oct', k: '!' }, { kty: 'oct', k: k16 }]],
  ['dir', 16, [secret(15), { kty: 'oct', k: k16, alg: 'A128GCM' }, { kty: 'oct', k: k16, alg: 'dir' }]],
  ['PBES2-HS256+A128KW', 12, [secret(0), secret(200), { kty: 'oct', k: 'A' }]],
  [
    'RSA-OAEP',
    'rsa',
    [jwk('smallRsa'), jwk('p256'), withoutFactors(jwk('rsa')), { kty: 'RSA', n: 'AQAB', d: 'AQAB' }],
  ],
  [
    'ECDH-ES',
    'p256',
    [
      jwk('p384'),
      jwk('ed25519'),
      jwk('secp256k1'),
      jwk('x25519'),
      jwk('rsa'),
      { kty: 'AKP', alg: 'ML-DSA-44', priv: 'AA' },
      { ...privateKeys.p256.export({ format: 'jwk' }), x: 'AA' },
    ],
  ],
];

describe('what jose says of a key that does not fit', () => {
  for (const [alg, from, others] of keys)
    it(`${alg}: ${others.length} keys`, async function () {
      this.timeout(60_000);
      const made = await sealed(alg, from);
      for (const [at, key] of others.entries()) await sameAnswer({ ...made, key }, `key ${at}`);
    });

  it('content that does not inflate, or grows beyond what jose allows', async () => {
    const key = secret(16);
    const made = (plaintext: Uint8Array): Promise<string> =>
      new CompactEncrypt(plaintext)
        .setProtectedHeader({ alg: 'dir', enc: 'A128GCM', zip: 'DEF' })
        .encrypt(key);
    const large = await made(new Uint8Array(300_000).fill(32));
    assert.match(await sameAnswer({ token: large, key, options: {} }, 'large'), /configured limit/);
    const damaged = sealedAsIs({ alg: 'dir', enc: 'A128GCM', zip: 'DEF' }, Buffer.from('not deflated'), key);
    assert.match(await sameAnswer({ token: damaged, key, options: {} }, 'damaged'), /Failed to decompress/);
  });
});
