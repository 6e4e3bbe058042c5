import assert from 'node:assert/strict';
import { hostEngine } from '../../../src/core/crypto/engine';
import { aesLibrary } from '../../../src/core/crypto/aes';
import { sealContent } from '../../../src/core/crypto/contentEncryption';
import type { DecryptionReason } from '../../../src/core/decrypt/decryption';
import {
  decryptToken,
  type DecryptionKey,
  type DecryptionOptions,
} from '../../../src/core/decrypt/decryptToken';
import { decryptWithKeys, type DecryptionRequest } from '../../../src/core/decrypt/decryptWithKeys';
import { readContent } from '../../../src/core/decrypt/readContent';
import { encryptToken } from '../../../src/core/encrypt/encryptToken';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { contentEncryptions } from '../../../src/core/jose/encryptionAlgorithms';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { JweToken } from '../../../src/core/jose/token';
import type { Key, KnownKey } from '../../../src/core/keys/key';
import { aCompactJws, jsonSegment, segment } from '../../support/aToken';
import { aKey, aPair } from '../../support/keyMaterial';

const secret = (length: number, fill = length): Key =>
  aKey({ kty: 'oct', k: new Uint8Array(length).fill(fill) });
const base64url = (octets: Uint8Array): string => Buffer.from(octets).toString('base64url');
const zeros = (length: number): string => base64url(new Uint8Array(length));

function jwe(text: string | object): JweToken {
  const token = parseToken(typeof text === 'string' ? text : JSON.stringify(text));
  assert.ok(token.kind === 'jwe', token.kind);
  return token;
}

/** Why a token does not open; every part of it has the length that its header asks for, unless told otherwise. */
async function reasonFor(
  header: object,
  key: DecryptionKey,
  parts: { readonly key?: string; readonly iv?: string; readonly tag?: string } = {},
  options: DecryptionOptions = {},
): Promise<DecryptionReason> {
  const text = [
    jsonSegment(header),
    parts.key ?? '',
    parts.iv ?? zeros(12),
    zeros(5),
    parts.tag ?? zeros(16),
  ].join('.');
  const decryption = await decryptToken(jwe(text), key, options);
  assert.ok(decryption.status === 'failed');
  return decryption.reason;
}

const enc = 'A128GCM';
const p256 = aKey(aPair('P-256').material);
const publicEpk = ((): object => {
  const { material } = aPair('P-256');
  assert.ok(material.kty === 'EC');
  return { kty: 'EC', crv: 'P-256', x: base64url(material.x), y: base64url(material.y) };
})();
const publicHalf = ((): Key => {
  const { material } = aPair('P-256');
  assert.ok(material.kty === 'EC');
  const { d, ...half } = material;
  assert.ok(d);
  return aKey(half);
})();
const pbes2 = { alg: 'PBES2-HS256+A128KW', enc, p2s: zeros(8), p2c: 1 };
const wrapped = zeros(24);
const invalid = (name: string): DecryptionReason => ({ code: 'parameterInvalid', name });
const notDecryptable: DecryptionReason = { code: 'notDecryptable' };

