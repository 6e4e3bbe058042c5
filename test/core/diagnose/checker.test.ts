import assert from 'node:assert/strict';
import * as node from 'node:crypto';
import { Checker, verifies } from '../../../src/core/diagnose/checker';
import { readConfiguredKeys, type ConfiguredKey } from '../../../src/core/diagnose/configuredKeys';
import { utf8Bytes, type Bytes } from '../../../src/core/encoding/bytes';
import { signatureAlgorithm, type SignatureAlgorithm } from '../../../src/core/jose/algorithms';
import type { KeyMaterial } from '../../../src/core/keys/key';
import { aKey, aPair, materialOf } from '../../support/keyMaterial';
import { file, secret } from './aCase';
import { publicPem, signature, signer } from './signing';

const data = utf8Bytes('what was signed');
const row = (alg: string): SignatureAlgorithm => {
  const found = signatureAlgorithm(alg);
  assert.ok(found, alg);
  return found;
};
const keyOf = (material: KeyMaterial): ConfiguredKey => ({ id: 'k', key: aKey(material) });
const publicKey = (kind: Parameters<typeof aPair>[0]): ConfiguredKey =>
  keyOf(materialOf(aPair(kind).publicKey));
const signedBy = (alg: string, kind: Parameters<typeof aPair>[0]): Bytes =>
  new Uint8Array(signature(alg, signer(kind), data));

/** A WebCrypto that notes what it is asked, and answers what it is told. */
function anEngine(answer: () => boolean): { readonly asked: unknown[][]; readonly engine: SubtleCrypto } {
  const asked: unknown[][] = [];
  const engine = {
    importKey: (
      format: string,
      jwk: JsonWebKey,
      parameters: object,
      _: boolean,
      usages: readonly string[],
    ) => {
      assert.deepEqual(usages, ['verify']);
      asked.push(['import', format, jwk.kty, parameters]);
      return Promise.resolve({ jwk });
    },
    verify: (parameters: object) => {
      asked.push(['verify', parameters]);
      return Promise.resolve(answer());
    },
  };
  return { asked, engine: engine as unknown as SubtleCrypto };
}

