import assert from 'node:assert/strict';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { utf8Bytes, type Bytes } from '../../../src/core/encoding/bytes';
import {
  derBits,
  derElement,
  derInteger,
  derNull,
  derOctets,
  derOid,
  derSequence,
} from '../../../src/core/encoding/derWriter';
import { readEnvFile } from '../../../src/core/keys/candidates/envFile';
import type { RsaMaterial } from '../../../src/core/keys/key';
import { readKeys } from '../../../src/core/keys/readKeys';
import { rsaMaterial } from '../../../src/core/keys/rsa/rsaMaterial';
import { decodeText } from '../../../src/core/keys/text/decodeText';
import { aPair } from '../../support/keyMaterial';
import { own, read, spkiOf, told } from './der/derFiles';

describe('an ML-DSA key in a file', () => {
  const seed = new Uint8Array(32).fill(3);
  const made = ml_dsa44.keygen(seed);
  const [pub, expanded] = [own(made.publicKey), own(made.secretKey)];
  const identifier = derSequence(derOid('2.16.840.1.101.3.4.3.17'));
  const file = (secret: Bytes, ...more: readonly Bytes[]): Bytes =>
    derSequence(derInteger(more.length), identifier, derOctets(secret), ...more);
  const both = derSequence(derOctets(seed), derOctets(expanded));
  const key = { kty: 'AKP', alg: 'ML-DSA-44', pub } as const;

  it('is its seed, its expanded key, or both', async () => {
    const materials = async (bytes: Bytes): Promise<unknown> =>
      (await read(bytes)).keys.map(({ material }) => material);
    assert.deepEqual(await materials(file(derElement(0x80, seed))), [{ ...key, seed }]);
    assert.deepEqual(await materials(file(derOctets(expanded), derElement(0x81, Uint8Array.of(0), pub))), [
      { ...key, expanded },
    ]);
    const [found] = (await read(file(both))).keys;
    assert.ok(found.material.kty === 'AKP');
    assert.deepEqual([found.material.seed, found.material.pub], [seed, pub]);
    assert.deepEqual(await materials(derSequence(identifier, derBits(pub))), [key]);
  });

  for (const [what, bytes] of [
    ['a seed too short', file(derElement(0x80, seed.slice(1)))],
    ['an expanded key too short', file(derOctets(expanded.slice(1)))],
    ['a public half too short', derSequence(identifier, derBits(pub.slice(1)))],
    ['no secret at all', file(derSequence())],
  ] as const)
    it(`is damaged with ${what}`, async () => {
      assert.match(await told(bytes), /^(?:damaged|truncated) /);
    });

  it('is inconsistent with an expanded key of another seed', async () => {
    const other = derSequence(derOctets(seed.map((octet) => octet ^ 1)), derOctets(expanded));
    assert.match(await told(file(other)), /^inconsistent /);
  });
});

describe('a closed key (PBES2)', () => {
  const closed = (derivation: Bytes, scheme: Bytes, encrypted = new Uint8Array(16)): Bytes =>
    derSequence(
      derSequence(derOid('1.2.840.113549.1.5.13'), derSequence(derivation, scheme)),
      derOctets(encrypted),
    );
  const salt = derOctets(new Uint8Array(8));
  const pbkdf2 = (...more: readonly Bytes[]): Bytes =>
    derSequence(derOid('1.2.840.113549.1.5.12'), derSequence(salt, derInteger(2), ...more));
  const scrypt = (...numbers: readonly number[]): Bytes =>
    derSequence(
      derOid('1.3.6.1.4.1.11591.4.11'),
      derSequence(salt, ...numbers.map((number) => derInteger(number))),
    );
  const aes = derSequence(derOid('2.16.840.1.101.3.4.1.2'), derOctets(new Uint8Array(16)));
  const gcm = (nonce: number): Bytes =>
    derSequence(
      derOid('2.16.840.1.101.3.4.1.6'),
      derSequence(derOctets(new Uint8Array(nonce)), derInteger(16)),
    );
  const rc2 = (version: number): Bytes =>
    derSequence(derOid('1.2.840.113549.3.2'), derSequence(derInteger(version), derOctets(new Uint8Array(8))));

  for (const [what, bytes, said] of [
    ['another password', closed(pbkdf2(), aes), 'passphraseWrong pkcs8-encrypted'],
    [
      'another hash nobody knows',
      closed(pbkdf2(derSequence(derOid('1.2.3'), derNull())), aes),
      'unsupportedCipher 1.2.3',
    ],
    ['a derivation nobody knows', closed(derSequence(derOid('1.2.3')), aes), 'unsupportedCipher 1.2.3'],
    [
      'a cipher nobody knows',
      closed(pbkdf2(), derSequence(derOid('1.2.3'), derOctets(new Uint8Array(16)))),
      'unsupportedCipher 1.2.3',
    ],
    ['a length of its key that cannot be', closed(pbkdf2(derInteger(0)), aes), 'damaged pkcs8-encrypted'],
    ['half a block', closed(pbkdf2(), aes, new Uint8Array(15)), 'truncated pkcs8-encrypted'],
    ['no block', closed(pbkdf2(), aes, new Uint8Array()), 'truncated pkcs8-encrypted'],
    [
      'GCM and another password',
      closed(pbkdf2(), gcm(12), new Uint8Array(32)),
      'passphraseWrong pkcs8-encrypted',
    ],
    ['GCM and a short nonce', closed(pbkdf2(), gcm(7), new Uint8Array(32)), 'damaged pkcs8-encrypted'],
    ['GCM and no room for a tag', closed(pbkdf2(), gcm(12), new Uint8Array(15)), 'damaged pkcs8-encrypted'],
    ['RC2 of too few bits', closed(pbkdf2(), rc2(39)), 'unsupportedCipher RC2-39-CBC'],
    ['RC2 of odd bits', closed(pbkdf2(), rc2(41)), 'unsupportedCipher RC2-41-CBC'],
    ['scrypt and another password', closed(scrypt(2, 1, 1), aes), 'passphraseWrong pkcs8-encrypted'],
    ['scrypt without a cost', closed(scrypt(1, 1, 1), aes), 'damaged pkcs8-encrypted'],
    ['scrypt of an odd cost', closed(scrypt(3, 1, 1), aes), 'damaged pkcs8-encrypted'],
    ['scrypt without blocks', closed(scrypt(2, 0, 1), aes), 'damaged pkcs8-encrypted'],
    ['scrypt without lanes', closed(scrypt(2, 1, 0), aes), 'damaged pkcs8-encrypted'],
  ] as const)
    it(`with ${what}: ${said}`, async () => {
      assert.equal(await told(bytes, 'x'), said);
    });

  it('asks for a passphrase before it looks at anything else', async () => {
    assert.equal(await told(closed(pbkdf2(), aes)), 'passphraseNeeded pkcs8-encrypted');
  });
});

