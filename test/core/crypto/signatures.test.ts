import assert from 'node:assert/strict';
import * as node from 'node:crypto';
import { AlgorithmUnavailable, KeyUnusable } from '../../../src/core/crypto/cryptoErrors';
import { hostEngine, type Engine } from '../../../src/core/crypto/engine';
import { signWith, verifyWith } from '../../../src/core/crypto/signatures';
import { utf8Bytes, type Bytes } from '../../../src/core/encoding/bytes';
import {
  signatureAlgorithm,
  signatureAlgorithms,
  type SignatureAlgorithm,
} from '../../../src/core/jose/algorithms';
import type { KeyMaterial } from '../../../src/core/keys/key';
import { everySigner } from '../../support/everyAlgorithm';
import { aPair, aSecret } from '../../support/keyMaterial';
import { assertSameNames } from '../../support/sameNames';

const data = utf8Bytes('eyJhbGciOiJub3QgcmVhbGx5In0.e30');
const engines: readonly [string, Engine][] = [
  ['WebCrypto', hostEngine()],
  ['the libraries alone', null],
];

/** Every algorithm with a key of each type it takes, and what Node makes and thinks of its signatures. */
interface Case {
  readonly alg: string;
  readonly material: KeyMaterial;
  readonly nodeSigns?: () => Buffer;
  readonly nodeVerifies?: (signature: Bytes) => boolean;
}

function pairCase(
  alg: string,
  kind: Parameters<typeof aPair>[0],
  hash: string | null,
  options: node.SigningOptions & { dsaEncoding?: node.DSAEncoding } = {},
): Case {
  const { publicKey, privateKey, material } = aPair(kind);
  return {
    alg,
    material,
    nodeSigns: () => node.sign(hash, data, { key: privateKey, ...options }),
    nodeVerifies: (signature) => node.verify(hash, data, { key: publicKey, ...options }, signature),
  };
}

function secretCase(alg: string, hash: string, secret: Uint8Array): Case {
  const { keyObject, material } = aSecret(secret);
  const mac = (): Buffer => node.createHmac(hash, keyObject).update(data).digest();
  return { alg, material, nodeSigns: mac, nodeVerifies: (signature) => mac().equals(signature) };
}

const pss = {
  padding: node.constants.RSA_PKCS1_PSS_PADDING,
  saltLength: node.constants.RSA_PSS_SALTLEN_DIGEST,
};
const rs = { dsaEncoding: 'ieee-p1363' } as const;

const cases: readonly Case[] = [
  secretCase('HS256', 'sha256', utf8Bytes('my_super_secret')),
  secretCase('HS256', 'sha256', new Uint8Array()),
  secretCase('HS384', 'sha384', utf8Bytes('short')),
  secretCase('HS512', 'sha512', new Uint8Array(300).fill(7)),
  pairCase('RS256', 'RSA-2048', 'sha256'),
  pairCase('RS384', 'RSA-2048', 'sha384'),
  pairCase('RS512', 'RSA-2048', 'sha512'),
  pairCase('RS256', 'RSA-1024', 'sha256'),
  // An odd size: the encoded message of PSS is one octet shorter than the modulus at 8k+1 bits.
  pairCase('RS256', 'RSA-1025', 'sha256'),
  pairCase('PS256', 'RSA-1025', 'sha256', pss),
  pairCase('RS256', 'RSA-768', 'sha256'),
  pairCase('PS256', 'RSA-2048', 'sha256', pss),
  pairCase('PS384', 'RSA-2048', 'sha384', pss),
  pairCase('PS512', 'RSA-2048', 'sha512', pss),
  pairCase('ES256', 'P-256', 'sha256', rs),
  pairCase('ES384', 'P-384', 'sha384', rs),
  pairCase('ES512', 'P-521', 'sha512', rs),
  pairCase('ES256K', 'secp256k1', 'sha256', rs),
  pairCase('EdDSA', 'Ed25519', null),
  pairCase('EdDSA', 'Ed448', null),
  pairCase('Ed25519', 'Ed25519', null),
  pairCase('Ed448', 'Ed448', null),
  ...everySigner
    .filter(({ alg }) => alg.startsWith('ML-DSA'))
    .map(({ alg, key }): Case => ({ alg, material: key.material })),
];

