import assert from 'node:assert/strict';
import { CompactEncrypt, type JWK } from 'jose';
import { joseDecryptVerdict } from '../../../src/core/backends/jose/decryptVerdict';
import type { JoseKey, JoseOptions } from '../../../src/core/backends/jose/options';
import { privateKeys, publicKey, type KeyName } from './fileKeys';
import { realJose } from './libraries';
import { moment } from './madeTokens';
import { sameOutcome } from './outcomes';
import { Random } from './random';

const encryptions = [
  'A128GCM',
  'A192GCM',
  'A256GCM',
  'A128CBC-HS256',
  'A192CBC-HS384',
  'A256CBC-HS512',
] as const;
const algorithms: readonly (readonly [alg: string, key: KeyName | number])[] = [
  ['RSA-OAEP', 'rsa'],
  ['RSA-OAEP-256', 'otherRsa'],
  ['ECDH-ES', 'p256'],
  ['ECDH-ES', 'x25519'],
  ['ECDH-ES+A128KW', 'p384'],
  ['ECDH-ES+A256KW', 'p521'],
  ['A128KW', 16],
  ['A256KW', 32],
  ['A128GCMKW', 16],
  ['A192GCMKW', 24],
  ['dir', 0],
  ['PBES2-HS256+A128KW', 12],
];

interface Made {
  readonly token: string;
  readonly alg: string;
  readonly key: JoseKey;
}

async function made(random: Random): Promise<Made> {
  const [alg, from] = random.pick(algorithms);
  const enc = random.pick(encryptions);
  const length = from === 0 ? Number(/\d+$/.exec(enc)?.[0] ?? /\d+/.exec(enc)?.[0]) / 8 : from;
  const secret = typeof length === 'number' ? new Uint8Array(length).fill(7) : undefined;
  const claims = {
    iss: 'https://a.example',
    exp: moment + (random.chance(0.1) ? -5 : 500),
    ...random.some(0.3, { aud: ['api', ['web']], text: ['short', 'short', 'short', 'x'.repeat(300_000)] }),
  };
  const text = random.chance(0.05) ? 'no claims' : JSON.stringify(claims);
  const header = {
    alg,
    enc,
    ...random.some(0.1, {
      typ: ['JWT'],
      zip: ['DEF'],
      iss: ['https://a.example', 'x'],
      aud: ['api', ['web']],
    }),
  };
  const publicHalf =
    typeof from === 'string' ? (publicKey(from).export({ format: 'jwk' }) as JWK) : undefined;
  const token = await new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader(header)
    .encrypt(publicHalf ?? secret ?? new Uint8Array());
  const privateHalf = typeof from === 'string' ? privateKeys[from].export({ format: 'jwk' }) : undefined;
  return { token, alg, key: (privateHalf as JoseKey | undefined) ?? secret ?? new Uint8Array() };
}

type Parts = readonly [string, string, string, string, string];

/** A header with members put over it: the content no longer opens, and what is checked before shows. */
function reheaded(parts: Parts, members: object): string {
  const header = JSON.parse(Buffer.from(parts[0], 'base64url').toString()) as object;
  const text = JSON.stringify({ ...header, ...members });
  return [Buffer.from(text).toString('base64url'), ...parts.slice(1)].join('.');
}

const members: readonly object[] = [
  { alg: 'RSA1_5' },
  { alg: 'none' },
  { alg: '' },
  { alg: 5 },
  { alg: 'dir' },
  { alg: 'A128KW' },
  { alg: 'PBES2-HS512+A256KW' },
  { alg: 'A256GCMKW', iv: 'AAAA', tag: 5 },
  { enc: 'A128CTR' },
  { enc: null },
  { enc: 'A256GCM' },
  { zip: 'GZ' },
  { crit: ['exp'] },
  { crit: [] },
  { crit: ['known'], known: 1 },
  { epk: null },
  { epk: { kty: 'OKP', crv: 'X448', x: 'AA' } },
  { epk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } },
  { epk: { kty: 'EC', d: 'AA' } },
  { apu: 5 },
  { apu: 'AAAA', apv: 'AAAA' },
  { apv: '!' },
  { p2c: 1_000_000 },
  { p2c: 'x' },
  { p2c: 0 },
  { p2s: 'AAAA' },
  { p2s: '!' },
  { p2s: 5 },
  { iv: 'AAAA' },
  { iv: 5 },
  { tag: 'AAAA' },
  { tag: '!' },
  { kid: 'x' },
];

