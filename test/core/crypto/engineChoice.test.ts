import assert from 'node:assert/strict';
import { cbcOpen, cbcSeal, gcmOpen, gcmSeal } from '../../../src/core/crypto/aesEngine';
import { agreedKey } from '../../../src/core/crypto/ecdhEs';
import { hostEngine } from '../../../src/core/crypto/engine';
import { openOaep } from '../../../src/core/crypto/oaep';
import { passwordKey } from '../../../src/core/crypto/passwordKey';
import { oaepSeal } from '../../../src/core/crypto/rsaEncryption';
import { signWith, verifyWith } from '../../../src/core/crypto/signatures';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { keyManagementAlgorithms } from '../../../src/core/jose/encryptionAlgorithms';
import type { EcMaterial, OkpMaterial, RsaMaterial } from '../../../src/core/keys/key';
import { everySigner } from '../../support/everyAlgorithm';
import { aPair } from '../../support/keyMaterial';
import { row, sevens } from '../../support/signatureRows';

const data = utf8Bytes('some data');

interface Watched {
  readonly engine: SubtleCrypto;
  /** The methods that did not do what they were asked. */
  readonly refused: readonly string[];
  /** What was asked: the method, and the arguments it came with. */
  readonly asked: { readonly method: string; readonly args: readonly unknown[] }[];
}

/** The host's WebCrypto, with every question written down; `answers` stands in for some of its methods. */
function watched(
  answers: Readonly<Partial<Record<string, (...args: readonly unknown[]) => unknown>>> = {},
): Watched {
  const asked: Watched['asked'] = [];
  const refused: string[] = [];
  const host = hostEngine();
  assert.ok(host);
  const engine = new Proxy(host, {
    get:
      (target, method: keyof SubtleCrypto) =>
      async (...args: readonly unknown[]): Promise<unknown> => {
        asked.push({ method, args });
        const own = answers[method];
        try {
          return await (own
            ? own(...args)
            : (target[method] as (...all: readonly unknown[]) => unknown)(...args));
        } catch (error) {
          refused.push(method);
          throw error;
        }
      },
  });
  return { engine, asked, refused };
}
const methods = ({ asked }: Watched): readonly string[] => asked.map(({ method }) => method);
const refuses = (): Promise<never> => Promise.reject(new DOMException('not here', 'NotSupportedError'));

/** Whom WebCrypto serves in every host; all others are computed by the libraries alone. */
const servedSigners = /^(?:[HRP]S|ES(?!256K)|EdDSA with Ed25519|Ed25519)/;

describe('the choice of an engine', () => {
  for (const { alg, name, key } of everySigner) {
    const isServed = servedSigners.test(name) && !name.endsWith(' 0 octets');
    it(`${isServed ? 'asks' : 'does not ask'} WebCrypto for ${name}`, async () => {
      const signing = watched();
      const signature = await signWith(row(alg), key.material, data, signing.engine);
      assert.deepEqual(methods(signing), isServed ? ['importKey', 'sign'] : []);
      const verifying = watched();
      assert.equal(await verifyWith(row(alg), key.material, data, signature, verifying.engine), true);
      assert.deepEqual(methods(verifying), isServed ? ['importKey', 'verify'] : []);
      assert.deepEqual([...signing.refused, ...verifying.refused], []);
    });
    if (isServed && key.material.kty !== 'oct')
      it(`hands WebCrypto only the public half to verify ${name}, and nothing to take out again`, async () => {
        const signature = await signWith(row(alg), key.material, data);
        const seen = watched();
        await verifyWith(row(alg), key.material, data, signature, seen.engine);
        const [format, jwk, , isExtractable, usages] = seen.asked[0]?.args ?? [];
        assert.equal(format, 'jwk');
        assert.equal(isExtractable, false);
        assert.deepEqual(usages, ['verify']);
        assert.deepEqual(
          Object.keys(jwk as object).filter((member) => ['d', 'p', 'q', 'dp', 'dq', 'qi'].includes(member)),
          [],
        );
      });
  }

  it('takes the answer of WebCrypto for an answer', async () => {
    for (const { alg, key, name } of everySigner.filter((one) => servedSigners.test(one.name))) {
      if (key.material.kty === 'oct' && key.material.k.length === 0) continue;
      const bytes = row(alg).signatureBytes ?? 256;
      const yes = watched({ verify: () => Promise.resolve(true) });
      assert.equal(
        await verifyWith(row(alg), key.material, data, new Uint8Array(bytes), yes.engine),
        true,
        name,
      );
      const made = Uint8Array.of(1, 2, 3);
      const maker = watched({ sign: () => Promise.resolve(made.buffer) });
      assert.deepEqual(await signWith(row(alg), key.material, data, maker.engine), made, name);
    }
  });

  it('lets the library judge again what WebCrypto refuses of Ed25519, and nothing else', async () => {
    for (const { alg, key, name } of everySigner.filter((one) =>
      /^(?:RS256|ES256 |HS256|EdDSA with Ed25519)/.test(one.name),
    )) {
      const signature = await signWith(row(alg), key.material, data);
      const no = watched({ verify: () => Promise.resolve(false) });
      const expected = key.material.kty === 'OKP';
      assert.equal(await verifyWith(row(alg), key.material, data, signature, no.engine), expected, name);
    }
  });

  it('asks nobody about a signature of a length the algorithm does not have', async () => {
    for (const { alg, key } of everySigner) {
      const { signatureBytes } = row(alg);
      if (signatureBytes === undefined) continue;
      const yes = watched({ verify: () => Promise.resolve(true) });
      for (const length of [0, signatureBytes - 1, signatureBytes + 1])
        assert.equal(
          await verifyWith(row(alg), key.material, data, new Uint8Array(length), yes.engine),
          false,
        );
      assert.deepEqual(methods(yes), []);
    }
  });
});

