import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { publicPart } from '../../../../src/core/keys/jwk';
import type { KeyMaterial } from '../../../../src/core/keys/key';
import { isKeyProblem } from '../../../../src/core/keys/keyProblem';
import { readKeys } from '../../../../src/core/keys/readKeys';
import {
  keyOutputs,
  writeJwkSet,
  writeKey,
  writeSecret,
  type KeyOutput,
} from '../../../../src/core/keys/write/writeKey';
import { aKey, aPair } from '../../../support/keyMaterial';

const write = async (material: KeyMaterial, output: KeyOutput): Promise<string> => {
  const text = await writeKey(aKey(material), output);
  assert.ok(typeof text === 'string', JSON.stringify(text));
  return text;
};
const problemOf = async (material: KeyMaterial, output: KeyOutput): Promise<unknown> => {
  const problem = await writeKey(aKey(material), output);
  assert.ok(typeof problem !== 'string' && problem.code === 'cannotWrite');
  return problem.facts.because;
};
const secret: KeyMaterial = { kty: 'oct', k: new Uint8Array(32) };

describe('writeKey', () => {
  for (const kind of [
    'RSA-2048',
    'P-256',
    'P-521',
    'secp256k1',
    'Ed25519',
    'Ed448',
    'X25519',
    'X448',
  ] as const)
    it(`writes PEM of ${kind} exactly as Node does`, async () => {
      const { publicKey, privateKey, material } = aPair(kind);
      const spki = await write(material, 'spkiPem');
      assert.equal(spki, publicKey.export({ type: 'spki', format: 'pem' }));
      const pkcs8 = await write(material, 'pkcs8Pem');
      assert.equal(pkcs8, privateKey.export({ type: 'pkcs8', format: 'pem' }));
      assert.ok(createPublicKey(spki).equals(publicKey) && createPrivateKey(pkcs8).equals(privateKey));
    });

  it('finds the factors of an RSA key that came without them', async () => {
    const { privateKey, material } = aPair('RSA-2048');
    assert.ok(material.kty === 'RSA' && material.private);
    const bare: KeyMaterial = { ...material, private: { d: material.private.d } };
    const read = createPrivateKey(await write(bare, 'pkcs8Pem'));
    assert.ok(read.equals(privateKey));
  });

  it('writes the comment of an SSH key on its one line', async () => {
    const text = await writeKey(
      aKey(aPair('Ed25519').material, { comment: 'me\nssh-rsa AAAA' }),
      'opensshPublic',
    );
    assert.match(text as string, /^ssh-ed25519 AAAA[\w+/]+={0,2} me ssh-rsa AAAA\n$/);
    for (const output of ['opensshPublic', 'opensshPrivate'] as const) {
      const written = await writeKey(aKey(aPair('P-256').material, { comment: 'me@here' }), output);
      const { keys } = await readKeys({ bytes: new TextEncoder().encode(written as string) });
      assert.equal(keys[0].labels.comment, 'me@here');
    }
  });

  it('never lets a private member into a public text', async () => {
    for (const kind of ['RSA-2048', 'P-256', 'Ed25519'] as const) {
      const { material } = aPair(kind);
      for (const output of ['publicJwk', 'publicJwkSet', 'spkiPem', 'opensshPublic'] as const)
        assert.equal(await write(material, output), await write(publicPart(material)!, output));
    }
  });

  it('writes a set of public halves, and leaves secrets out', () => {
    const text = writeJwkSet([aKey(aPair('P-256').material), aKey(secret), aKey(aPair('Ed25519').material)]);
    assert.ok(typeof text === 'string');
    const { keys } = JSON.parse(text) as { keys: Record<string, unknown>[] };
    assert.deepEqual(
      keys.map(({ kty, d, k }) => [kty, d, k]),
      [
        ['EC', undefined, undefined],
        ['OKP', undefined, undefined],
      ],
    );
  });

  it('says why a key has no such text', async () => {
    assert.equal(await problemOf(secret, 'spkiPem'), 'secret');
    assert.equal(await problemOf(secret, 'pkcs8Pem'), 'secret');
    assert.equal(await problemOf(secret, 'publicJwk'), 'secret');
    assert.equal(await problemOf(secret, 'publicJwkSet'), 'secret');
    assert.equal(await problemOf(secret, 'opensshPublic'), 'secret');
    const open = publicPart(aPair('P-256').material)!;
    for (const output of ['privateJwk', 'pkcs8Pem', 'opensshPrivate'] as const)
      assert.equal(await problemOf(open, output), 'publicOnly');
    for (const kind of ['secp256k1', 'X25519', 'Ed448'] as const)
      assert.equal(await problemOf(aPair(kind).material, 'opensshPublic'), 'keyType');
    const expanded: KeyMaterial = {
      kty: 'AKP',
      alg: 'ML-DSA-44',
      pub: new Uint8Array(1312),
      expanded: new Uint8Array(2560),
    };
    assert.equal(await problemOf(expanded, 'privateJwk'), 'noSeed');
  });
});