const row = (alg: string): SignatureAlgorithm => {
  const found = signatureAlgorithm(alg);
  assert.ok(found);
  return found;
};
const isFault = (fault: string) => (error: unknown) => error instanceof KeyUnusable && error.fault === fault;

describe('signatures', () => {
  for (const { alg, material, nodeSigns, nodeVerifies } of cases) {
    const name = `${alg} with ${'crv' in material ? material.crv : material.kty === 'RSA' ? `RSA of ${material.n.length} octets` : material.kty === 'oct' ? `a secret of ${material.k.length} octets` : 'its key'}`;
    const algorithm = row(alg);
    for (const [engineName, engine] of engines) {
      it(`${name} by ${engineName} is verified by every engine, and by Node`, async () => {
        const signature = await signWith(algorithm, material, data, engine);
        for (const [, other] of engines)
          assert.equal(await verifyWith(algorithm, material, data, signature, other), true);
        if (nodeVerifies) assert.equal(nodeVerifies(signature), true);
      });
      it(`${name} by ${engineName} refuses a changed bit, other data, and other lengths`, async () => {
        const signature = await signWith(algorithm, material, data, engine);
        const flipped = signature.slice();
        flipped[flipped.length >> 1] ^= 1;
        const longer = new Uint8Array([...signature, 0]);
        for (const wrong of [
          flipped,
          longer,
          signature.slice(0, -1),
          new Uint8Array(),
          new Uint8Array(signature.length),
        ])
          assert.equal(await verifyWith(algorithm, material, data, wrong, engine), false);
        assert.equal(await verifyWith(algorithm, material, utf8Bytes('other'), signature, engine), false);
      });
      if (nodeSigns)
        it(`${name} made by Node is verified by ${engineName}`, async () => {
          assert.equal(
            await verifyWith(algorithm, material, data, new Uint8Array(nodeSigns()), engine),
            true,
          );
        });
    }
  }

  it('are tested for every algorithm', () => {
    const known = { place: 'signatureAlgorithms', names: [...signatureAlgorithms.keys()] };
    const named = (rows: readonly { readonly alg: string }[]): string[] => [
      'none',
      ...rows.map(({ alg }) => alg),
    ];
    assertSameNames(known, { place: 'the cases here', names: named(cases) });
    assertSameNames(known, { place: 'everySigner of test/support', names: named(everySigner) });
  });

  it('never verifies none', async () => {
    const secret: KeyMaterial = { kty: 'oct', k: new Uint8Array() };
    await assert.rejects(verifyWith(row('none'), secret, data, new Uint8Array()), AlgorithmUnavailable);
    await assert.rejects(signWith(row('none'), secret, data), AlgorithmUnavailable);
  });

  it('refuses a key of another type or curve before any crypto', async () => {
    const wrong: readonly [string, KeyMaterial][] = [
      ['HS256', aPair('RSA-2048').material],
      ['RS256', aSecret(new Uint8Array(32)).material],
      ['ES256', aPair('P-384').material],
      ['ES256K', aPair('P-256').material],
      ['Ed25519', aPair('Ed448').material],
      ['EdDSA', aPair('X25519').material],
      ['ML-DSA-44', { kty: 'AKP', alg: 'ML-DSA-65', pub: new Uint8Array(1312) }],
    ];
    for (const [alg, material] of wrong) {
      await assert.rejects(verifyWith(row(alg), material, data, new Uint8Array(64)), isFault('keyType'));
      await assert.rejects(signWith(row(alg), material, data), isFault('keyType'));
    }
  });
});
