import assert from 'node:assert/strict';
import type { JsonWebKey } from 'node:crypto';
import { hasPrivate, publicPart, readJwk, readJwkSet, toJwk } from '../../../src/core/keys/jwk';
import type { Key } from '../../../src/core/keys/key';
import { isKeyProblem, type KeyProblemCode } from '../../../src/core/keys/keyProblem';
import { aPair } from '../../support/keyMaterial';

const read = (jwk: unknown): Key => {
  const key = readJwk(jwk);
  assert.ok(!isKeyProblem(key), JSON.stringify(key));
  return key;
};
const made = (kind: Parameters<typeof aPair>[0]): JsonWebKey =>
  aPair(kind).privateKey.export({ format: 'jwk' });
const rsa = made('RSA-2048');
const p256 = made('P-256');
const ed25519 = made('Ed25519');

describe('readJwk', () => {
  const pairs: Record<string, JsonWebKey> = {
    'RSA 2048': rsa,
    'P-256': p256,
    'P-384': made('P-384'),
    'P-521': made('P-521'),
    secp256k1: made('secp256k1'),
    Ed25519: ed25519,
    Ed448: made('Ed448'),
    X25519: made('X25519'),
    X448: made('X448'),
  };
  for (const [name, jwk] of Object.entries(pairs)) {
    it(`reads a private ${name} key and writes it as it was`, () => {
      const key = read(jwk);
      assert.ok(hasPrivate(key.material));
      assert.deepEqual(sorted(toJwk(key, { private: true })), sorted(jwk));
    });
    it(`gives the public half of a ${name} key without a private member`, () => {
      const key = read(jwk);
      const half = publicPart(key.material);
      assert.ok(half && !hasPrivate(half));
      const written = toJwk(key, { private: false });
      for (const name of ['d', 'p', 'q', 'dp', 'dq', 'qi']) assert.ok(!(name in written), name);
      assert.deepEqual(read(written).material, half);
    });
  }

  it('reads a secret, and finds no public half in it', () => {
    const key = read({
      kty: 'oct',
      k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
    });
    assert.ok(key.material.kty === 'oct' && key.material.k.length === 64);
    assert.ok(hasPrivate(key.material));
    assert.equal(publicPart(key.material), undefined);
    assert.ok(!('k' in toJwk(key, { private: false })));
  });

  it('keeps labels of the right type and passes over the others', () => {
    const key = read({ ...p256, kid: 'one', use: 5, alg: 'ES256', key_ops: ['sign', 1], x5t: 'abc' });
    assert.deepEqual(key.labels, { kid: 'one', alg: 'ES256', x5t: 'abc' });
  });

  it('keeps all labels there are, and writes those a JWK has', () => {
    const labels = { kid: 'one', alg: 'ES256', use: 'sig', x5t: 'abc', 'x5t#S256': 'def' };
    const key = read({ ...p256, ...labels, key_ops: ['sign', 'verify'] });
    assert.deepEqual(key.labels, { ...labels, keyOps: ['sign', 'verify'] });
    const { kid, alg, use } = labels;
    const all = { kid, alg, use, key_ops: ['sign', 'verify'] };
    assert.deepEqual(sorted(toJwk(key, { private: true })), sorted({ ...p256, ...all }));
    // What the private half may do is not said of the public one; a public key keeps what it may.
    const { d, ...half } = p256;
    assert.ok(d);
    assert.deepEqual(sorted(toJwk(key, { private: false })), sorted({ ...half, kid, alg, use }));
    const publicKey = read({ ...half, key_ops: ['verify'] });
    assert.deepEqual(sorted(toJwk(publicKey, { private: false })), sorted({ ...half, key_ops: ['verify'] }));
    assert.deepEqual(read({ kty: 'oct', k: 'AAAA' }).labels, {});
  });

  it('reads ML-DSA by its seed or its public half, and names its algorithm once', () => {
    const pub = Buffer.alloc(1312, 7).toString('base64url');
    const priv = Buffer.alloc(32, 9).toString('base64url');
    const half = { kty: 'AKP', alg: 'ML-DSA-44', pub };
    const publicKey = read(half);
    assert.equal(hasPrivate(publicKey.material), false);
    assert.deepEqual(sorted(toJwk(publicKey, { private: true })), sorted(half));
    const key = read({ ...half, priv });
    assert.ok(key.material.kty === 'AKP' && key.material.seed?.length === 32);
    assert.ok(hasPrivate(key.material));
    assert.deepEqual(publicPart(key.material), publicKey.material);
    assert.deepEqual(sorted(toJwk(key, { private: true })), sorted({ ...half, priv }));
    assert.deepEqual(sorted(toJwk(key, { private: false })), sorted(half));
    const short = readJwk({ ...half, priv: 'AAAA' });
    assert.ok(isKeyProblem(short) && short.code === 'jwkMemberWidth');
  });

  it('tells what was found, and what should be there', () => {
    for (const [jwk, facts] of [
      [null, { found: 'null' }],
      [[], { found: 'array' }],
      ['text', { found: 'string' }],
      [{ hello: 'world' }, { found: 'object' }],
      [{ kty: 5 }, { name: 'kty', expected: 'string', found: 'number' }],
      [{ kty: 'FOO' }, { kty: 'FOO' }],
      [
        { kty: 'oct', k: 5 },
        { name: 'k', expected: 'string', found: 'number' },
      ],
      [{ kty: 'RSA', e: 'AQAB' }, { name: 'n' }],
      [
        { ...p256, crv: 'P-192' },
        { kty: 'EC', crv: 'P-192' },
      ],
      [
        { ...p256, kty: 'OKP' },
        { kty: 'OKP', crv: 'P-256' },
      ],
      [{ ...p256, y: undefined }, { name: 'y' }],
      [{ ...p256, x: p256.y, y: p256.x }, { crv: 'P-256' }],
    ] as const) {
      const problem = readJwk(jwk);
      assert.ok(isKeyProblem(problem));
      assert.deepEqual({ ...problem.facts }, { ...problem.facts, ...facts });
    }
  });

  it('trims leading zeros of RSA numbers', () => {
    const padded = Buffer.concat([Buffer.alloc(2), Buffer.from(rsa.n!, 'base64url')]).toString('base64url');
    assert.deepEqual(read({ ...rsa, n: padded }).material, read(rsa).material);
  });

  it('reads RSA keys that have d and none of the factors', () => {
    const { kty, n, e, d } = rsa;
    assert.ok(hasPrivate(read({ kty, n, e, d }).material));
  });

  const refused: [what: string, jwk: unknown, code: KeyProblemCode][] = [
    ['null', null, 'jsonNotAKey'],
    ['an array', [], 'jsonNotAKey'],
    ['an object without kty', { hello: 'world' }, 'jsonNotAKey'],
    ['kty that is a number', { kty: 5 }, 'jwkMemberType'],
    ['an unknown kty', { kty: 'FOO' }, 'jwkUnknownKeyType'],
    ['kty in the wrong case', { kty: 'OCT', k: 'AAAA' }, 'jwkUnknownKeyType'],
    ['a member name of every object as kty', { kty: 'constructor' }, 'jwkUnknownKeyType'],
    ['RSA without n', { kty: 'RSA', e: 'AQAB' }, 'jwkMissingMember'],
    ['RSA with p and without q', { ...rsa, q: undefined }, 'jwkMissingMember'],
    ['RSA with more than two primes', { ...rsa, oth: [] }, 'multiPrime'],
    ['an even exponent', { ...rsa, e: 'AA' }, 'damaged'],
    ['an even modulus', { kty: 'RSA', n: 'AAAAAAAA', e: 'AQAB' }, 'damaged'],
    [
      'a modulus of 100,000 bits',
      { kty: 'RSA', n: Buffer.alloc(12500, 255).toString('base64url'), e: 'AQAB' },
      'rsaTooLarge',
    ],
    ['padded base64url', { kty: 'oct', k: 'AAA=' }, 'jwkNotBase64url'],
    ['the standard alphabet', { kty: 'oct', k: '//79' }, 'jwkNotBase64url'],
    ['a secret that is a number', { kty: 'oct', k: 5 }, 'jwkMemberType'],
    ['an unknown curve', { ...p256, crv: 'P-192' }, 'jwkUnknownCurve'],
    ['an EC curve under OKP', { ...p256, kty: 'OKP' }, 'jwkUnknownCurve'],
    ['EC without crv', { ...p256, crv: undefined }, 'jwkMissingMember'],
    ['coordinates of another curve', { ...p256, crv: 'P-384' }, 'jwkMemberWidth'],
    ['coordinates that are no point', { ...p256, x: p256.y, y: p256.x }, 'notOnCurve'],
    ['a short d', { ...p256, d: 'AQ' }, 'jwkMemberWidth'],
    ['OKP without x', { kty: 'OKP', crv: 'Ed25519' }, 'jwkMissingMember'],
    ['a long x', { ...ed25519, x: Buffer.alloc(33).toString('base64url') }, 'jwkMemberWidth'],
    ['AKP without alg', { kty: 'AKP', pub: 'AAAA' }, 'jwkMissingMember'],
    ['AKP of an unknown algorithm', { kty: 'AKP', alg: 'ML-DSA-1', pub: 'AAAA' }, 'jwkUnknownAlgorithm'],
    ['AKP of the wrong size', { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AAAA' }, 'jwkMemberWidth'],
  ];
  for (const [what, jwk, code] of refused)
    it(`refuses ${what}`, () => {
      const problem = readJwk(jwk);
      assert.ok(isKeyProblem(problem));
      assert.equal(problem.code, code);
    });

  it('cuts long texts of the file in what it tells', () => {
    const problem = readJwk({ kty: 'A'.repeat(10_000) });
    assert.ok(isKeyProblem(problem) && problem.code === 'jwkUnknownKeyType');
    assert.equal(problem.facts.kty.length, 60);
  });
});

describe('readJwkSet', () => {
  it('reads the keys and tells what it passed over', () => {
    const { keys, problems } = readJwkSet({ keys: [p256, { kty: 'FOO' }, rsa] });
    assert.deepEqual(
      keys.map((key) => key.material.kty),
      ['EC', 'RSA'],
    );
    assert.deepEqual(
      problems.map((problem) => problem.code),
      ['jwkUnknownKeyType'],
    );
  });
  const refused: [what: string, set: unknown, code: KeyProblemCode][] = [
    ['an empty set', { keys: [] }, 'emptyKeySet'],
    ['a set whose keys are null', { keys: null }, 'jwkMemberType'],
    ['an object without keys', {}, 'jsonNotAKey'],
    ['a text', 'keys', 'jsonNotAKey'],
  ];
  for (const [what, set, code] of refused)
    it(`finds nothing in ${what}`, () => {
      const { keys, problems } = readJwkSet(set);
      assert.equal(keys.length, 0);
      assert.equal(problems[0]?.code, code);
    });
  it('stops at a thousand keys and says so', () => {
    const { keys, problems } = readJwkSet({ keys: Array.from({ length: 1200 }, () => ed25519) });
    assert.equal(keys.length, 1000);
    assert.equal(problems[0]?.code, 'tooMany');
    assert.deepEqual(problems[0].facts, { count: 1200, limit: 1000 });
    const all = readJwkSet({ keys: Array.from({ length: 1000 }, () => ed25519) });
    assert.deepEqual([all.keys.length, all.problems], [1000, []]);
  });
  it('tells what stands in the place of keys', () => {
    assert.deepEqual(readJwkSet({ keys: {} }).problems[0]?.facts, {
      name: 'keys',
      expected: 'array',
      found: 'object',
    });
    assert.deepEqual(readJwkSet([]).problems[0]?.facts, { found: 'array' });
  });
});

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
