import assert from 'node:assert/strict';
import * as node from 'node:crypto';
import { hostEngine } from '../../../src/core/crypto/engine';
import { toInteger, toOctets } from '../../../src/core/crypto/integers';
import { maskGeneration } from '../../../src/core/crypto/mgf1';
import { rsaNumbers, rsaPrivate, rsaPublic } from '../../../src/core/crypto/rsa';
import { oaepOpen, oaepSeal, pkcs1Open } from '../../../src/core/crypto/rsaEncryption';
import { signWith, verifyWith } from '../../../src/core/crypto/signatures';
import { concatBytes, utf8Bytes, type Bytes } from '../../../src/core/encoding/bytes';
import type { RsaMaterial } from '../../../src/core/keys/key';
import { aPair } from '../../support/keyMaterial';
import { isFault, row, sevens } from '../../support/signatureRows';

type PrivateRsa = RsaMaterial & { readonly private: NonNullable<RsaMaterial['private']> };

const data = utf8Bytes('some data');

function rsa(bits: number): PrivateRsa {
  const { material } = aPair(`RSA-${bits}`);
  assert.ok(material.kty === 'RSA' && material.private);
  return { ...material, private: material.private };
}
/** A number of so many bits, all of them set. */
const ones = (bits: number): Bytes => toOctets(2n ** BigInt(bits) - 1n, Math.ceil(bits / 8));

describe('the private half of an RSA key', () => {
  const material = rsa(1024);
  const { crt } = material.private;
  assert.ok(crt);
  const numbers = rsaNumbers(material);
  const answer = rsaPrivate(numbers, { d: material.private.d }, 1234567n);
  const nothing = Uint8Array.of(0);

  it('gives the same by its factors as by its exponent, and what the public half undoes', () => {
    assert.equal(rsaPrivate(numbers, material.private, 1234567n), answer);
    assert.equal(rsaPublic(numbers, answer), 1234567n);
    for (const x of [0n, 1n, numbers.n - 1n, toInteger(crt.p), toInteger(crt.q)])
      assert.equal(rsaPublic(numbers, rsaPrivate(numbers, material.private, x)), x);
  });

  for (const member of ['p', 'q', 'dp', 'dq'] as const)
    it(`is used by its exponent where “${member}” is nothing, or one, or another number`, () => {
      for (const wrong of [
        nothing,
        Uint8Array.of(1),
        new Uint8Array(),
        crt[member].map((octet) => octet ^ 2),
      ])
        assert.equal(
          rsaPrivate(numbers, { d: material.private.d, crt: { ...crt, [member]: wrong } }, 1234567n),
          answer,
        );
    });

  it('is told to be inconsistent where no number of it is right', () => {
    const d = nothing;
    for (const secret of [{ d }, { d: Uint8Array.of(1) }, { d, crt: { ...crt, qi: nothing } }])
      assert.throws(() => rsaPrivate(numbers, secret, 1234567n), isFault('inconsistent'));
    assert.throws(() => rsaPrivate(numbers, undefined, 1234567n), isFault('notPrivate'));
  });

  it('is not used where that asks for unbearable work', () => {
    const monster = ones(20_000);
    const large = rsaNumbers({ kty: 'RSA', n: monster, e: Uint8Array.of(3) });
    assert.throws(() => rsaPrivate(large, { d: monster }, 5n), isFault('rsaTooLarge'));
    assert.throws(
      () => rsaPublic(rsaNumbers({ kty: 'RSA', n: monster, e: monster }), 5n),
      isFault('rsaTooLarge'),
    );
    for (const changed of [
      { p: monster, dp: monster },
      { q: monster, dq: monster },
      { p: monster, dq: monster },
      { q: monster, dp: monster },
    ])
      assert.throws(
        () => rsaPrivate(numbers, { d: material.private.d, crt: { ...crt, ...changed } }, 5n),
        isFault('rsaTooLarge'),
      );
  });

  it('has a size in bits and octets, whatever zero octets stand before it', () => {
    const { bits, octets, n, e } = rsaNumbers({
      kty: 'RSA',
      n: Uint8Array.of(0, 0, 1, 0xff),
      e: Uint8Array.of(2),
    });
    assert.deepEqual([bits, octets, n, e], [9, 2, 511n, 2n]);
    assert.throws(
      () => rsaNumbers({ kty: 'RSA', n: Uint8Array.of(1), e: Uint8Array.of(3) }),
      isFault('rsaTooSmall'),
    );
    assert.throws(
      () => rsaNumbers({ kty: 'RSA', n: Uint8Array.of(15), e: Uint8Array.of(1) }),
      isFault('rsaTooSmall'),
    );
    assert.throws(
      () => rsaNumbers({ kty: 'RSA', n: new Uint8Array(2 ** 17 + 1), e: Uint8Array.of(3) }),
      isFault('rsaTooLarge'),
    );
  });
});

