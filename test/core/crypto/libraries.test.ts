import assert from 'node:assert/strict';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { ephemeralPair } from '../../../src/core/crypto/agreement';
import { ecdsaLibrary } from '../../../src/core/crypto/ecdsa';
import { eddsaLibrary } from '../../../src/core/crypto/eddsa';
import { hmacLibrary } from '../../../src/core/crypto/hmac';
import { mlDsaLibrary } from '../../../src/core/crypto/mlDsa';
import { rsaPkcs1Library, rsaPssLibrary } from '../../../src/core/crypto/rsaSignatures';
import type { SignatureLibrary } from '../../../src/core/crypto/signatureLibrary';
import { fitsAlgorithm } from '../../../src/core/crypto/signatures';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import type { KeyMaterial } from '../../../src/core/keys/key';
import { aPair } from '../../support/keyMaterial';
import { isFault, row, sevens } from '../../support/signatureRows';

const data = utf8Bytes('some data');

const seed = new Uint8Array(32).fill(3);
const made = ml_dsa44.keygen(seed);
const lattice = { kty: 'AKP', alg: 'ML-DSA-44', pub: new Uint8Array(made.publicKey) } as const;
const secret: KeyMaterial = { kty: 'oct', k: new Uint8Array(32).fill(1) };

/** Each library with an algorithm and a key of its own. */
const libraries: readonly (readonly [string, SignatureLibrary, KeyMaterial])[] = [
  ['HS256', hmacLibrary, secret],
  ['RS256', rsaPkcs1Library, aPair('RSA-1024').material],
  ['PS256', rsaPssLibrary, aPair('RSA-1024').material],
  ['ES256', ecdsaLibrary, aPair('P-256').material],
  ['ES256K', ecdsaLibrary, aPair('secp256k1').material],
  ['Ed25519', eddsaLibrary, aPair('Ed25519').material],
  ['Ed448', eddsaLibrary, aPair('Ed448').material],
  ['ML-DSA-44', mlDsaLibrary, { ...lattice, seed }],
];

describe('the libraries of signatures', () => {
  for (const [alg, library, own] of libraries) {
    it(`make and verify ${alg} with a key of its type, and refuse all others`, () => {
      const signature = library.sign(row(alg), own, data, sevens);
      assert.equal(library.verify(row(alg), own, data, signature), true);
      assert.equal(library.verify(row(alg), own, data, signature.slice(1)), false);
      const strangers = libraries.filter(([, , material]) => material.kty !== own.kty);
      for (const material of [...strangers.map(([, , one]) => one), aPair('X25519').material]) {
        assert.throws(() => library.verify(row(alg), material, data, signature), isFault('keyType'));
        assert.throws(() => library.sign(row(alg), material, data, sevens), isFault('keyType'));
      }
    });
  }

  const without = (material: KeyMaterial): KeyMaterial =>
    Object.fromEntries(
      Object.entries(material).filter(([member]) => !['d', 'private', 'seed'].includes(member)),
    ) as unknown as KeyMaterial;
  for (const [alg, library, own] of libraries.filter(([, , { kty }]) => kty !== 'oct'))
    it(`say that a public key signs nothing: ${alg}`, () => {
      assert.throws(() => library.sign(row(alg), without(own), data, sevens), isFault('notPrivate'));
    });

  it('refuse secret scalars of a wrong length, zero, or beyond the order', () => {
    const { material } = aPair('P-256');
    assert.ok(material.kty === 'EC');
    for (const d of [
      new Uint8Array(),
      new Uint8Array(32),
      new Uint8Array(32).fill(0xff),
      new Uint8Array(33).fill(1),
    ])
      assert.throws(
        () => ecdsaLibrary.sign(row('ES256'), { ...material, d }, data, sevens),
        isFault('wrongLength'),
      );
  });

  it('do not sign under one public key with the secret of another', () => {
    const { material } = aPair('Ed25519');
    assert.ok(material.kty === 'OKP');
    const other = { ...material, d: new Uint8Array(32).fill(1) };
    assert.throws(() => eddsaLibrary.sign(row('Ed25519'), other, data, sevens), isFault('inconsistent'));
  });

  it('sign ML-DSA with a seed or with the expanded key, and no other', () => {
    const expanded = new Uint8Array(made.secretKey);
    const algorithm = row('ML-DSA-44');
    const signature = mlDsaLibrary.sign(algorithm, { ...lattice, expanded }, data, sevens);
    assert.deepEqual(mlDsaLibrary.sign(algorithm, { ...lattice, seed }, data, sevens), signature);
    for (const wrong of [
      { seed: seed.slice(1) },
      { expanded: expanded.slice(1) },
      { expanded: new Uint8Array() },
    ])
      assert.throws(
        () => mlDsaLibrary.sign(algorithm, { ...lattice, ...wrong }, data, sevens),
        isFault('wrongLength'),
      );
    assert.throws(
      () => mlDsaLibrary.verify(algorithm, { ...lattice, pub: lattice.pub.slice(1) }, data, signature),
      isFault('wrongLength'),
    );
    assert.throws(() => mlDsaLibrary.verify(row('ML-DSA-65'), lattice, data, signature), isFault('keyType'));
    const noSet = { ...algorithm, alg: 'toString' };
    assert.throws(
      () => mlDsaLibrary.verify(noSet, { ...lattice, alg: 'toString' }, data, signature),
      isFault('keyType'),
    );
  });
});

describe('fitsAlgorithm', () => {
  for (const [alg, material, expected] of [
    ['HS256', secret, true],
    ['RS256', aPair('RSA-1024').material, true],
    ['RS256', secret, false],
    ['ES256', aPair('P-256').material, true],
    ['ES256', aPair('P-384').material, false],
    ['ES256', aPair('Ed25519').material, false],
    ['EdDSA', aPair('Ed25519').material, true],
    ['EdDSA', aPair('Ed448').material, true],
    ['EdDSA', aPair('X25519').material, false],
    ['Ed25519', aPair('Ed448').material, false],
    ['ML-DSA-44', lattice, true],
    ['ML-DSA-65', lattice, false],
    ['none', secret, false],
  ] as const)
    it(`says that ${alg} ${expected ? 'takes' : 'does not take'} a key of ${'crv' in material ? material.crv : material.kty}`, () => {
      assert.equal(fitsAlgorithm(row(alg), material), expected);
    });

  it('takes no curve where an algorithm names none', () => {
    const { curves, ...nameless } = row('ES256');
    assert.ok(curves);
    assert.equal(fitsAlgorithm(nameless, aPair('P-256').material), false);
  });
});

describe('ephemeralPair', () => {
  for (const crv of ['P-256', 'P-384', 'P-521', 'X25519', 'X448'] as const)
    it(`makes a key on ${crv} of the randomness given`, () => {
      const pair = ephemeralPair(crv, sevens);
      const { material } = aPair(crv);
      assert.ok(pair?.d && (material.kty === 'EC' || material.kty === 'OKP'));
      assert.equal(pair.crv, crv);
      assert.equal(pair.kty, material.kty);
      assert.equal(pair.x.length, material.x.length);
      if (pair.kty === 'EC' && material.kty === 'EC') assert.equal(pair.y.length, material.y.length);
      assert.deepEqual(ephemeralPair(crv, sevens), pair);
    });

  it('makes none on a curve that nothing agrees on', () => {
    assert.equal(ephemeralPair('Ed25519', sevens), undefined);
  });
});