const reasons: readonly (readonly [
  what: string,
  reason: DecryptionReason,
  header: object,
  key: DecryptionKey,
  parts?: { readonly key?: string; readonly iv?: string; readonly tag?: string },
])[] = [
  ['a wrong secret', notDecryptable, { alg: 'dir', enc }, secret(16)],
  ['an initialization vector too short', invalid('iv'), { alg: 'dir', enc }, secret(16), { iv: zeros(11) }],
  ['no initialization vector', invalid('iv'), { alg: 'dir', enc }, secret(16), { iv: '' }],
  ['a tag too short', invalid('tag'), { alg: 'dir', enc }, secret(16), { tag: zeros(15) }],
  ['no tag', invalid('tag'), { alg: 'dir', enc }, secret(16), { tag: '' }],
  [
    'an encrypted key where there is none',
    { code: 'malformed' },
    { alg: 'dir', enc },
    secret(16),
    { key: wrapped },
  ],
  [
    'a secret of another length',
    { code: 'keyUnusable', fault: 'wrongLength' },
    { alg: 'dir', enc },
    secret(17),
  ],
  ['an algorithm nobody knows', { code: 'algUnknown', alg: 'A9KW' }, { alg: 'A9KW', enc }, secret(16)],
  ['an encryption nobody knows', { code: 'encUnknown', enc: 'A9' }, { alg: 'dir', enc: 'A9' }, secret(16)],
  [
    'a compression nobody knows',
    { code: 'zipUnknown', zip: 'LZ' },
    { alg: 'dir', enc, zip: 'LZ' },
    secret(16),
  ],
  [
    'an extension nobody knows',
    { code: 'criticalUnknown', name: 'x' },
    { alg: 'dir', enc, x: 1, crit: ['x'] },
    secret(16),
  ],
  ['an algorithm that is a number', { code: 'malformed' }, { alg: 1, enc }, secret(16)],
  ['an encryption that is a number', { code: 'malformed' }, { alg: 'dir', enc: 1 }, secret(16)],

  ['a wrapping secret that is wrong', notDecryptable, { alg: 'A128KW', enc }, secret(16), { key: wrapped }],
  [
    'a wrapping secret of another length',
    { code: 'keyUnusable', fault: 'wrongLength' },
    { alg: 'A128KW', enc },
    secret(24),
    { key: wrapped },
  ],
  ['no encrypted key', notDecryptable, { alg: 'A128KW', enc }, secret(16)],
  [
    'a key that wraps with GCM and no “iv”',
    invalid('iv'),
    { alg: 'A128GCMKW', enc },
    secret(16),
    { key: zeros(16) },
  ],
  [
    'a key that wraps with GCM and no “tag”',
    invalid('tag'),
    { alg: 'A128GCMKW', enc, iv: zeros(12) },
    secret(16),
    { key: zeros(16) },
  ],
  [
    'a key that wraps with GCM and an “iv” too long',
    invalid('iv'),
    { alg: 'A128GCMKW', enc, iv: zeros(13), tag: zeros(16) },
    secret(16),
  ],
  [
    'a key that wraps with GCM and a “tag” that is no base64url',
    invalid('tag'),
    { alg: 'A128GCMKW', enc, iv: zeros(12), tag: '?' },
    secret(16),
  ],
  [
    'a key that wraps with GCM and is wrong',
    notDecryptable,
    { alg: 'A128GCMKW', enc, iv: zeros(12), tag: zeros(16) },
    secret(16),
    { key: zeros(16) },
  ],
  [
    'a secret of another length for GCM',
    { code: 'keyUnusable', fault: 'wrongLength' },
    { alg: 'A128GCMKW', enc, iv: zeros(12), tag: zeros(16) },
    secret(17),
  ],

  ['no ephemeral key', invalid('epk'), { alg: 'ECDH-ES', enc }, p256],
  [
    'an ephemeral key that is a secret',
    invalid('epk'),
    { alg: 'ECDH-ES', enc, epk: { kty: 'oct', k: 'AAAA' } },
    p256,
  ],
  [
    'an “apu” that is no base64url',
    invalid('apu'),
    { alg: 'ECDH-ES', enc, epk: publicEpk, apu: '?', apv: '?' },
    p256,
  ],
  [
    'an “apv” that is no text',
    invalid('apv'),
    { alg: 'ECDH-ES', enc, epk: publicEpk, apu: 'AAAA', apv: 1 },
    p256,
  ],
  [
    'an encrypted key beside direct agreement',
    { code: 'malformed' },
    { alg: 'ECDH-ES', enc, epk: publicEpk },
    p256,
    { key: wrapped },
  ],
  ['another party', notDecryptable, { alg: 'ECDH-ES', enc, epk: publicEpk }, p256],
  [
    'another party that wraps',
    notDecryptable,
    { alg: 'ECDH-ES+A128KW', enc, epk: publicEpk },
    p256,
    { key: wrapped },
  ],
  [
    'a public half',
    { code: 'keyUnusable', fault: 'notPrivate' },
    { alg: 'ECDH-ES', enc, epk: publicEpk },
    publicHalf,
  ],
  [
    'a point of small order',
    invalid('epk'),
    { alg: 'ECDH-ES', enc, epk: { kty: 'OKP', crv: 'X25519', x: zeros(32) } },
    aKey(aPair('X25519').material),
  ],
  [
    'an ephemeral key on another curve',
    { code: 'keyUnusable', fault: 'keyType' },
    { alg: 'ECDH-ES', enc, epk: publicEpk },
    aKey(aPair('P-384').material),
  ],

  ['a wrong password', notDecryptable, pbes2, { password: 'x' }, { key: wrapped }],
  ['no salt', invalid('p2s'), { ...pbes2, p2s: undefined }, { password: 'x' }],
  ['a salt too short', invalid('p2s'), { ...pbes2, p2s: zeros(7) }, { password: 'x' }],
  ['no count', invalid('p2c'), { ...pbes2, p2c: undefined }, { password: 'x' }],
  ['a count of nothing', invalid('p2c'), { ...pbes2, p2c: 0 }, { password: 'x' }],
  ['a count beyond what can be counted', invalid('p2c'), { ...pbes2, p2c: 2 ** 32 }, { password: 'x' }],
  [
    'the largest count there is',
    { code: 'needsConsent', iterations: 2 ** 32 - 1, limit: hostEngine() ? 1_000_000 : 100_000 },
    { ...pbes2, p2c: 2 ** 32 - 1 },
    { password: 'x' },
  ],
  [
    'a password for a key',
    { code: 'keyUnusable', fault: 'keyType' },
    { alg: 'A128KW', enc },
    { password: 'x' },
  ],
  ['a key pair for a secret', { code: 'keyUnusable', fault: 'keyType' }, { alg: 'A128KW', enc }, p256],
  [
    'a secret for a key pair',
    { code: 'keyUnusable', fault: 'keyType' },
    { alg: 'RSA-OAEP', enc },
    secret(16),
  ],
];