describe('the least size of an RSA key', () => {
  for (const [alg, least, below] of [
    ['RS512', 752, 744],
    ['PS512', 1034, 1032],
    ['RS384', 624, 616],
  ] as const)
    it(`for ${alg} is ${least} bits, as in Node`, async () => {
      const { publicKey } = aPair(`RSA-${least}`);
      const signature = await signWith(row(alg), rsa(least), data, null);
      assert.equal(await verifyWith(row(alg), rsa(least), data, signature, null), true);
      const padding = alg.startsWith('PS')
        ? { padding: node.constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 }
        : {};
      assert.equal(node.verify(`sha${alg.slice(2)}`, data, { key: publicKey, ...padding }, signature), true);
      await assert.rejects(signWith(row(alg), rsa(below), data, null), isFault('rsaTooSmall'));
      const wrong = new Uint8Array(Math.ceil(below / 8)).fill(1);
      assert.equal(await verifyWith(row(alg), rsa(below), data, wrong, null), false);
    });
});

describe('a PSS signature', () => {
  const material = rsa(1024);
  const numbers = rsaNumbers(material);
  it('is right in its padding too, not only in its hash', async () => {
    const right = await signWith(row('PS256'), material, data, null);
    const encoded = toOctets(rsaPublic(numbers, toInteger(right)), numbers.octets);
    const made = (at: number, flip: number): Bytes => {
      const changed = encoded.map((octet, index) => (index === at ? octet ^ flip : octet));
      return toOctets(rsaPrivate(numbers, material.private, toInteger(changed)), numbers.octets);
    };
    for (const [at, flip] of [
      [127, 1],
      [126, 1],
      [60, 1],
      [1, 1],
    ] as const)
      for (const engine of [hostEngine(), null])
        assert.equal(await verifyWith(row('PS256'), material, data, made(at, flip), engine), false, `${at}`);
    assert.equal(await verifyWith(row('PS256'), material, data, right, null), true);
  });
});

/** What RSA makes of a block as it stands, without any padding. */
function raw(bits: number, block: Uint8Array): Bytes {
  const { publicKey } = aPair(`RSA-${bits}`);
  return new Uint8Array(
    node.publicEncrypt({ key: publicKey, padding: node.constants.RSA_NO_PADDING }, block),
  );
}

