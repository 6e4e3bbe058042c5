import assert from 'node:assert/strict';
import { pbkdf2Sync } from 'node:crypto';
import { createRequire } from 'node:module';
import { gcm } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../../../../src/core/encoding/bytes';
import {
  derElement,
  derInteger,
  derOctets,
  derOid,
  derSequence,
} from '../../../../src/core/encoding/derWriter';
import { bcryptPbkdf } from '../../../../src/core/keys/password/bcryptPbkdf';
import { aesCbc, desCbc, rc2Cbc } from '../../../../src/core/keys/password/blockCiphers';
import { pbkdf2 } from '../../../../src/core/keys/password/pbkdf2';
import { opensslKey, pbkdf1 } from '../../../../src/core/keys/password/repeatedHash';
import { readKeys } from '../../../../src/core/keys/readKeys';
import { pkcs8Der } from '../../../../src/core/keys/write/derKeys';
import { isKeyProblem } from '../../../../src/core/keys/keyProblem';
import { aPair } from '../../../support/keyMaterial';

const hex = (text: string): Bytes => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const text = (value: string): Bytes => new TextEncoder().encode(value);

/** The library in one piece, which has no types of its own. */
const bcrypt = createRequire(import.meta.url)('bcrypt-pbkdf') as {
  pbkdf(...of: [Bytes, number, Bytes, number, Bytes, number, number]): number;
};

describe('key derivations', () => {
  it('PBKDF2 gives what RFC 6070 prints', async () => {
    const made = await pbkdf2('SHA-1', text('password'), text('salt'), 4096, 20);
    assert.deepEqual(made, hex('4b007901b765489abead49d926f721d065a429c1'));
  });
  for (const [ours, theirs] of [
    ['SHA-224', 'sha224'],
    ['SHA-384', 'sha384'],
    ['SHA-512/256', 'sha512-256'],
    ['SHA3-256', 'sha3-256'],
  ] as const)
    it(`PBKDF2 with ${ours} gives what Node gives`, async () => {
      const made = await pbkdf2(ours, text('password'), text('salt'), 10, 50);
      assert.deepEqual(made, new Uint8Array(pbkdf2Sync('password', 'salt', 10, 50, theirs)));
    });
  it('PBKDF2 takes an empty password', async () => {
    const made = await pbkdf2('SHA-256', text(''), text('salt'), 10, 32);
    assert.deepEqual(made, new Uint8Array(pbkdf2Sync('', 'salt', 10, 32, 'sha256')));
  });
  for (const length of [16, 32, 33, 48, 72])
    it(`bcrypt gives the ${length} bytes that the library gives in one go`, async () => {
      const [passphrase, salt, whole] = [text('secret'), new Uint8Array(16).fill(3), new Uint8Array(length)];
      bcrypt.pbkdf(passphrase, passphrase.length, salt, salt.length, whole, length, 3);
      assert.deepEqual(await bcryptPbkdf(passphrase, salt, 3, length), whole);
    });
  it('PBKDF1 gives what its test vector says', async () => {
    const made = await pbkdf1('SHA-1', text('password'), hex('78578e5a5d63cb06'), 1000);
    assert.deepEqual(made.slice(0, 16), hex('dc19847e05c64d2faf10ebfb4a3d2a20'));
  });
  it('the key of old PEM files is as long as asked for and begins alike', () => {
    const long = opensslKey('secret', hex('0102030405060708'), 32);
    assert.deepEqual(opensslKey('secret', hex('0102030405060708'), 8), long.slice(0, 8));
    assert.equal(long.length, 32);
  });
});