const served = [
  ['RS256', 'RSA-2048', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }],
  ['PS256', 'RSA-2048', { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 }],
  ['PS384', 'RSA-2048', { name: 'RSA-PSS', hash: 'SHA-384', saltLength: 48 }],
  ['PS512', 'RSA-2048', { name: 'RSA-PSS', hash: 'SHA-512', saltLength: 64 }],
  ['ES256', 'P-256', { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' }],
  ['ES512', 'P-521', { name: 'ECDSA', hash: 'SHA-512', namedCurve: 'P-521' }],
  ['EdDSA', 'Ed25519', { name: 'Ed25519' }],
] as const;
const byLibrary = [
  ['ES256K', 'secp256k1'],
  ['EdDSA', 'Ed448'],
] as const;

describe('a check with a public key', () => {
  for (const [alg, kind, parameters] of served)
    it(`asks the host for ${alg}, with its key imported but once`, async () => {
      const { asked, engine } = anEngine(() => true);
      const checker = new Checker(engine);
      const [key, octets] = [publicKey(kind), signedBy(alg, kind)];
      for (const wanted of [true, true]) {
        assert.equal(await checker.checkPublic(row(alg), key, data, octets), wanted);
        assert.ok(!checker.isSlow(row(alg), key, data));
      }
      const { kty } = key.key.material;
      assert.deepEqual(asked, [
        ['import', 'jwk', kty, parameters],
        ['verify', parameters],
        ['verify', parameters],
      ]);
    });

  it('imports a key again for another hash or padding, and another key for itself', async () => {
    const { asked, engine } = anEngine(() => false);
    const checker = new Checker(engine);
    const octets = signedBy('RS256', 'RSA-2048');
    const key = publicKey('RSA-2048');
    for (const alg of ['RS256', 'RS384', 'PS256', 'RS256', 'PS256'])
      assert.equal(await checker.checkPublic(row(alg), key, data, octets), false);
    await checker.checkPublic(row('RS256'), publicKey('RSA-2048'), data, octets);
    assert.equal(asked.filter(([what]) => what === 'import').length, 4);
  });

  for (const [alg, kind] of byLibrary)
    it(`is done by library for ${kind}, and is slow`, async () => {
      const { asked, engine } = anEngine(() => false);
      const checker = new Checker(engine);
      const [key, octets] = [publicKey(kind), signedBy(alg, kind)];
      assert.equal(await checker.checkPublic(row(alg), key, data, octets), true);
      assert.equal(await checker.checkPublic(row(alg), key, utf8Bytes('other'), octets), false);
      assert.deepEqual(asked, []);
      assert.ok(checker.isSlow(row(alg), key, data));
    });

  it('is done by library where the host has no WebCrypto, or refuses', async () => {
    const refusing = {
      importKey: () => Promise.reject(new Error('refused')),
      verify: () => Promise.resolve(true),
    } as unknown as SubtleCrypto;
    for (const engine of [null, refusing])
      for (const [alg, kind] of served) {
        const checker = new Checker(engine);
        const [key, octets] = [publicKey(kind), signedBy(alg, kind)];
        assert.equal(await checker.checkPublic(row(alg), key, data, octets), true, alg);
        assert.equal(await checker.checkPublic(row(alg), key, utf8Bytes('other'), octets), false, alg);
        assert.equal(checker.isSlow(row(alg), key, data), engine === null);
      }
  });

  it('is done by library for RSA keys and points that hosts judge apart', async () => {
    const { asked, engine } = anEngine(() => true);
    const checker = new Checker(engine);
    const odd = materialOf(aPair('RSA-1024').publicKey);
    assert.ok(odd.kty === 'RSA');
    const even = keyOf({ ...odd, e: Uint8Array.of(2) });
    assert.equal(await checker.checkPublic(row('RS256'), even, data, new Uint8Array(128)), false);
    const small = keyOf({ kty: 'OKP', crv: 'Ed25519', x: new Uint8Array(32) });
    assert.equal(await checker.checkPublic(row('EdDSA'), small, data, new Uint8Array(64)), false);
    assert.deepEqual(asked, []);
    assert.ok(checker.isSlow(row('RS256'), even, data) && checker.isSlow(row('EdDSA'), small, data));
  });

  it('is slow over much data, and for algorithms the host does not have', () => {
    const checker = new Checker(anEngine(() => true).engine);
    const key = publicKey('P-256');
    assert.ok(!checker.isSlow(row('ES256'), key, new Uint8Array(65_536)));
    assert.ok(checker.isSlow(row('ES256'), key, new Uint8Array(65_537)));
    const akp = keyOf({ kty: 'AKP', alg: 'ML-DSA-44', pub: new Uint8Array(1312) });
    assert.ok(checker.isSlow(row('ML-DSA-44'), akp, data));
  });

  for (const [what, alg, key, length] of [
    ['of another type', 'ES256', publicKey('RSA-1024'), 64],
    ['of another curve', 'ES256', publicKey('P-384'), 64],
    ['whose modulus has another length', 'RS256', publicKey('RSA-1024'), 127],
    ['whose signatures have another length', 'ES256', publicKey('P-256'), 63],
    ['on a curve of other signatures', 'EdDSA', publicKey('Ed25519'), 114],
  ] as const)
    it(`is not even begun with a key ${what}`, async () => {
      const { asked, engine } = anEngine(() => true);
      const found = await new Checker(engine).checkPublic(row(alg), key, data, new Uint8Array(length));
      assert.deepEqual([found, asked], [false, []]);
    });

  it('counts a modulus without the zeros in front of it', async () => {
    const material = materialOf(aPair('RSA-1024').publicKey);
    assert.ok(material.kty === 'RSA');
    const padded = keyOf({ ...material, n: Uint8Array.of(0, 0, ...material.n) });
    const octets = signedBy('RS256', 'RSA-1024');
    assert.equal(await new Checker().checkPublic(row('RS256'), padded, data, octets), true);
    const nothing = keyOf({ ...material, n: new Uint8Array(3) });
    assert.equal(await new Checker().checkPublic(row('RS256'), nothing, data, octets), false);
  });
});

describe('a check with a secret', () => {
  it('is an HMAC by the algorithm’s hash, and nothing for keys that are no secrets', async () => {
    const { keys } = await readConfiguredKeys([secret('a', 'word'), file('p', publicPem('P-256'))]);
    const [word, pair] = keys as [ConfiguredKey, ConfiguredKey];
    const checker = new Checker();
    for (const [alg, hash] of [
      ['HS256', 'sha256'],
      ['HS384', 'sha384'],
      ['HS512', 'sha512'],
    ] as const) {
      const right = new Uint8Array(node.createHmac(hash, 'word').update(data).digest());
      assert.deepEqual(checker.hmac(row(alg), word, data), right);
      assert.equal(checker.checkSecret(row(alg), word, data, right), true);
      assert.equal(
        checker.checkSecret(
          row(alg),
          word,
          data,
          right.map((octet) => octet ^ 1),
        ),
        false,
      );
    }
    assert.equal(checker.hmac(row('HS256'), pair, data), undefined);
    assert.equal(checker.hmac(row('EdDSA'), word, data), undefined);
  });
});

describe('the answer of a library', () => {
  for (const [curve, alg] of [
    ['P-256', 'ES256'],
    ['P-384', 'ES384'],
    ['P-521', 'ES512'],
    ['secp256k1', 'ES256K'],
  ] as const)
    for (const hash of ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const)
      it(`is right for ${curve} with ${hash}, whichever JOSE pairs with it`, async () => {
        const algorithm = { ...row(alg), hash };
        const { material } = aPair(curve);
        const options = { key: signer(curve), dsaEncoding: 'ieee-p1363' } as const;
        const octets = new Uint8Array(node.sign(hash.replace('-', ''), data, options));
        assert.equal(await verifies(algorithm, material, data, octets), true);
        assert.equal(await verifies(algorithm, material, utf8Bytes('other'), octets), false);
        // No number of a signature may be zero: the library throws for such.
        assert.equal(await verifies(algorithm, material, data, new Uint8Array(octets.length)), false);
      });

  it('is no where the key cannot be used', async () => {
    const point = { kty: 'EC', crv: 'P-256', x: new Uint8Array(32), y: new Uint8Array(32) } as const;
    assert.equal(await verifies(row('ES256'), point, data, new Uint8Array(64)), false);
    assert.equal(await verifies({ ...row('ES256'), hash: 'SHA-1' }, point, data, new Uint8Array(64)), false);
    const okp = { kty: 'OKP', crv: 'X25519', x: new Uint8Array(32) } as const;
    assert.equal(await verifies(row('EdDSA'), okp, data, new Uint8Array(64)), false);
    const noCurve = { ...point, crv: 'X448' } as const;
    assert.equal(await verifies(row('ES256'), noCurve, data, new Uint8Array(64)), false);
    const rsa = { kty: 'RSA', n: Uint8Array.of(3), e: Uint8Array.of(3) } as const;
    assert.equal(await verifies(row('RS256'), rsa, data, Uint8Array.of(1)), false);
  });
});