/** The parts of a token whose key is wrapped by a secret. */
async function partsFor(key: Key, header: object = {}, content = 'found'): Promise<readonly string[]> {
  const headerText = JSON.stringify({ alg: 'A128KW', enc, ...header });
  return (await encryptToken({ headerText, plaintext: utf8Bytes(content) }, key)).split('.');
}

describe('the reason why a token does not open', () => {
  for (const [what, reason, header, key, parts] of reasons)
    it(`names ${what}`, async () => {
      assert.deepEqual(await reasonFor(header, key, parts), reason);
    });

  it('is asked of the engine: without WebCrypto fewer iterations are done unasked', async () => {
    const header = { ...pbes2, p2c: 100_001 };
    const asked = { code: 'needsConsent', iterations: 100_001, limit: 100_000 };
    assert.deepEqual(await reasonFor(header, { password: 'x' }, { key: wrapped }, { engine: null }), asked);
    assert.deepEqual(
      await reasonFor(header, { password: 'x' }, { key: wrapped }, { engine: null, pbes2Limit: 5 }),
      { ...asked, limit: 5 },
    );
  });

  it('names the limit that the content would grow beyond', async () => {
    const whole = (await partsFor(secret(16), { zip: 'DEF' }, 'x'.repeat(1000))).join('.');
    const enough = await decryptToken(jwe(whole), secret(16), { inflateLimit: 1000 });
    assert.ok(enough.status === 'decrypted' && enough.compressed && enough.plaintext.length === 1000);
    assert.deepEqual(await decryptToken(jwe(whole), secret(16), { inflateLimit: 999 }), {
      status: 'failed',
      reason: { code: 'inflationTooLarge', limit: 999 },
    });
  });
});