describe('block ciphers of key files', () => {
  it('DES deciphers what FIPS 81 prints', async () => {
    const blocks = hex('e5c7cdde872bf27c 43e934008c389c0f 683788499a7c05f6');
    const made = await desCbc(8).decrypt(hex('0123456789abcdef'), hex('1234567890abcdef'), blocks);
    assert.equal(Buffer.from(made).toString(), 'Now is the time for all ');
  });
  it('RC2 deciphers the vectors of RFC 2268', async () => {
    const iv = new Uint8Array(8);
    const vectors = [
      ['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
      ['88bca90e90875a7f0f79c384627bafb2', 64, '0000000000000000', '1a807d272bbe5db1'],
      ['88bca90e90875a7f0f79c384627bafb2', 128, '0000000000000000', '2269552ab0f85ca6'],
    ] as const;
    for (const [key, bits, plain, cipher] of vectors)
      assert.deepEqual(await rc2Cbc(bits).decrypt(hex(key), iv, hex(cipher)), hex(plain));
  });
  it('AES deciphers the vector of SP 800-38A', async () => {
    const key = hex('2b7e151628aed2a6abf7158809cf4f3c');
    const iv = hex('000102030405060708090a0b0c0d0e0f');
    const made = await aesCbc(16).decrypt(key, iv, hex('7649abac8119b246cee98e9b12e9197d'));
    assert.deepEqual(made, hex('6bc1bee22e409f96e93d7e117393172a'));
  });
});

/** Files of kinds that no tool at hand writes, made here around a key. */
describe('PBES2 and PBMAC1', () => {
  const salt = new Uint8Array(16).fill(5);
  const derivation = (iterations: number): Bytes =>
    derSequence(
      derOid('1.2.840.113549.1.5.12'),
      derSequence(
        derOctets(salt),
        derInteger(Uint8Array.of(iterations >>> 24, iterations >>> 16, iterations >>> 8, iterations)),
        derSequence(derOid('1.2.840.113549.2.9'), derElement(5)),
      ),
    );
  const { material } = aPair('Ed25519');
  const file = async (iterations: number): Promise<Bytes> => {
    const plain = await pkcs8Der(material);
    assert.ok(!isKeyProblem(plain));
    const nonce = new Uint8Array(12).fill(1);
    const key = new Uint8Array(pbkdf2Sync('secret', salt, Math.min(iterations, 100), 32, 'sha256'));
    const scheme = derSequence(
      derOid('2.16.840.1.101.3.4.1.46'),
      derSequence(derOctets(nonce), derInteger(16)),
    );
    return derSequence(
      derSequence(derOid('1.2.840.113549.1.5.13'), derSequence(derivation(iterations), scheme)),
      derOctets(gcm(key, nonce).encrypt(plain)),
    );
  };

  it('opens a key closed with AES-GCM', async () => {
    const bytes = await file(100);
    assert.deepEqual((await readKeys({ bytes }, { passphrase: 'secret' })).keys[0].material, material);
    const { problems } = await readKeys({ bytes }, { passphrase: 'Secret' });
    assert.equal(problems[0].code, 'passphraseWrong');
  });
  it('does not begin what would take too long, and says what was asked', async () => {
    const { problems } = await readKeys({ bytes: await file(50_000_000) }, { passphrase: 'secret' });
    assert.deepEqual(problems, [
      { code: 'derivationTooCostly', facts: { name: 'PBKDF2', asked: 50_000_000, limit: 5_000_000 } },
    ]);
  });
  it('opens a PKCS#12 file of RFC 9579', async () => {
    const plain = await pkcs8Der(material);
    assert.ok(!isKeyProblem(plain));
    const explicit = (content: Bytes): Bytes => derElement(0xa0, content);
    const bag = derSequence(derOid('1.2.840.113549.1.12.10.1.1'), explicit(plain));
    const data = (content: Bytes): Bytes =>
      derSequence(derOid('1.2.840.113549.1.7.1'), explicit(derOctets(content)));
    const authSafe = derSequence(data(derSequence(bag)));
    const key = new Uint8Array(pbkdf2Sync('secret', salt, 100, 32, 'sha256'));
    const scheme = derSequence(derOid('1.2.840.113549.2.9'), derElement(5));
    const algorithm = derSequence(derOid('1.2.840.113549.1.5.14'), derSequence(derivation(100), scheme));
    const mac = derSequence(algorithm, derOctets(hmac(sha256, key, authSafe)));
    const bytes = derSequence(
      derInteger(3),
      data(authSafe),
      derSequence(mac, derOctets(salt), derInteger(1)),
    );
    const { keys, problems } = await readKeys({ bytes }, { passphrase: 'secret' });
    assert.deepEqual(problems, []);
    assert.deepEqual(keys[0].material, material);
    const wrong = await readKeys({ bytes }, { passphrase: 'Secret' });
    assert.equal(wrong.problems[0].code, 'passphraseWrong');
  });
});
