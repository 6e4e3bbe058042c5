import assert from 'node:assert/strict';
import * as node from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { hostEngine, type Engine } from '../../../src/core/crypto/engine';
import {
  decryptToken,
  type DecryptionKey,
  type DecryptionOptions,
} from '../../../src/core/decrypt/decryptToken';
import { encryptToken } from '../../../src/core/encrypt/encryptToken';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { contentEncryptions, keyManagementAlgorithms } from '../../../src/core/jose/encryptionAlgorithms';
import { parseToken } from '../../../src/core/jose/parseToken';
import { aDirectKey, everyEncrypter } from '../../support/everyEncryption';
import { aKey, aPair, materialOf } from '../../support/keyMaterial';
import { workTimeOf } from '../../support/workTime';

const engines: readonly Engine[] = [hostEngine(), null];
const direct = aDirectKey(16);

/** The plaintext as text, or the code of the reason. */
async function answer(text: string, key: DecryptionKey, options: DecryptionOptions = {}): Promise<string> {
  const token = parseToken(text);
  if (token.kind !== 'jwe') return token.kind;
  const decryption = await decryptToken(token, key, options);
  if (decryption.status === 'decrypted') return `decrypted ${new TextDecoder().decode(decryption.plaintext)}`;
  const { reason } = decryption;
  return reason.code === 'keyUnusable' ? `keyUnusable ${reason.fault}` : reason.code;
}

const base64url = (octets: Uint8Array | string): string => Buffer.from(octets).toString('base64url');

/** A compact JWE with A128GCM made by Node: any header, any encrypted key. */
function made(
  header: unknown,
  encryptedKey: Uint8Array,
  contentKey: Uint8Array,
  content: Uint8Array | string,
): string {
  const headerText = base64url(typeof header === 'string' ? header : JSON.stringify(header));
  const iv = node.randomBytes(12);
  const cipher = node.createCipheriv('aes-128-gcm', contentKey, iv);
  cipher.setAAD(Buffer.from(headerText));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  return [headerText, ...[encryptedKey, iv, ciphertext, cipher.getAuthTag()].map(base64url)].join('.');
}
/** The same with `dir` and the key of these tests. */
const madeDirect = (header: object, content: Uint8Array | string = 'x'): string =>
  made({ alg: 'dir', enc: 'A128GCM', ...header }, new Uint8Array(), new Uint8Array(16).fill(5), content);