describe('an RSA key without some of its numbers', () => {
  const { material } = aPair('RSA-1024');
  const { n, e, private: secret } = material as RsaMaterial;
  assert.ok(secret?.crt);
  const { d, crt } = secret;
  for (const name of ['p', 'q', 'dp', 'dq', 'qi'] as const)
    it(`has its exponent alone where “${name}” is missing`, () => {
      const { [name]: removed, ...rest } = crt;
      assert.ok(removed);
      assert.deepEqual(rsaMaterial('jwk', { n, e, d, ...rest }), { kty: 'RSA', n, e, private: { d } });
    });
  it('is no key with factors of one and itself', () => {
    const one = Uint8Array.of(1);
    const result = rsaMaterial('jwk', { n, e, d, ...crt, p: n, q: one });
    assert.ok('code' in result && result.code === 'inconsistent');
    const turned = rsaMaterial('jwk', { n, e, d, ...crt, p: one, q: n });
    assert.ok('code' in turned && turned.code === 'inconsistent');
  });
});

describe('texts with keys in them', () => {
  const line = (text: string): Promise<Awaited<ReturnType<typeof readKeys>>> =>
    readKeys({ bytes: utf8Bytes(text) });
  const base64 = Buffer.from(spkiOf('Ed25519')).toString('base64');
  const sshBlob = Buffer.concat([
    ...['ssh-ed25519'].flatMap((name) => [Buffer.from([0, 0, 0, name.length]), Buffer.from(name)]),
    Buffer.from([0, 0, 0, 32]),
    Buffer.from((aPair('Ed25519').material as { x: Uint8Array }).x),
  ]).toString('base64');

  it('may be base64 without any armour, of a key and not of less', async () => {
    assert.equal((await line(base64)).keys.length, 1);
    assert.equal((await line(`${base64.slice(0, 20)}!${base64.slice(20)}`)).keys.length, 0);
    assert.equal((await line(base64.slice(0, 40))).keys.length, 0);
  });

  it('may be SSH lines in quotes, with comments of several words', async () => {
    for (const [text, comment] of [
      [`"ssh-ed25519 ${sshBlob} me and you",`, 'me and you'],
      [`ssh-ed25519 ${sshBlob} me@"home`, 'me@"home'],
      [`'ssh-ed25519 ${sshBlob}'`, undefined],
    ] as const) {
      const { keys } = await line(text);
      assert.deepEqual(
        keys.map(({ labels }) => labels.comment),
        [comment],
        text,
      );
    }
  });

  it('name the character that is no base64, and where', async () => {
    const { problems } = await line(
      `-----BEGIN PUBLIC KEY-----\n${base64.slice(0, 20)}*${base64.slice(21)}\n-----END PUBLIC KEY-----\n`,
    );
    assert.deepEqual(
      problems.map(({ code, facts }) => [code, facts]),
      [['notBase64', { label: 'PUBLIC KEY', character: '*' }]],
    );
  });

  it('may be UTF-16 of either order, with a mark or without', () => {
    const text = 'SECRET=plain text';
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const octets of [
      little,
      big,
      Buffer.concat([Buffer.of(0xff, 0xfe), little]),
      Buffer.concat([Buffer.of(0xfe, 0xff), big]),
    ])
      assert.equal(decodeText(octets)?.replace('\ufeff', ''), text);
    assert.equal(decodeText(Buffer.concat([little, Buffer.of(65)])), undefined);
    assert.equal(decodeText(little.subarray(0, 6)), undefined);
    assert.equal(decodeText(Buffer.from('a\u0007b')), undefined);
    assert.equal(decodeText(Buffer.from('a\tb\r\n\f')), 'a\tb\r\n\f');
  });

  it('may be variables over several lines, in quotes and only there', () => {
    const found = (text: string): readonly unknown[] =>
      readEnvFile(text).map(({ name, raw, line: at }) => [name, raw, at]);
    assert.deepEqual(found('A="x\ny"\nB=1'), [
      ['A', '"x\ny"', 1],
      ['B', '1', 3],
    ]);
    assert.deepEqual(found('A=x\nx\nB=`1\n2`'), [
      ['A', 'x', 1],
      ['B', '`1\n2`', 3],
    ]);
    assert.deepEqual(found('A="x\nB=1'), [
      ['A', '"x', 1],
      ['B', '1', 2],
    ]);
    assert.deepEqual(found("A='x' # it's\nB=1"), [
      ['A', "'x' # it's", 1],
      ['B', '1', 2],
    ]);
  });
});
