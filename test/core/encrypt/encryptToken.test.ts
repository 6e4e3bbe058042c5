import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KeyUnusable } from '../../../src/core/crypto/cryptoErrors';
import { hostEngine, type Engine } from '../../../src/core/crypto/engine';
import { decryptToken, type DecryptionKey } from '../../../src/core/decrypt/decryptToken';
import { encryptToken, type EncryptionOptions } from '../../../src/core/encrypt/encryptToken';
import { utf8Bytes, type Bytes } from '../../../src/core/encoding/bytes';
import { contentEncryptions, keyManagementAlgorithms } from '../../../src/core/jose/encryptionAlgorithms';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { JweToken } from '../../../src/core/jose/token';
import { DraftUnusable } from '../../../src/core/sign/draftUnusable';
import { signToken } from '../../../src/core/sign/signToken';
import { verifySignature } from '../../../src/core/verify/verifySignature';
import { aDirectKey, everyEncrypter } from '../../support/everyEncryption';
import { aKey, aPair } from '../../support/keyMaterial';

const content = utf8Bytes('Live long and prosper.');
const engines: readonly Engine[] = [hostEngine(), null];

function jwe(text: string): JweToken {
  const token = parseToken(text);
  assert.ok(token.kind === 'jwe', `${token.kind}: ${text.slice(0, 80)}`);
  assert.deepEqual(token.problems, []);
  return token;
}
async function opened(text: string, key: DecryptionKey, engine: Engine = hostEngine()): Promise<Bytes> {
  const decryption = await decryptToken(jwe(text), key, { engine });
  assert.ok(decryption.status === 'decrypted', JSON.stringify(decryption));
  return decryption.plaintext;
}
async function seal(
  header: object,
  key: DecryptionKey,
  options: EncryptionOptions = {},
  plaintext = content,
): Promise<string> {
  return encryptToken({ headerText: JSON.stringify(header), plaintext }, key, options);
}
const refusal = (code: string) => (error: unknown) =>
  error instanceof DraftUnusable && error.problems.some((problem) => problem.code === code);