describe('RSA-OAEP by library', () => {
  const material = rsa(1024);
  const hashBytes = 20;

  /** A sealed message whose parts can be wrong: the first octet, the label's hash, what stands before the message. */
  function sealed(first: number, label: Bytes, separated: readonly number[]): Bytes {
    const block = concatBytes(label, Uint8Array.from(separated));
    const mask = (octets: Bytes, seed: Bytes): Bytes => {
      const noise = maskGeneration('SHA-1', seed, octets.length);
      return octets.map((octet, index) => octet ^ noise[index]);
    };
    const seed = sevens(hashBytes);
    const maskedBlock = mask(block, seed);
    return raw(1024, concatBytes(Uint8Array.of(first), mask(seed, maskedBlock), maskedBlock));
  }
  const label = new Uint8Array(node.createHash('sha1').digest());
  const room = 128 - 2 * hashBytes - 2;
  const padded = (...end: readonly number[]): number[] => [...new Uint8Array(room + 1 - end.length), ...end];

  it('holds messages from none to as long as there is room, and Node opens them', () => {
    const { privateKey } = aPair('RSA-1024');
    for (const length of [0, 1, room]) {
      const message = new Uint8Array(length).fill(0);
      const text = oaepSeal(material, 'SHA-1', message, sevens);
      assert.deepEqual(oaepOpen(material, 'SHA-1', text), message);
      assert.deepEqual(new Uint8Array(node.privateDecrypt(privateKey, text)), message);
    }
    assert.throws(
      () => oaepSeal(material, 'SHA-1', new Uint8Array(room + 1), sevens),
      isFault('rsaTooSmall'),
    );
  });

  const cases: readonly (readonly [string, Bytes, Bytes | undefined])[] = [
    ['what is sealed as it should be', sealed(0, label, padded(1, 42)), Uint8Array.of(42)],
    ['a first octet that is not zero', sealed(1, label, padded(1, 42)), undefined],
    [
      'the hash of another label',
      sealed(
        0,
        label.map((octet) => octet ^ 1),
        padded(1, 42),
      ),
      undefined,
    ],
    ['another octet for the separator', sealed(0, label, padded(2, 42)), undefined],
    ['no separator', sealed(0, label, padded()), undefined],
    ['a ciphertext cut short', sealed(0, label, padded(1, 42)).slice(1), undefined],
    ['a ciphertext not below the modulus', material.n, undefined],
  ];
  for (const [what, text, opened] of cases)
    it(`${opened ? 'opens' : 'does not open'} ${what}`, () => {
      assert.deepEqual(oaepOpen(material, 'SHA-1', text), opened);
    });

  it('opens nothing with a key too small for the hash, and says that a public key opens nothing', () => {
    assert.equal(oaepOpen(material, 'SHA-512', new Uint8Array(128)), undefined);
    const { n, e } = material;
    assert.throws(() => oaepOpen({ kty: 'RSA', n, e }, 'SHA-1', new Uint8Array(128)), isFault('notPrivate'));
  });
});

describe('RSAES-PKCS1-v1_5', () => {
  const material = rsa(1024);
  const standIn = new Uint8Array(16).fill(9);
  const key = new Uint8Array(16).fill(5);
  const open = (block: readonly number[]): Bytes =>
    pkcs1Open(material, raw(1024, Uint8Array.from(block)), key.length, standIn);
  const filler = (length: number): number[] => new Array<number>(length).fill(0xff);

  it('gives the key where the padding is right', () => {
    assert.deepEqual(open([0, 2, ...filler(109), 0, ...key]), key);
  });

  for (const [what, block] of [
    ['another first octet', [1, 2, ...filler(109), 0, ...key]],
    ['another type', [0, 1, ...filler(109), 0, ...key]],
    ['no separator', [0, 2, ...filler(110), ...key]],
    ['a zero at the start of the padding', [0, 2, 0, ...filler(108), 0, ...key]],
    ['a zero at the end of the padding', [0, 2, ...filler(108), 0, 0, ...key]],
    ['a longer key', [0, 2, ...filler(108), 0, 5, ...key]],
  ] as const)
    it(`gives the stand-in for ${what}`, () => {
      assert.deepEqual(open(block), standIn);
    });

  it('gives the stand-in where the modulus has no room for the key and its padding', () => {
    const text = raw(1024, Uint8Array.from([0, 2, ...filler(109), 0, ...key]));
    assert.deepEqual(pkcs1Open(material, text, 118, standIn), standIn);
    assert.deepEqual(pkcs1Open(material, text.slice(1), key.length, standIn), standIn);
  });
});