describe('writeSecret', () => {
  it('writes octets in each encoding', () => {
    const key = aKey({ kty: 'oct', k: Uint8Array.of(0x61, 0xc3, 0xbf) });
    assert.equal(writeSecret(key, 'utf8'), 'aÿ');
    assert.equal(writeSecret(key, 'hex'), '61c3bf');
    assert.equal(writeSecret(key, 'base64'), 'YcO/');
    assert.equal(writeSecret(key, 'base64url'), 'YcO_');
  });
  it('tells octets that are no text, and keys that are no secrets', () => {
    const problem = writeSecret(aKey({ kty: 'oct', k: Uint8Array.of(0xff) }), 'utf8');
    assert.ok(typeof problem !== 'string' && problem.code === 'secretEncoding');
    const other = writeSecret(aKey(aPair('P-256').material), 'hex');
    assert.ok(typeof other !== 'string' && isKeyProblem(other) && other.code === 'cannotWrite');
  });
});

describe('keyOutputs', () => {
  const open = ['publicJwk', 'publicJwkSet', 'spkiPem'];
  const half = (material: KeyMaterial): KeyMaterial => {
    const found = publicPart(material);
    assert.ok(found);
    return found;
  };
  const expanded = (seed?: Uint8Array<ArrayBuffer>): KeyMaterial => ({
    kty: 'AKP',
    alg: 'ML-DSA-44',
    pub: new Uint8Array(1312),
    ...(seed ? { seed } : { expanded: new Uint8Array(2560) }),
  });

  for (const [what, material, outputs] of [
    ['a secret', secret, ['privateJwk']],
    ...(['RSA-2048', 'P-256', 'P-521', 'Ed25519'] as const).flatMap((kind) => {
      const { material: whole } = aPair(kind);
      const all = [...open, 'opensshPublic', 'privateJwk', 'pkcs8Pem', 'opensshPrivate'];
      return [
        [kind, whole, all] as const,
        [`the public half of ${kind}`, half(whole), [...open, 'opensshPublic']] as const,
      ];
    }),
    ...(['secp256k1', 'Ed448', 'X25519'] as const).flatMap((kind) => {
      const { material: whole } = aPair(kind);
      return [
        [kind, whole, [...open, 'privateJwk', 'pkcs8Pem']] as const,
        [`the public half of ${kind}`, half(whole), open] as const,
      ];
    }),
    ['ML-DSA with its seed', expanded(new Uint8Array(32)), [...open, 'privateJwk', 'pkcs8Pem']],
    ['ML-DSA expanded', expanded(), [...open, 'pkcs8Pem']],
    ['the public half of ML-DSA', half(expanded()), open],
  ] as const)
    it(`offers ${outputs.join(', ')} for ${what}`, () => {
      assert.deepEqual(keyOutputs(aKey(material)), outputs);
    });

  it('names the format that cannot be written', async () => {
    for (const [material, output, facts] of [
      [secret, 'publicJwk', { format: 'JWK', because: 'secret' }],
      [secret, 'publicJwkSet', { format: 'JWK Set', because: 'secret' }],
      [half(aPair('P-256').material), 'privateJwk', { format: 'JWK', because: 'publicOnly' }],
      [expanded(), 'privateJwk', { format: 'JWK', because: 'noSeed' }],
    ] as const) {
      const problem = await writeKey(aKey(material), output);
      assert.ok(typeof problem !== 'string');
      assert.deepEqual(problem.facts, facts);
    }
  });
});