describe('encryptToken', () => {
  for (const { alg, name, key, header } of everyEncrypter)
    it(`is opened by WebCrypto and by the libraries, whichever made it: ${name}`, async () => {
      for (const engine of engines) {
        const text = await seal({ alg, enc: 'A128GCM', ...header }, key, { engine });
        for (const other of engines) assert.deepEqual(await opened(text, key, other), content);
      }
    });

  for (const { enc, keyBytes } of contentEncryptions.values())
    it(`encrypts any content with ${enc}, in both engines and both serializations`, async () => {
      const key = aDirectKey(keyBytes);
      await fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ maxLength: 200 }),
          fc.constantFrom(...engines),
          fc.constantFrom('compact', 'flattened'),
          fc.boolean(),
          async (octets, engine, serialization, isCompressed) => {
            const plaintext = new Uint8Array(octets);
            const header = { alg: 'dir', enc, ...(isCompressed ? { zip: 'DEF' } : {}) };
            const text = await seal(header, key, { engine, serialization }, plaintext);
            for (const other of engines) assert.deepEqual(await opened(text, key, other), plaintext);
          },
        ),
        { numRuns: 20, seed: 11 },
      );
    });

  it('makes every algorithm of the table but RSA1_5', () => {
    const made = new Set([...everyEncrypter.map(({ alg }) => alg), 'dir']);
    const missing = [...keyManagementAlgorithms.keys()].filter((alg) => !made.has(alg));
    assert.deepEqual(missing, ['RSA1_5']);
  });

  it('writes the header as it was given, and what it made behind', async () => {
    const key = aKey(aPair('X25519').material);
    const text = await encryptToken(
      { headerText: '{ "enc":"A128GCM", "alg":"ECDH-ES", "n":1.0 }', plaintext: content },
      key,
    );
    const header = Buffer.from(text.split('.')[0] ?? '', 'base64url').toString();
    assert.match(
      header,
      /^\{"enc":"A128GCM","alg":"ECDH-ES","n":1\.0,"epk":\{"kty":"OKP","crv":"X25519","x":"[\w-]{43}"\}\}$/,
    );
  });

  it('gives the same token for the same randomness', async () => {
    const key = aKey(aPair('P-256').material);
    const random = (length: number): Bytes => new Uint8Array(length).fill(0x42);
    const header = { alg: 'ECDH-ES+A256KW', enc: 'A256CBC-HS512' };
    const [one, two] = await Promise.all(engines.map((engine) => seal(header, key, { engine, random })));
    assert.equal(one, two);
  });

  it('protects additional data', async () => {
    const key = aDirectKey(16);
    const additionalData = utf8Bytes('seen by all');
    const header = { alg: 'dir', enc: 'A128GCM' };
    const text = await seal(header, key, { serialization: 'flattened', additionalData });
    assert.deepEqual(await opened(text, key), content);
    const changed = text.replace(/"aad":"./, (start) => `${start.slice(0, -1)}A`);
    const result = await decryptToken(jwe(changed), key);
    assert.deepEqual(result, { status: 'failed', reason: { code: 'notDecryptable' } });
    await assert.rejects(seal(header, key, { additionalData }), refusal('serialization.member'));
  });

  it('nests a signed token, which verifies once it is opened', async () => {
    const signing = aKey(aPair('Ed25519').material);
    const inner = await signToken({ headerText: '{"alg":"EdDSA"}', payloadText: '{"sub":"x"}' }, signing);
    const key = aKey(aPair('RSA-2048').material);
    const text = await seal({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT' }, key, {}, utf8Bytes(inner));
    const nested = parseToken(new TextDecoder().decode(await opened(text, key)));
    assert.ok(nested.kind === 'jws');
    assert.deepEqual(await verifySignature(nested, 0, signing), { status: 'valid' });
  });

  const direct = aDirectKey(16);
  const refused: readonly (readonly [string, string, DecryptionKey, string])[] = [
    ['no JSON', '{"alg":', direct, 'json.syntax'],
    ['no object', '[]', direct, 'json.notObject'],
    ['no alg', '{"enc":"A128GCM"}', direct, 'header.missing'],
    ['no enc', '{"alg":"dir"}', direct, 'header.missing'],
    ['an alg of signing', '{"alg":"HS256","enc":"A128GCM"}', direct, 'encryption.unknown'],
    ['an unknown enc', '{"alg":"dir","enc":"A128CTR"}', direct, 'encryption.unknown'],
    ['another compression', '{"alg":"dir","enc":"A128GCM","zip":"GZ"}', direct, 'encryption.unknown'],
    ['RSA1_5', '{"alg":"RSA1_5","enc":"A128GCM"}', aKey(aPair('RSA-2048').material), 'encryption.unknown'],
    ['a key of another type', '{"alg":"RSA-OAEP","enc":"A128GCM"}', direct, 'alg.keyMismatch'],
    [
      'a curve for signing',
      '{"alg":"ECDH-ES","enc":"A128GCM"}',
      aKey(aPair('Ed25519').material),
      'alg.keyMismatch',
    ],
    ['a password for a key', '{"alg":"A128KW","enc":"A128GCM"}', { password: 'x' }, 'alg.keyMismatch'],
    ['an ephemeral key of its own', '{"alg":"dir","enc":"A128GCM","epk":{}}', direct, 'header.repeated'],
    ['apu that is no base64url', '{"alg":"dir","enc":"A128GCM","apu":"?"}', direct, 'header.type'],
    [
      'too many iterations',
      '{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":2147483648}',
      { password: 'x' },
      'header.type',
    ],
    ['a name twice', '{"alg":"dir","enc":"A128GCM","enc":"A128GCM"}', direct, 'json.duplicateName'],
  ];
  for (const [what, headerText, key, code] of refused)
    it(`refuses a header with ${what}`, async () => {
      await assert.rejects(encryptToken({ headerText, plaintext: content }, key), refusal(code));
    });

  it('refuses secrets of a wrong length and RSA keys too small for the padding', async () => {
    const fault = (name: string) => (error: unknown) => error instanceof KeyUnusable && error.fault === name;
    await assert.rejects(seal({ alg: 'A256KW', enc: 'A128GCM' }, direct), fault('wrongLength'));
    await assert.rejects(seal({ alg: 'dir', enc: 'A256GCM' }, direct), fault('wrongLength'));
    const small = aKey(aPair('RSA-1024').material);
    await assert.rejects(seal({ alg: 'RSA-OAEP-512', enc: 'A128GCM' }, small), fault('rsaTooSmall'));
  });
});