describe('the choice of an engine for encryption', () => {
  const iv = new Uint8Array(16).fill(3);
  const aad = utf8Bytes('aad');

  for (const size of [16, 24, 32])
    it(`seals and opens by WebCrypto with AES keys of ${size} octets, and by library where it refuses them`, async () => {
      const key = new Uint8Array(size).fill(size);
      const [asked, refusing] = [watched(), watched({ importKey: refuses })];
      for (const { engine } of [asked, refusing]) {
        const sealed = await gcmSeal(key, iv.slice(0, 12), data, aad, engine);
        assert.equal(sealed.tag.length, 16);
        assert.equal(sealed.ciphertext.length, data.length);
        for (const other of [engine, null])
          assert.deepEqual(await gcmOpen(key, iv.slice(0, 12), sealed, aad, other), data);
        const wrong = { ...sealed, tag: sealed.tag.map((octet) => octet ^ 1) };
        assert.equal(await gcmOpen(key, iv.slice(0, 12), wrong, aad, engine), undefined);
        const blocks = await cbcSeal(key, iv, data, engine);
        for (const other of [engine, null]) assert.deepEqual(await cbcOpen(key, iv, blocks, other), data);
        assert.equal(await cbcOpen(key, iv, blocks.slice(1), engine), undefined);
      }
      const usages = asked.asked.flatMap(({ method, args }) =>
        method === 'importKey'
          ? [[(args[2] as Algorithm).name, ...(args[4] as readonly string[])].join(' ')]
          : [method],
      );
      assert.deepEqual(usages, [
        ...['AES-GCM encrypt', 'encrypt', 'AES-GCM decrypt', 'decrypt', 'AES-GCM decrypt', 'decrypt'],
        ...['AES-CBC encrypt', 'encrypt', 'AES-CBC decrypt', 'decrypt', 'AES-CBC decrypt', 'decrypt'],
      ]);
      assert.ok(methods(refusing).every((method) => method === 'importKey'));
    });

  const agreeing = (kind: Parameters<typeof aPair>[0]): EcMaterial | OkpMaterial => {
    const { material } = aPair(kind);
    assert.ok(material.kty === 'EC' || material.kty === 'OKP');
    return material;
  };
  const info = { algorithmId: 'A128GCM', partyU: data, partyV: data, length: 16 };

  for (const kind of ['P-256', 'P-384', 'P-521', 'X25519', 'X448', 'secp256k1'] as const)
    it(`agrees on ${kind} by ${kind === 'X448' || kind === 'secp256k1' ? 'library' : 'WebCrypto'}, and by library where the host refuses`, async () => {
      const own = agreeing(kind);
      const seen = watched();
      const key = await agreedKey(own, own, info, seen.engine);
      assert.equal(key?.length, 16);
      assert.equal(methods(seen).includes('deriveBits'), kind !== 'X448' && kind !== 'secp256k1');
      if (kind !== 'secp256k1') assert.deepEqual(seen.refused, []);
      assert.deepEqual(await agreedKey(own, own, info, watched({ importKey: refuses }).engine), key);
      assert.deepEqual(await agreedKey(own, own, info, watched({ deriveBits: refuses }).engine), key);
      assert.deepEqual(await agreedKey(own, own, info, null), key);
    });

  it('agrees on nothing without a private half, nor across curves', async () => {
    for (const [one, other] of [
      ['P-256', 'P-384'],
      ['P-256', 'X25519'],
      ['X25519', 'P-256'],
      ['X25519', 'X448'],
      ['Ed25519', 'Ed25519'],
    ] as const)
      for (const engine of [hostEngine(), null])
        assert.equal(
          await agreedKey(agreeing(one), agreeing(other), info, engine),
          undefined,
          `${one} ${other}`,
        );
    for (const kind of ['P-256', 'X25519'] as const)
      for (const engine of [hostEngine(), null]) {
        const { d, ...half } = agreeing(kind);
        assert.ok(d);
        assert.equal(await agreedKey(half, agreeing(kind), info, engine), undefined, kind);
      }
  });

  it('derives another key where any of what both sides know differs', async () => {
    const own = agreeing('P-256');
    const seen = new Set<string>();
    const variants = [
      info,
      { ...info, algorithmId: 'A256GCM' },
      { ...info, partyU: utf8Bytes('other') },
      { ...info, partyV: utf8Bytes('other') },
      { ...info, partyU: new Uint8Array(), partyV: utf8Bytes('some datasome data') },
      { ...info, length: 32 },
    ];
    for (const variant of variants)
      seen.add(
        Buffer.from((await agreedKey(own, own, variant, null)) ?? [])
          .subarray(0, 16)
          .toString('hex'),
      );
    assert.equal(seen.size, variants.length);
  });

  const rsa = (bits: number): RsaMaterial => {
    const { material } = aPair(`RSA-${bits}`);
    assert.ok(material.kty === 'RSA');
    return material;
  };

  for (const [bits, isServed] of [
    [2048, true],
    [1024, true],
    [768, false],
  ] as const)
    it(`opens RSA-OAEP of ${bits} bits by ${isServed ? 'WebCrypto' : 'library'}, and by library where the host refuses the key`, async () => {
      const material = rsa(bits);
      const sealed = oaepSeal(material, 'SHA-1', data, sevens);
      const seen = watched();
      assert.deepEqual(await openOaep(material, 'SHA-1', sealed, seen.engine), data);
      assert.deepEqual(methods(seen), isServed ? ['importKey', 'decrypt'] : []);
      assert.deepEqual(seen.refused, []);
      assert.deepEqual(
        await openOaep(material, 'SHA-1', sealed, watched({ importKey: refuses }).engine),
        data,
      );
      assert.deepEqual(await openOaep(material, 'SHA-1', sealed, null), data);
      const wrong = sealed.map((octet, index) => (index === 9 ? octet ^ 1 : octet));
      for (const engine of [hostEngine(), null])
        assert.equal(await openOaep(material, 'SHA-1', wrong, engine), undefined);
    });

  it('takes the word of WebCrypto that RSA-OAEP does not open', async () => {
    const sealed = oaepSeal(rsa(2048), 'SHA-256', data, sevens);
    const refusing = watched({ decrypt: refuses });
    assert.equal(await openOaep(rsa(2048), 'SHA-256', sealed, refusing.engine), undefined);
  });

  for (const [alg, length] of [
    ['PBES2-HS256+A128KW', 16],
    ['PBES2-HS384+A192KW', 24],
    ['PBES2-HS512+A256KW', 32],
  ] as const)
    it(`makes the same key of a password for ${alg}, by WebCrypto, by library, and where the host refuses`, async () => {
      const algorithm = keyManagementAlgorithms.get(alg);
      assert.ok(algorithm);
      const parameters = { salt: utf8Bytes('salt of these'), iterations: 3 };
      const seen = watched();
      const key = await passwordKey(algorithm, data, parameters, seen.engine);
      assert.equal(key.length, length);
      assert.deepEqual(methods(seen), ['importKey', 'deriveBits']);
      assert.deepEqual(seen.refused, []);
      for (const engine of [
        null,
        watched({ importKey: refuses }).engine,
        watched({ deriveBits: refuses }).engine,
      ])
        assert.deepEqual(await passwordKey(algorithm, data, parameters, engine), key);
      const other = await passwordKey(algorithm, data, { ...parameters, iterations: 4 }, null);
      assert.notDeepEqual(other, key);
    });
});