describe('decryptToken', () => {
  it('opens RFC 7516 appendix A.3 and A.5', async () => {
    const key = aKey({ kty: 'oct', k: new Uint8Array(Buffer.from('GawgguFyGrWKav7AX4VKUg', 'base64url')) });
    const parts =
      '6KB707dM9YTIgHtLvtgWQ8mKwboJW3of9locizkDTHzBC2IlrT1oOQ.AxY8DCtDaGlsbGljb3RoZQ.KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY';
    const compact = `eyJhbGciOiJBMTI4S1ciLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0.${parts}.U0m_YmjN04DJvceFICbCVQ`;
    const [encryptedKey, iv, ciphertext] = parts.split('.');
    const flattened = JSON.stringify({
      protected: 'eyJlbmMiOiJBMTI4Q0JDLUhTMjU2In0',
      unprotected: { jku: 'https://server.example.com/keys.jwks' },
      header: { alg: 'A128KW', kid: '7' },
      encrypted_key: encryptedKey,
      iv,
      ciphertext,
      tag: 'Mz-VPPyU4RlcuYv1IwIvzw',
    });
    for (const engine of engines) {
      assert.equal(await answer(compact, key, { engine }), 'decrypted Live long and prosper.');
      assert.equal(await answer(flattened, key, { engine }), 'decrypted Live long and prosper.');
    }
  });

  it('opens RSA1_5 and RSA-OAEP that Node made, in both engines, and says that RSA1_5 is deprecated', async () => {
    for (const kind of ['RSA-2048', 'RSA-1024', 'RSA-768'] as const) {
      const { publicKey, material } = aPair(kind);
      const contentKey = node.randomBytes(16);
      const old = node.publicEncrypt(
        { key: publicKey, padding: node.constants.RSA_PKCS1_PADDING },
        contentKey,
      );
      const oaep = node.publicEncrypt({ key: publicKey, oaepHash: 'sha256' }, contentKey);
      for (const engine of engines) {
        const oldText = made({ alg: 'RSA1_5', enc: 'A128GCM' }, old, contentKey, 'old');
        assert.equal(await answer(oldText, aKey(material), { engine }), 'decrypted old');
        const text = made({ alg: 'RSA-OAEP-256', enc: 'A128GCM' }, oaep, contentKey, 'new');
        assert.equal(await answer(text, aKey(material), { engine }), 'decrypted new');
        const token = parseToken(oldText);
        assert.ok(token.kind === 'jwe');
        const decryption = await decryptToken(token, aKey(material), { engine });
        assert.ok(decryption.status === 'decrypted');
        assert.equal(decryption.algorithm.caution, 'deprecated');
      }
    }
  });

  it('opens RSA for private keys without their factors', async () => {
    const { publicKey, material } = aPair('RSA-2048');
    assert.ok(material.kty === 'RSA' && material.private);
    const bare = aKey({ ...material, private: { d: material.private.d } });
    const contentKey = node.randomBytes(16);
    const encryptedKey = node.publicEncrypt({ key: publicKey, oaepHash: 'sha1' }, contentKey);
    const text = made({ alg: 'RSA-OAEP', enc: 'A128GCM' }, encryptedKey, contentKey, 'x');
    assert.equal(await answer(text, bare), 'decrypted x');
  });

  it('gives one answer for every fault of an RSA1_5 key', async () => {
    const { publicKey, material } = aPair('RSA-2048');
    const padding = node.constants.RSA_PKCS1_PADDING;
    const raw = (block: Uint8Array): Buffer =>
      node.publicEncrypt({ key: publicKey, padding: node.constants.RSA_NO_PADDING }, block);
    const wrong: readonly Uint8Array[] = [
      node.publicEncrypt({ key: publicKey, padding }, node.randomBytes(15)),
      node.publicEncrypt({ key: publicKey, padding }, node.randomBytes(17)),
      node.publicEncrypt({ key: publicKey, padding }, node.randomBytes(16)),
      // Block type 1, no separator, a separator too early, all zero.
      raw(Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(237, 0xff), Buffer.from([0]), Buffer.alloc(16)])),
      raw(Buffer.concat([Buffer.from([0, 2]), Buffer.alloc(254, 0xff)])),
      raw(Buffer.concat([Buffer.from([0, 2, 1, 0]), Buffer.alloc(252, 1)])),
      new Uint8Array(256),
      new Uint8Array(256).fill(0xff),
      new Uint8Array(255),
      new Uint8Array(),
    ];
    for (const encryptedKey of wrong) {
      const text = made({ alg: 'RSA1_5', enc: 'A128GCM' }, encryptedKey, new Uint8Array(16), 'x');
      assert.equal(await answer(text, aKey(material)), 'notDecryptable');
    }
  });

  for (const { alg, name, key, header } of everyEncrypter)
    it(`opens nothing once a character of the token is changed: ${name}`, async () => {
      const draft = {
        headerText: JSON.stringify({ alg, enc: 'A128CBC-HS256', ...header }),
        plaintext: utf8Bytes('x'),
      };
      const text = await encryptToken(draft, key);
      const step = name.includes('RSA-1025') || name.includes('X448') ? 90 : Math.ceil(text.length / 60);
      for (let at = 0; at < text.length; at += step) {
        const changed = String.fromCharCode(text.charCodeAt(at) ^ (1 << (at % 6)));
        const said = await answer(text.slice(0, at) + changed + text.slice(at + 1), key, {
          pbes2Limit: 50_000,
        });
        assert.ok(!said.startsWith('decrypted'), `bit ${at % 6} of character ${at}: ${said}`);
      }
    });

  it('opens nothing with another key of the same kind', async () => {
    const headerText = '{"alg":"ECDH-ES+A128KW","enc":"A128GCM"}';
    const text = await encryptToken({ headerText, plaintext: utf8Bytes('x') }, aKey(aPair('P-256').material));
    const { privateKey } = node.generateKeyPairSync('ec', { namedCurve: 'P-256' });
    assert.equal(await answer(text, aKey(materialOf(privateKey))), 'notDecryptable');
    assert.equal(await answer(text, aKey(aPair('P-384').material)), 'keyUnusable keyType');
    const password = {
      headerText: '{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":1000}',
      plaintext: utf8Bytes('x'),
    };
    const locked = await encryptToken(password, { password: 'right' });
    assert.equal(await answer(locked, { password: 'wrong' }), 'notDecryptable');
    assert.equal(await answer(locked, aKey({ kty: 'oct', k: utf8Bytes('right') })), 'decrypted x');
  });

  const contentKey = new Uint8Array(16).fill(5);
  const refused: readonly (readonly [string, string, string])[] = [
    ['no alg', '{"enc":"A128GCM"}', 'algMissing'],
    ['no enc', '{"alg":"dir"}', 'encMissing'],
    ['an alg of signing', '{"alg":"HS256","enc":"A128GCM"}', 'algUnknown'],
    ['an alg named as members of every object are', '{"alg":"toString","enc":"A128GCM"}', 'algUnknown'],
    ['an unknown enc', '{"alg":"dir","enc":"A128CTR"}', 'encUnknown'],
    ['an enc in the wrong case', '{"alg":"dir","enc":"a128gcm"}', 'encUnknown'],
    ['an alg that is a number', '{"alg":1,"enc":"A128GCM"}', 'malformed'],
    ['a name twice', '{"alg":"dir","alg":"dir","enc":"A128GCM"}', 'malformed'],
    ['an unknown extension', '{"alg":"dir","enc":"A128GCM","x":1,"crit":["x"]}', 'criticalUnknown'],
    ['b64, which is of JWS', '{"alg":"dir","enc":"A128GCM","b64":true,"crit":["b64"]}', 'criticalUnknown'],
    ['an empty crit', '{"alg":"dir","enc":"A128GCM","crit":[]}', 'criticalMalformed'],
    ['a registered name in crit', '{"alg":"dir","enc":"A128GCM","crit":["enc"]}', 'criticalMalformed'],
    ['another compression', '{"alg":"dir","enc":"A128GCM","zip":"GZ"}', 'zipUnknown'],
    ['a compression that is no text', '{"alg":"dir","enc":"A128GCM","zip":true}', 'malformed'],
    [
      'compression of what is not compressed',
      '{"alg":"dir","enc":"A128GCM","zip":"DEF"}',
      'inflationMalformed',
    ],
  ];
  for (const [what, header, said] of refused)
    it(`refuses a header with ${what}, though its tag is right`, async () => {
      assert.equal(await answer(made(header, new Uint8Array(), contentKey, '\u00ff\u00ff'), direct), said);
    });

  it('refuses an encrypted key where none belongs, and keys of a wrong length', async () => {
    const header = '{"alg":"dir","enc":"A128GCM"}';
    assert.equal(await answer(made(header, Uint8Array.of(1), contentKey, 'x'), direct), 'malformed');
    assert.equal(await answer(madeDirect({}), aDirectKey(32)), 'keyUnusable wrongLength');
    const wrapped = made('{"alg":"A256KW","enc":"A128GCM"}', new Uint8Array(24), contentKey, 'x');
    assert.equal(await answer(wrapped, direct), 'keyUnusable wrongLength');
    assert.equal(await answer(wrapped, { password: 'x' }), 'keyUnusable keyType');
    const rsa = made('{"alg":"RSA-OAEP","enc":"A128GCM"}', new Uint8Array(256), contentKey, 'x');
    const { material } = aPair('RSA-2048');
    assert.ok(material.kty === 'RSA');
    assert.equal(
      await answer(rsa, aKey({ kty: 'RSA', n: material.n, e: material.e })),
      'keyUnusable notPrivate',
    );
  });

  it('refuses an initialization vector and a tag of a wrong length, and parts that are no base64url', async () => {
    const [header, , iv, ciphertext, tag] = madeDirect({}).split('.');
    assert.ok(header && iv && ciphertext && tag);
    const with_ = (ivText: string, ciphertextText: string, tagText: string): string =>
      `${header}..${ivText}.${ciphertextText}.${tagText}`;
    assert.equal(await answer(with_(iv, ciphertext, tag), direct), 'decrypted x');
    for (const short of ['', iv.slice(4), `${iv}AAAA`])
      assert.equal(await answer(with_(short, ciphertext, tag), direct), 'parameterInvalid');
    for (const short of [tag.slice(4), `${tag.slice(0, -2)}AAAA`, tag.slice(0, 16)])
      assert.equal(await answer(with_(iv, ciphertext, short), direct), 'parameterInvalid');
    assert.equal(await answer(with_(iv, `${ciphertext}==`, tag), direct), 'malformed');
    assert.equal(await answer(with_(iv, '', tag), direct), 'notDecryptable');
  });

  it('refuses ephemeral keys that are no point of the curve, or of small order', async () => {
    const key = aKey(aPair('P-256').material);
    const x25519 = aKey(aPair('X25519').material);
    const one = base64url(new Uint8Array(32).fill(1));
    const zero = base64url(new Uint8Array(32));
    const rows: readonly (readonly [unknown, DecryptionKey, string])[] = [
      [undefined, key, 'parameterInvalid'],
      ['text', key, 'parameterInvalid'],
      [{}, key, 'parameterInvalid'],
      [{ kty: 'EC', crv: 'P-256', x: one, y: one }, key, 'parameterInvalid'],
      [{ kty: 'EC', crv: 'P-256', x: zero, y: zero }, key, 'parameterInvalid'],
      [{ kty: 'EC', crv: 'P-256', x: 'AQ', y: 'AQ' }, key, 'parameterInvalid'],
      [{ kty: 'oct', k: one }, key, 'parameterInvalid'],
      [{ kty: 'OKP', crv: 'X25519', x: one }, key, 'keyUnusable keyType'],
      [{ kty: 'OKP', crv: 'X25519', x: zero }, x25519, 'parameterInvalid'],
      [
        { kty: 'OKP', crv: 'X25519', x: base64url(Uint8Array.of(1, ...new Uint8Array(31))) },
        x25519,
        'parameterInvalid',
      ],
    ];
    for (const engine of engines)
      for (const [epk, own, said] of rows) {
        const text = made({ alg: 'ECDH-ES', enc: 'A128GCM', epk }, new Uint8Array(), contentKey, 'x');
        assert.equal(await answer(text, own, { engine }), said, JSON.stringify(epk));
      }
  });

  it('asks before it counts long, and never counts what cannot be', async () => {
    const salt = base64url(new Uint8Array(16));
    const text = (p2c: unknown, p2s: unknown = salt): string =>
      made({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2s, p2c }, new Uint8Array(24), contentKey, 'x');
    const token = parseToken(text(2 ** 31));
    assert.ok(token.kind === 'jwe');
    const took = await workTimeOf(async () => {
      assert.deepEqual(await decryptToken(token, { password: 'x' }), {
        status: 'failed',
        reason: { code: 'needsConsent', iterations: 2 ** 31, limit: 1_000_000 },
      });
    });
    assert.ok(took < 15_000);
    for (const count of [0, -1, 1.5, '1000', null, 2 ** 32, 1e300])
      assert.equal(await answer(text(count), { password: 'x' }), 'parameterInvalid', String(count));
    assert.equal(
      await answer(text(1000, base64url(new Uint8Array(7))), { password: 'x' }),
      'parameterInvalid',
    );
    assert.equal(await answer(text(1000, 1000), { password: 'x' }), 'parameterInvalid');
    assert.equal(await answer(text(2000), { password: 'x' }, { pbes2Limit: 1999 }), 'needsConsent');
    assert.equal(await answer(text(2000), { password: 'x' }, { pbes2Limit: 2000 }), 'notDecryptable');
  });

  it('counts the iterations of all recipients together', async () => {
    const [, , iv, ciphertext, tag] = madeDirect({}).split('.');
    const header = { alg: 'PBES2-HS256+A128KW', p2s: base64url(new Uint8Array(16)), p2c: 400 };
    const recipients = Array.from({ length: 900 }, () => ({
      header,
      encrypted_key: base64url(new Uint8Array(24)),
    }));
    const text = JSON.stringify({
      protected: base64url('{"enc":"A128GCM"}'),
      recipients,
      iv,
      ciphertext,
      tag,
    });
    assert.equal(await answer(text, { password: 'x' }, { pbes2Limit: 1000 }), 'needsConsent');
  });

  it('inflates what was compressed, and not beyond the limit', async () => {
    const zip = { zip: 'DEF' };
    assert.equal(await answer(madeDirect(zip, deflateRawSync('small')), direct), 'decrypted small');
    const bomb = deflateRawSync(new Uint8Array(100_000_000), { level: 9 });
    const took = await workTimeOf(async () => {
      const said = await answer(madeDirect(zip, bomb), direct, { inflateLimit: 1_000_000 });
      assert.equal(said, 'inflationTooLarge');
    });
    assert.ok(took < 15_000);
  });

  it('finds the recipient whose key it is', async () => {
    const [, , iv, ciphertext, tag] = madeDirect({}).split('.');
    const { material } = aPair('P-256');
    const headerText = JSON.stringify({ alg: 'A128KW', enc: 'A128GCM' });
    const wrapping = aKey({ kty: 'oct', k: new Uint8Array(16).fill(9) }, { kid: 'mine' });
    const compact = await encryptToken({ headerText, plaintext: utf8Bytes('found') }, wrapping);
    const [protectedText, encryptedKey, ownIv, ownCiphertext, ownTag] = compact.split('.');
    const general = (recipients: readonly object[]): string =>
      JSON.stringify({
        protected: protectedText,
        recipients,
        iv: ownIv,
        ciphertext: ownCiphertext,
        tag: ownTag,
      });
    const other = { encrypted_key: base64url(new Uint8Array(24)) };
    const text = general([other, other, { header: { kid: 'mine' }, encrypted_key: encryptedKey }]);
    const token = parseToken(text);
    assert.ok(token.kind === 'jwe');
    const decryption = await decryptToken(token, wrapping);
    assert.ok(decryption.status === 'decrypted');
    assert.equal(decryption.recipient, 2);
    assert.equal(await answer(text, aKey(material)), 'keyUnusable keyType');
    // A name in two of the headers makes that recipient malformed, and the others not.
    const twice = general([
      { header: { alg: 'A128KW' }, encrypted_key: encryptedKey },
      { encrypted_key: encryptedKey },
    ]);
    assert.equal(await answer(twice, wrapping), 'decrypted found');
    assert.equal(
      await answer(general([{ header: { alg: 'A128KW' }, encrypted_key: encryptedKey }]), wrapping),
      'malformed',
    );
    assert.equal(
      await answer(general([{ header: { zip: 'DEF' }, encrypted_key: encryptedKey }]), wrapping),
      'malformed',
    );
    const unequal = JSON.stringify({
      recipients: [{ header: { alg: 'dir', enc: 'A128GCM' } }, { header: { alg: 'dir', enc: 'A256GCM' } }],
      iv,
      ciphertext,
      tag,
    });
    assert.equal(await answer(unequal, direct), 'malformed');
  });

  it('answers whatever it is given, and opens nothing nobody sealed', async () => {
    const algs = fc.constantFrom(...keyManagementAlgorithms.keys(), 'HS256', '');
    const encs = fc.constantFrom(...contentEncryptions.keys(), 'HS256', '');
    const bytes = fc.uint8Array({ maxLength: 40 }).map(base64url);
    const epk = fc.record({
      kty: fc.constantFrom('EC', 'OKP', 'oct', 'RSA'),
      crv: fc.constantFrom('P-256', 'P-521', 'X25519', 'X448', 'Ed25519'),
      x: fc.uint8Array({ minLength: 32, maxLength: 66 }).map(base64url),
      y: bytes,
    });
    const headers = fc.record(
      {
        alg: algs,
        enc: encs,
        epk: fc.oneof(epk, fc.jsonValue()),
        apu: fc.oneof(bytes, fc.jsonValue()),
        iv: fc.oneof(bytes, fc.jsonValue()),
        tag: fc.oneof(bytes, fc.jsonValue()),
        p2s: fc.oneof(bytes, fc.jsonValue()),
        p2c: fc.oneof(fc.integer(), fc.jsonValue()),
        zip: fc.constantFrom('DEF', 'x'),
      },
      { requiredKeys: ['alg', 'enc'] },
    );
    const iv = fc.oneof(
      fc.constantFrom(12, 16).map((length) => base64url(new Uint8Array(length))),
      bytes,
    );
    const tag = fc.oneof(
      fc.constantFrom(16, 24, 32).map((length) => base64url(new Uint8Array(length))),
      bytes,
    );
    const keys = [...everyEncrypter.map(({ key }) => key), direct, aDirectKey(64)];
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(headers, bytes, iv, bytes, tag),
        fc.constantFrom(...keys),
        fc.constantFrom(...engines),
        async ([header, encryptedKey, ivText, ciphertext, tagText], key, engine) => {
          const text = [base64url(JSON.stringify(header)), encryptedKey, ivText, ciphertext, tagText].join(
            '.',
          );
          const said = await answer(text, key, { engine, pbes2Limit: 1000 });
          assert.ok(!said.startsWith('decrypted'), said);
        },
      ),
      { numRuns: 1000, seed: 5 },
    );
  });
});