describe('the recipients of a token', () => {
  const key = secret(16);
  const named = aKey(key.material, { kid: 'mine' });

  /** A token whose content key is wrapped for each recipient apart, so that each names its own algorithm. */
  async function general(recipients: (encryptedKey: string) => readonly object[]): Promise<JweToken> {
    const row = contentEncryptions.get(enc);
    assert.ok(row && key.material.kty === 'oct');
    const [contentKey, iv] = [new Uint8Array(16).fill(4), new Uint8Array(12)];
    const protectedText = segment(JSON.stringify({ enc }));
    const sealed = await sealContent(
      { row, key: contentKey, iv, aad: utf8Bytes(protectedText) },
      utf8Bytes('found'),
    );
    return jwe({
      protected: protectedText,
      recipients: recipients(base64url(aesLibrary.wrap(key.material.k, contentKey))),
      iv: base64url(iv),
      ciphertext: base64url(sealed.ciphertext),
      tag: base64url(sealed.tag),
    });
  }
  const to = (encrypted_key: string, header: object = {}): object => ({
    header: { alg: 'A128KW', ...header },
    encrypted_key,
  });

  it('are tried in the order they stand, those first that name the key', async () => {
    const token = await general((own) => [to(own), to(own, { kid: 'other' }), to(own, { kid: 'mine' })]);
    for (const [one, recipient] of [
      [key, 0],
      [named, 2],
      [aKey(key.material, { kid: 'other' }), 1],
      [aKey(key.material, { kid: 'nobody' }), 0],
    ] as const) {
      const decryption = await decryptToken(token, one);
      assert.equal(decryption.status === 'decrypted' && decryption.recipient, recipient);
    }
  });

  it('are tried up to fifty for one key', async () => {
    const many = (at: number): Promise<JweToken> =>
      general((own) =>
        Array.from({ length: 60 }, (_, index) => to(index === at ? own : wrapped, { kid: `${index}` })),
      );
    const last = await decryptToken(await many(49), key);
    assert.equal(last.status === 'decrypted' && last.recipient, 49);
    assert.equal((await decryptToken(await many(50), key)).status, 'failed');
    const found = await decryptToken(await many(50), aKey(key.material, { kid: '50' }));
    assert.equal(found.status === 'decrypted' && found.recipient, 50);
    const stranger = await decryptToken(await many(0), p256);
    assert.deepEqual(stranger, { status: 'failed', reason: { code: 'stopped', tried: 50 } });
  });

  const wrongLength = to(wrapped, { alg: 'A256KW' });
  const wrongType = to(wrapped, { alg: 'RSA-OAEP' });
  const wrong = to(wrapped);
  const badIv = to(wrapped, { alg: 'A128GCMKW' });
  for (const [what, recipients, code] of [
    ['a key that does not open it', [wrongType, wrongLength, badIv, wrong], 'notDecryptable'],
    ['a parameter that is not as it should be', [wrongType, wrongLength, badIv], 'parameterInvalid'],
    ['a length', [wrongType, wrongLength], 'keyUnusable wrongLength'],
    ['a type, where nothing else is wrong', [wrongType, wrongType], 'keyUnusable keyType'],
    ['an algorithm nobody knows', [wrongType, to(wrapped, { alg: 'A9' })], 'algUnknown'],
  ] as const)
    it(`give the reason that helps most: ${what}`, async () => {
      const decryption = await decryptToken(await general(() => recipients), key);
      assert.ok(decryption.status === 'failed');
      const { reason } = decryption;
      assert.equal(reason.code === 'keyUnusable' ? `keyUnusable ${reason.fault}` : reason.code, code);
    });

  it('must agree on one encryption, and there must be one', async () => {
    const [, , iv, ciphertext, tag] = await partsFor(key);
    const token = jwe({
      recipients: [to(wrapped, { enc }), to(wrapped, { enc: 'A256GCM' })],
      iv,
      ciphertext,
      tag,
    });
    assert.deepEqual(await decryptToken(token, key), { status: 'failed', reason: { code: 'malformed' } });
  });

  it('are bound to additional data, which must not be empty', async () => {
    const [protectedText, encrypted_key, iv, ciphertext, tag] = await partsFor(key);
    const parts = { protected: protectedText, encrypted_key, iv, ciphertext, tag };
    assert.equal((await decryptToken(jwe(parts), key)).status, 'decrypted');
    for (const [aad, code] of [
      ['', 'malformed'],
      ['A', 'malformed'],
      ['AAAA', 'notDecryptable'],
    ] as const)
      assert.deepEqual(await decryptToken(jwe({ ...parts, aad }), key), {
        status: 'failed',
        reason: { code },
      });
  });

  it('may be told of in headers that nobody protects', async () => {
    const headerText = JSON.stringify({ alg: 'A128KW', enc });
    const text = await encryptToken({ headerText, plaintext: utf8Bytes('x') }, key, {
      serialization: 'flattened',
    });
    const { protected: removed, ...parts } = JSON.parse(text) as Record<string, string>;
    assert.ok(removed);
    assert.deepEqual(await decryptToken(jwe({ ...parts, unprotected: { alg: 'A128KW', enc } }), key), {
      status: 'failed',
      reason: { code: 'notDecryptable' },
    });
  });
});

