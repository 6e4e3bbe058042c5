import assert from 'node:assert/strict';
import * as node from 'node:crypto';
import { hostEngine, type Engine } from '../../../src/core/crypto/engine';
import { toInteger, toOctets } from '../../../src/core/crypto/integers';
import { hasSmallOrder } from '../../../src/core/crypto/smallOrder';
import { signWith, verifyWith } from '../../../src/core/crypto/signatures';
import { utf8Bytes, type Bytes } from '../../../src/core/encoding/bytes';
import type { KeyMaterial, RsaMaterial } from '../../../src/core/keys/key';
import { everySigner } from '../../support/everyAlgorithm';
import { aPair, materialOf } from '../../support/keyMaterial';
import { workTimeOf } from '../../support/workTime';
import { isFault, row } from '../../support/signatureRows';

const data = utf8Bytes('some data');
const engines: readonly Engine[] = [hostEngine(), null];

/** A host whose WebCrypto has digests and nothing else. */
const barren = new Proxy(hostEngine() ?? ({} as SubtleCrypto), {
  get: (host, name) =>
    name === 'digest'
      ? host.digest.bind(host)
      : () => Promise.reject(new DOMException('not here', 'NotSupportedError')),
});

function rsa(options: { modulusLength: number; publicExponent?: number }): RsaMaterial {
  const { privateKey } = node.generateKeyPairSync('rsa', options);
  const material = materialOf(privateKey);
  assert.ok(material.kty === 'RSA');
  return material;
}