const damages: readonly ((parts: Parts, random: Random) => string)[] = [
  (parts, random) => reheaded(parts, random.pick(members)),
  (parts, random) => reheaded(parts, random.pick(members)),
  (parts, random) => reheaded(parts, random.pick(members)),
  ([a, b, c, d]) => `${a}.${b}.${c}.${d}`,
  ([a, b, c, d]) => `${a}.${b}.${c}.${d}.`,
  ([a, b, , d, e]) => `${a}.${b}..${d}.${e}`,
  ([a, b, c, d, e]) => `${a}.${b}.${c}AAAA.${d}.${e}`,
  ([a, b, c, d, e]) => `${a}.${b}.${c}.${d}.${e.slice(4)}`,
  ([a, b, c, d, e]) => `${a}.${b}.${c}.${d}!.${e}`,
  ([a, b, c, d, e]) => `${a}.${b}.${c}!.${d}.${e}`,
  ([a, b, c, d, e]) => `${a}.${b}.${c}.${d}.${e}!`,
  ([a, b, c, d, e]) => `${a}.${b}!.${c}.${d}.${e}`,
  ([a, , c, d, e]) => `${a}..${c}.${d}.${e}`,
  ([a, , c, d, e]) => `${a}.AAAAAAAA.${c}.${d}.${e}`,
  ([a, b, c, d, e]) => `${a}.${b}.${c}.${d.slice(0, -4)}AAAA.${e}`,
  ([, b, c, d, e]) => `e30.${b}.${c}.${d}.${e}`,
  ([, b, c, d, e]) => `AAAA.${b}.${c}.${d}.${e}`,
];

const otherKeys: readonly (JoseKey | undefined)[] = [
  undefined,
  new Uint8Array(16),
  new Uint8Array(24),
  new Uint8Array(32),
  new Uint8Array(5),
  { kty: 'oct', k: 'AAAAAAAAAAAAAAAAAAAAAA' },
  { kty: 'oct', k: 'AAAAAAAAAAAAAAAAAAAAAA', use: 'sig' },
  { kty: 'oct', k: 'AAAAAAAAAAAAAAAAAAAAAA', key_ops: ['sign'] },
  { kty: 'oct', k: 'AAAAAAAAAAAAAAAAAAAAAA', alg: 'A128GCM' },
  ...(['rsa', 'smallRsa', 'p256', 'p384', 'x25519', 'ed25519'] as const).map(
    (name) => privateKeys[name].export({ format: 'jwk' }) as JoseKey,
  ),
  publicKey('rsa').export({ format: 'jwk' }),
];

describe('what jose would say of an encrypted token', () => {
  it('is what it says, of 300 tokens, keys and options', async function () {
    this.timeout(120_000);
    const random = new Random(20262);
    const seen = new Map<string, number>();
    for (let index = 0; index < 300; index++) {
      const { token: sound, alg, key: own } = await made(random);
      const parts = sound.split('.') as unknown as Parts;
      const token = random.chance(0.4) ? random.pick(damages)(parts, random) : sound;
      const key = random.chance(0.2) ? random.pick(otherKeys) : own;
      const options = {
        ...(alg.startsWith('PBES2') && random.chance(0.8) ? { keyManagementAlgorithms: [alg] } : {}),
        ...random.some(0.08, {
          keyManagementAlgorithms: [[alg], ['dir']],
          contentEncryptionAlgorithms: [['A128GCM'], [...encryptions]],
          audience: ['api'],
          issuer: ['https://a.example', 'x'],
          crit: [{ known: true }],
        }),
      } as JoseOptions;
      const expected = await realJose('jwtDecrypt', token, key, options);
      const found = await joseDecryptVerdict({ token, key, options, now: moment });
      const about = `case ${index}: ${JSON.stringify({ key, alg, options })} ${token.slice(0, 700)}`;
      sameOutcome(found, expected, about);
      const kind = expected.status === 'accepted' ? 'accepted' : expected.message;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    assert.ok((seen.get('accepted') ?? 0) > 80);
    assert.ok(seen.size > 25, `only ${seen.size} kinds of outcomes`);
  });
});