describe('the reason of several keys', () => {
  const moment = 1_767_225_600;
  const known = (id: string, key: Key): KnownKey => ({
    id,
    key,
    origin: { from: 'secretStorage', name: id },
  });
  const reasonOf = async (
    token: JweToken,
    keys: readonly Key[],
    more: Partial<DecryptionRequest> = {},
  ): Promise<unknown> => {
    const all = keys.map((key, index) => known(`${index}`, key));
    const answer = await decryptWithKeys({ token, keys: all, moment, ...more });
    return answer.status === 'failed' ? answer.reason : answer.key?.id;
  };
  const made = (header: object, key = ''): JweToken =>
    jwe([jsonSegment(header), key, zeros(12), zeros(5), zeros(16)].join('.'));

  it('is that the token names no algorithm, or one nobody knows, before it is that there are no keys', async () => {
    assert.deepEqual(await reasonOf(made({ enc }), []), { code: 'algMissing' });
    assert.deepEqual(await reasonOf(made({ alg: 'A9', enc }), []), { code: 'algUnknown', alg: 'A9' });
    const fine = made({ alg: 'A128KW', enc });
    assert.deepEqual(await reasonOf(fine, [], { trusted: false }), { code: 'workspaceNotTrusted' });
    assert.deepEqual(await reasonOf(fine, []), { code: 'noKeys' });
    assert.deepEqual(await reasonOf(fine, [p256]), { code: 'noFittingKey', alg: 'A128KW', known: 1 });
  });

  it('is the most telling one, whichever key it came from', async () => {
    const [header = '', ...rest] = await partsFor(secret(16), { zip: 'DEF' });
    const token = jwe([header, ...rest].join('.'));
    const options = { inflateLimit: 1 };
    for (const keys of [
      [secret(16, 1), secret(16)],
      [secret(16), secret(16, 1)],
    ])
      assert.deepEqual(await reasonOf(token, keys, { options }), { code: 'inflationTooLarge', limit: 1 });
    assert.deepEqual(await reasonOf(token, [secret(16, 1), secret(16)]), '1');
  });

  it('counts the keys tried where it stops: fifty, or four of them passwords', async () => {
    const keys = Array.from({ length: 60 }, (_, index) => secret(16, index));
    assert.deepEqual(await reasonOf(made({ alg: 'A128KW', enc }, wrapped), keys), {
      code: 'stopped',
      tried: 50,
    });
    assert.deepEqual(await reasonOf(made(pbes2, wrapped), keys), { code: 'stopped', tried: 4 });
    const recipients = [{ header: { alg: 'A128KW' } }, { header: { ...pbes2, enc: undefined } }];
    const parts = { iv: zeros(12), ciphertext: zeros(5), tag: zeros(16) };
    const mixed = jwe({
      protected: segment(JSON.stringify({ enc })),
      recipients: recipients.map((one) => ({ ...one, encrypted_key: wrapped })),
      ...parts,
    });
    assert.deepEqual(await reasonOf(mixed, keys), { code: 'stopped', tried: 4 });
  });

  it('takes the keys somebody picked, and says so', async () => {
    const token = jwe((await partsFor(secret(16))).join('.'));
    const request = { token, keys: [known('a', secret(16))], moment };
    for (const picked of [true, false]) {
      const answer = await decryptWithKeys({ ...request, picked });
      assert.equal(answer.status === 'decrypted' && answer.chosenBy, picked ? 'picked' : 'onlyFit');
    }
  });
});

describe('readContent of what is nearly a token', () => {
  const [header, payload, signature] = aCompactJws({ alg: 'HS256' }, { sub: '1' }).split('.');
  for (const [content, kind] of [
    [JSON.stringify({ payload, signatures: [{ protected: header, signature }] }), 'token'],
    [JSON.stringify({ payload, protected: header, signature }), 'token'],
    [
      JSON.stringify({ protected: jsonSegment({ alg: 'dir', enc }), iv: '', ciphertext: 'AAAA', tag: '' }),
      'token',
    ],
    [JSON.stringify({ payload, protected: header }), 'claims'],
    [JSON.stringify({ signature, protected: header }), 'claims'],
    [JSON.stringify({ signatures: [], protected: header }), 'claims'],
    ['{"ciphertext":1}', 'claims'],
    ['{}', 'claims'],
    ['42', 'json'],
    ['null', 'json'],
    [JSON.stringify([header, payload, signature].join('.')), 'json'],
    [`\n ${[header, payload, signature].join('.')} `, 'token'],
    [[header, payload].join('.'), 'text'],
    ['{', 'text'],
  ] as const)
    it(`takes ${content.slice(0, 40)} for ${kind}`, () => {
      const read = readContent(utf8Bytes(content));
      assert.ok('text' in read);
      assert.equal(read.kind, kind);
      assert.equal(read.text, kind === 'token' ? content.trim() : content);
    });
});