describe('unusual hosts and keys', () => {
  for (const { alg, name, key } of everySigner)
    it(`does without a WebCrypto that refuses everything: ${name}`, async () => {
      const signature = await signWith(row(alg), key.material, data, barren);
      assert.equal(await verifyWith(row(alg), key.material, data, signature, barren), true);
      assert.equal(await verifyWith(row(alg), key.material, data, signature), true);
    });

  const odd: readonly (readonly [string, () => RsaMaterial, string])[] = [
    ['the exponent 3', () => rsa({ modulusLength: 2048, publicExponent: 3 }), 'RS256'],
    ['the exponent 17 and PSS', () => rsa({ modulusLength: 2048, publicExponent: 17 }), 'PS256'],
    ['512 bits', () => rsa({ modulusLength: 512 }), 'RS256'],
    ['777 bits and PSS', () => rsa({ modulusLength: 777 }), 'PS256'],
    ['an exponent of 32 bits', () => rsa({ modulusLength: 2048, publicExponent: 0xfffffffb }), 'RS512'],
  ];
  for (const [what, make, alg] of odd)
    it(`signs and verifies with an RSA key of ${what}, as Node does`, async () => {
      const material = make();
      const hash = alg.slice(2);
      const pss =
        alg[0] === 'P'
          ? {
              padding: node.constants.RSA_PKCS1_PSS_PADDING,
              saltLength: node.constants.RSA_PSS_SALTLEN_DIGEST,
            }
          : {};
      for (const engine of engines) {
        const signature = await signWith(row(alg), material, data, engine);
        for (const other of engines)
          assert.equal(await verifyWith(row(alg), material, data, signature, other), true);
        const jwk = { kty: 'RSA', n: base64url(material.n), e: base64url(material.e) };
        const publicKey = node.createPublicKey({ key: jwk, format: 'jwk' });
        assert.equal(node.verify(`sha${hash}`, data, { key: publicKey, ...pss }, signature), true);
        signature[9] ^= 1;
        assert.equal(await verifyWith(row(alg), material, data, signature, engine), false);
      }
    });

  it('signs with an RSA key that has d and none of its factors', async () => {
    const { publicKey, material } = aPair('RSA-2048');
    assert.ok(material.kty === 'RSA' && material.private);
    const bare: RsaMaterial = { ...material, private: { d: material.private.d } };
    const signature = await signWith(row('RS256'), bare, data);
    assert.equal(node.verify('sha256', data, publicKey, signature), true);
  });

  it('tells an RSA key whose numbers do not belong together', async () => {
    const { material } = aPair('RSA-2048');
    assert.ok(material.kty === 'RSA' && material.private);
    const d = material.private.d.slice();
    d[5] ^= 1;
    const wrong: RsaMaterial = { ...material, private: { d } };
    await assert.rejects(signWith(row('RS256'), wrong, data, null), isFault('inconsistent'));
    // Wrong factors beside a right exponent: the exponent decides, and no faulty signature comes out.
    const { crt } = material.private;
    assert.ok(crt);
    const half: RsaMaterial = {
      ...material,
      private: { d: material.private.d, crt: { ...crt, dp: crt.dq } },
    };
    const signature = await signWith(row('RS256'), half, data, null);
    assert.equal(await verifyWith(row('RS256'), material, data, signature), true);
  });

  it('tells an RSA key too small for the padding, and verifies nothing with it', async () => {
    const small = rsa({ modulusLength: 512 });
    for (const engine of engines) {
      await assert.rejects(signWith(row('RS512'), small, data, engine), isFault('rsaTooSmall'));
      await assert.rejects(signWith(row('PS256'), small, data, engine), isFault('rsaTooSmall'));
      assert.equal(await verifyWith(row('RS512'), small, data, new Uint8Array(64).fill(1), engine), false);
      assert.equal(await verifyWith(row('PS256'), small, data, new Uint8Array(64).fill(1), engine), false);
    }
  });

  it('refuses a signature that is not below the modulus, though it is congruent to a right one', async () => {
    const material = rsa({ modulusLength: 1025 });
    const signature = await signWith(row('RS256'), material, data);
    const larger = toInteger(signature) + toInteger(material.n);
    const octets = toOctets(larger, signature.length);
    for (const engine of engines)
      assert.equal(await verifyWith(row('RS256'), material, data, octets, engine), false);
  });

  it('says in bearable time that an RSA key asks for unbearable work', async () => {
    const n = new Uint8Array(8192).fill(0xff);
    const monsters: readonly RsaMaterial[] = [
      { kty: 'RSA', n, e: n },
      { kty: 'RSA', n: new Uint8Array(1_000_000).fill(0xff), e: Uint8Array.of(3) },
    ];
    for (const engine of engines)
      for (const monster of monsters) {
        const signature = new Uint8Array(monster.n.length).fill(1);
        const took = await workTimeOf(() =>
          assert.rejects(verifyWith(row('RS256'), monster, data, signature, engine), isFault('rsaTooLarge')),
        );
        assert.ok(took < 5000);
      }
  });

  it('verifies with moduli beyond what WebCrypto takes', async () => {
    const material: RsaMaterial = {
      kty: 'RSA',
      n: new Uint8Array(4096).fill(0xff),
      e: Uint8Array.of(1, 0, 1),
    };
    for (const engine of engines)
      assert.equal(
        await verifyWith(row('RS256'), material, data, new Uint8Array(4096).fill(1), engine),
        false,
      );
  });

  it('never verifies with numbers that are no RSA key', async () => {
    const one = Uint8Array.of(1);
    for (const [n, e] of [
      [new Uint8Array(), one],
      [Uint8Array.of(0), one],
      [one, one],
      [new Uint8Array(256).fill(0x80), Uint8Array.of(0)],
      [new Uint8Array(256).fill(0x80), new Uint8Array()],
    ] as const)
      for (const engine of engines) {
        const material: RsaMaterial = { kty: 'RSA', n, e };
        const verified = verifyWith(row('RS256'), material, data, new Uint8Array(n.length), engine);
        await assert.rejects(verified, isFault('rsaTooSmall'));
      }
  });

  it('never verifies with the exponent 1, under which everything is its own signature', async () => {
    const n = new Uint8Array(256).fill(0xff);
    const digest = node.createHash('sha256').update(data).digest();
    const prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex');
    const encoded = Buffer.concat([
      Buffer.from([0, 1]),
      Buffer.alloc(202, 0xff),
      Buffer.from([0]),
      prefix,
      digest,
    ]);
    const material: RsaMaterial = { kty: 'RSA', n, e: Uint8Array.of(1) };
    for (const engine of engines)
      await assert.rejects(
        verifyWith(row('RS256'), material, data, new Uint8Array(encoded), engine),
        isFault('rsaTooSmall'),
      );
  });

  it('tells points that are on no curve', async () => {
    const x = new Uint8Array(32).fill(3);
    const rows: readonly (readonly [string, KeyMaterial, number])[] = [
      ['ES256', { kty: 'EC', crv: 'P-256', x, y: x }, 64],
      ['ES256K', { kty: 'EC', crv: 'secp256k1', x, y: x }, 64],
      ['ES256', { kty: 'EC', crv: 'P-256', x: new Uint8Array(32), y: new Uint8Array(32) }, 64],
      ['EdDSA', { kty: 'OKP', crv: 'Ed25519', x: new Uint8Array(32).fill(0xff) }, 64],
      ['Ed448', { kty: 'OKP', crv: 'Ed448', x: new Uint8Array(57).fill(0xff) }, 114],
    ];
    for (const engine of engines)
      for (const [alg, material, length] of rows)
        await assert.rejects(
          verifyWith(row(alg), material, data, new Uint8Array(length).fill(1), engine),
          isFault('notOnCurve'),
        );
  });

  it('refuses Ed25519 keys of small order, with which a signature fits many messages', async () => {
    const { ED25519_TORSION_SUBGROUP: points } = await import('@noble/curves/ed25519.js');
    const signature: Bytes = new Uint8Array(64);
    signature[0] = 1;
    for (const point of points) {
      const x = new Uint8Array(Buffer.from(point, 'hex'));
      assert.equal(hasSmallOrder(x), true);
      for (const engine of engines)
        await assert.rejects(
          verifyWith(row('Ed25519'), { kty: 'OKP', crv: 'Ed25519', x }, data, signature, engine),
          isFault('notOnCurve'),
        );
    }
    assert.equal(points.length, 8);
    const { material } = aPair('Ed25519');
    assert.ok(material.kty === 'OKP');
    assert.equal(hasSmallOrder(material.x), false);
  });

  it('tells keys of a wrong length', async () => {
    for (const engine of engines) {
      const short: KeyMaterial = { kty: 'OKP', crv: 'Ed25519', x: new Uint8Array(31), d: new Uint8Array(31) };
      await assert.rejects(
        verifyWith(row('EdDSA'), short, data, new Uint8Array(64), engine),
        isFault('wrongLength'),
      );
      await assert.rejects(signWith(row('EdDSA'), short, data, engine), isFault('wrongLength'));
      const pub = new Uint8Array(10);
      const lattice: KeyMaterial = { kty: 'AKP', alg: 'ML-DSA-44', pub, seed: pub };
      const signature = new Uint8Array(2420);
      await assert.rejects(
        verifyWith(row('ML-DSA-44'), lattice, data, signature, engine),
        isFault('wrongLength'),
      );
      await assert.rejects(signWith(row('ML-DSA-44'), lattice, data, engine), isFault('wrongLength'));
    }
  });

  it('refuses ECDSA signatures whose halves are zero or not below the order', async () => {
    for (const { alg, key } of everySigner.filter((signer) => signer.alg.startsWith('ES'))) {
      const { signatureBytes = 0 } = row(alg);
      const half = new Uint8Array(signatureBytes);
      half[signatureBytes - 1] = 1;
      for (const wrong of [new Uint8Array(signatureBytes), new Uint8Array(signatureBytes).fill(0xff), half])
        for (const engine of engines)
          assert.equal(await verifyWith(row(alg), key.material, data, wrong, engine), false);
    }
  });

  it('accepts both the high and the low s of an ECDSA signature', async () => {
    const { p256 } = await import('@noble/curves/nist.js');
    const { material } = aPair('P-256');
    const signature = await signWith(row('ES256'), material, data);
    const s = toInteger(signature.slice(32));
    const other = new Uint8Array([...signature.slice(0, 32), ...toOctets(p256.Point.Fn.ORDER - s, 32)]);
    for (const engine of engines)
      assert.equal(await verifyWith(row('ES256'), material, data, other, engine), true);
  });
});

function base64url(octets: Uint8Array): string {
  return Buffer.from(octets).toString('base64url');
}
