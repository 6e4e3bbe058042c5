import assert from 'node:assert/strict';
import { isRaised } from '../../../src/core/pyjwt/exceptions';
import { isLoadedKey } from '../../../src/core/pyjwt/prepareKey';
import { PyJwk } from '../../../src/core/pyjwt/pyJwk';
import { PyJwkSet } from '../../../src/core/pyjwt/pyJwkSet';
import type { PythonValue } from '../../../src/core/pyjwt/python/pythonValue';
import { aPair } from '../../support/keyMaterial';
import { dict, py, raised, value } from './pyjwtCalls';
import { jwkOf, type Kind } from './pyjwtKeys';

const oct = { kty: 'oct', k: 'MDEyMzQ1Njc4OWFiY2RlZg' };

/** The algorithm the key is bound to, or the exception. */
function bound(jwk: PythonValue, algorithm?: PythonValue): string {
  const key = PyJwk.from(jwk, algorithm);
  return isRaised(key) ? raised(key) : key.algorithm.name;
}

const without = (kind: Kind, half: 'public' | 'private', ...names: string[]): PythonValue =>
  new Map([...jwkOf(kind, half)].filter(([name]) => !names.includes(name)));

describe('PyJwk', () => {
  for (const [kind, name] of [
    ['RSA-2048', 'RS256'],
    ['P-256', 'ES256'],
    ['P-384', 'ES384'],
    ['P-521', 'ES512'],
    ['secp256k1', 'ES256K'],
    ['Ed25519', 'EdDSA'],
  ] as const)
    it(`takes ${name} for ${kind} where nothing is named, and reads both halves`, () => {
      assert.equal(bound(jwkOf(kind, 'public')), name);
      assert.equal(bound(jwkOf(kind, 'private')), name);
      const key = value(PyJwk.from(jwkOf(kind, 'private'))).key;
      assert.ok(isLoadedKey(key) && key.isPrivate);
      assert.deepEqual(key.material, aPair(kind).material);
      const half = value(PyJwk.from(jwkOf(kind, 'public'))).key;
      assert.ok(isLoadedKey(half) && !half.isPrivate);
    });

  for (const [kind, half, name] of [
    ['RSA-2048', 'public', 'n'],
    ['RSA-2048', 'public', 'e'],
    ['RSA-2048', 'private', 'd'],
    ['RSA-2048', 'private', 'qi'],
    ['P-256', 'public', 'x'],
    ['P-256', 'public', 'y'],
    ['P-256', 'private', 'd'],
    ['Ed25519', 'public', 'x'],
  ] as const)
    it(`takes text alone for ${name} of ${kind}`, () => {
      const withMember = (member: PythonValue): string =>
        bound(new Map([...jwkOf(kind, half), [name, member]]));
      const unusable = 'InvalidKeyError: Unable to construct key from JWK: ';
      assert.equal(withMember(5n), `${unusable}Expected a string or bytes value`);
      assert.ok(withMember('\ud800').startsWith(`${unusable}'utf-8' codec can't encode`));
    });

  for (const [jwk, argument, says] of [
    [oct, undefined, 'HS256'],
    [{ ...oct, alg: 'HS512' }, undefined, 'HS512'],
    [{ ...oct, alg: 'HS512' }, 'HS384', 'HS384'],
    [{ ...oct, alg: null }, undefined, 'HS256'],
    [{ ...oct, alg: '' }, '', 'HS256'],
    [{ ...oct, alg: 'RSA-OAEP' }, undefined, 'PyJWKError: Unable to find an algorithm for key: {…}'],
    [{ ...oct, alg: 5 }, undefined, 'PyJWKError: Unable to find an algorithm for key: {…}'],
    [{ ...oct, alg: ['HS256'] }, undefined, "TypeError: unhashable type: 'list'"],
    [{ ...oct, alg: 'none' }, undefined, 'NotImplementedError: '],
    [{}, undefined, 'InvalidKeyError: kty is not found: {…}'],
    [{ kty: '' }, 'HS256', 'InvalidKeyError: kty is not found: {…}'],
    [{ kty: 'OCT', k: 'AAAA' }, undefined, 'InvalidKeyError: Unsupported kty: OCT'],
    [{ kty: 5 }, undefined, 'InvalidKeyError: Unsupported kty: 5'],
    [{ kty: 'OKP' }, undefined, 'InvalidKeyError: crv is not found: {…}'],
    [{ kty: 'OKP', crv: 'Ed448' }, undefined, 'InvalidKeyError: Unsupported crv: Ed448'],
    [{ kty: 'EC', crv: 'P-224' }, undefined, 'InvalidKeyError: Unsupported crv: P-224'],
    [{ kty: 'EC', crv: ['P-256'] }, undefined, "InvalidKeyError: Unsupported crv: ['P-256']"],
    [oct, 'RS256', 'InvalidKeyError: Not an RSA key'],
    [oct, 'ES256', 'InvalidKeyError: Not an Elliptic curve key'],
    [oct, 'EdDSA', 'InvalidKeyError: Not an Octet Key Pair'],
    [{ kty: 'RSA' }, 'HS256', 'InvalidKeyError: Not an HMAC key'],
    [{ kty: 'oct' }, undefined, 'KeyError: k'],
    [{ kty: 'oct', k: '' }, undefined, 'InvalidKeyError: HMAC key must not be empty.'],
    [{ kty: 'oct', k: '!' }, undefined, 'InvalidKeyError: HMAC key must not be empty.'],
    [
      { kty: 'oct', k: null },
      undefined,
      'InvalidKeyError: Unable to construct key from JWK: Expected a string or bytes value',
    ],
    [{ kty: 'oct', k: '+/+/' }, undefined, 'HS256'],
    [{ kty: 'RSA' }, undefined, 'InvalidKeyError: Not a public or private key'],
    [
      { kty: 'RSA', n: 'AQAB', e: 'Ag' },
      undefined,
      'InvalidKeyError: Unable to construct key from JWK: e must be >= 3 and < n.',
    ],
    [
      { kty: 'RSA', n: 'AQAB', e: 'BA' },
      undefined,
      'InvalidKeyError: Unable to construct key from JWK: e must be odd.',
    ],
    [
      { kty: 'RSA', n: 'Ag', e: 'Aw' },
      undefined,
      'InvalidKeyError: Unable to construct key from JWK: n must be >= 3.',
    ],
    [{ kty: 'EC', crv: 'P-256', x: 'AAAA' }, undefined, 'InvalidKeyError: Not an Elliptic curve key'],
    [
      { kty: 'EC', crv: 'P-384', x: 'AAAA', y: 'AAAA' },
      undefined,
      'InvalidKeyError: Coords should be 48 bytes for curve P-384',
    ],
    [{ kty: 'EC', crv: 'P-999', x: 'AAAA', y: 'AAAA' }, 'ES256', 'InvalidKeyError: Invalid curve: P-999'],
    [{ kty: 'EC', x: 'AAAA', y: 'AAAA' }, undefined, 'InvalidKeyError: Invalid curve: None'],
    [{ kty: 'OKP', crv: 'X25519', x: 'AAAA' }, 'EdDSA', 'InvalidKeyError: Invalid curve: X25519'],
    [{ kty: 'OKP', crv: 'Ed25519' }, undefined, 'InvalidKeyError: OKP should have "x" parameter'],
    [{ kty: 'OKP', crv: 'Ed25519', x: 'AAAA' }, undefined, 'InvalidKeyError: Invalid key parameter'],
    [
      { kty: 'OKP', crv: 'Ed25519', x: 'A' },
      undefined,
      'InvalidKeyError: Unable to construct key from JWK: Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4',
    ],
  ] as const)
    it(`says ${says} of ${JSON.stringify(jwk)}`, () => {
      assert.equal(bound(dict(jwk), argument), says);
    });

  for (const [jwk, says] of [
    [without('RSA-2048', 'private', 'q'), 'RSA key must include all parameters if any are present besides d'],
    [jwkOf('RSA-2048', 'private', { oth: [] }), 'Unsupported RSA private key: > 2 primes not supported'],
    [without('RSA-2048', 'private', 'n'), 'Not a public or private key'],
    [jwkOf('RSA-2048', 'private', { d: 'Aw' }), 'Unable to construct key from JWK: Invalid private key'],
    [jwkOf('RSA-2048', 'private', { dp: 'Ag' }), 'Unable to construct key from JWK: dmp1 must be odd.'],
    [jwkOf('RSA-2048', 'private', { p: 'Aw' }), 'Unable to construct key from JWK: p*q must equal modulus.'],
    [
      new Map([
        ...(without('RSA-2048', 'private', 'p', 'q', 'dp', 'dq', 'qi') as Map<string, PythonValue>),
        ['d', 'Aw'],
      ]),
      'Unable to construct key from JWK: Unable to compute factors p and q from exponent d.',
    ],
    [
      jwkOf('P-256', 'public', { x: jwkOf('P-256', 'public').get('y') }),
      'Unable to construct key from JWK: Invalid EC key.',
    ],
    [jwkOf('P-256', 'private', { d: 'AAAA' }), "('D should be {} bytes for curve {}', 32, 'P-256')"],
    [
      jwkOf('P-256', 'private', { d: jwkOf('P-256', 'public').get('y') }),
      'Unable to construct key from JWK: Invalid EC key.',
    ],
    ...['A'.repeat(43), '_____wAAAAD__________7zm-q2nF56E87nKwvxjJVE'].map(
      (d) => [jwkOf('P-256', 'private', { d }), 'Unable to construct key from JWK: Invalid EC key.'] as const,
    ),
    [
      jwkOf('P-256', 'private', { d: null }),
      'Unable to construct key from JWK: Expected a string or bytes value',
    ],
    [
      jwkOf('Ed25519', 'private', { d: jwkOf('Ed25519', 'public').get('x') }),
      'Public key does not match private key',
    ],
    [jwkOf('Ed25519', 'private', { d: 'AAAA' }), 'Invalid key parameter'],
    [jwkOf('Ed25519', 'private', { d: 'A' }), 'Invalid key parameter'],
    [
      jwkOf('Ed25519', 'private', { d: 5 }),
      'Unable to construct key from JWK: Expected a string or bytes value',
    ],
  ] as const)
    it(`refuses a JWK with the words: ${says}`, () => {
      assert.equal(bound(jwk), `InvalidKeyError: ${says}`);
    });

  it('finds the factors of an RSA key from d alone', () => {
    const key = value(PyJwk.from(without('RSA-2048', 'private', 'p', 'q', 'dp', 'dq', 'qi'))).key;
    assert.ok(isLoadedKey(key) && key.material?.kty === 'RSA');
    const { crt } = key.material.private ?? {};
    const { material } = aPair('RSA-2048');
    assert.ok(crt && material.kty === 'RSA');
    const factors = [material.private?.crt?.p, material.private?.crt?.q].map((each) =>
      Buffer.from(each!).toString('hex'),
    );
    assert.deepEqual(
      [crt.p, crt.q].map((each) => Buffer.from(each).toString('hex')),
      factors.sort().reverse(),
    );
  });

  it('reads members through foreign characters, and tells what the JWK says of itself', () => {
    const key = value(PyJwk.from(dict({ ...oct, k: ' Y W I = ', kid: 5, use: 'enc' })));
    assert.deepEqual(key.key, Uint8Array.of(0x61, 0x62));
    assert.deepEqual([key.keyId, key.keyType, key.publicKeyUse, key.member('x')], [5n, 'oct', 'enc', null]);
  });

  it('raises what Python raises for what is no dict', () => {
    assert.equal(bound('x'), "AttributeError: 'str' object has no attribute 'get'");
    assert.equal(bound(null), "AttributeError: 'NoneType' object has no attribute 'get'");
  });
});

describe('PyJwkSet', () => {
  const set = (...keys: unknown[]): ReturnType<typeof PyJwkSet.fromDict> => PyJwkSet.fromDict(dict({ keys }));

  it('passes over members that are no keys', () => {
    const keys = value(
      set(5, null, {}, { kty: 'oct', k: '' }, { ...oct, kid: 'a' }, { ...oct, alg: 'x' }, oct),
    ).keys;
    assert.deepEqual(
      keys.map(({ keyId }) => keyId),
      ['a', null],
    );
  });

  it('finds the first key of a kid, of any type', () => {
    const keys = value(
      set({ ...oct, kid: 'a', alg: 'HS256' }, { ...oct, kid: 'a', alg: 'HS512' }, { ...oct, kid: 1 }, oct),
    );
    assert.equal(value(keys.find('a')).algorithm.name, 'HS256');
    assert.equal(value(keys.find(true)).keyId, 1n);
    assert.equal(value(keys.find(null)).keyId, null);
    assert.equal(raised(keys.find('b')), 'KeyError: keyset has no key for kid: b');
  });

  for (const [json, says] of [
    [{}, 'PyJWKSetError: The JWK Set did not contain any keys'],
    [{ keys: [] }, 'PyJWKSetError: The JWK Set did not contain any keys'],
    [{ keys: null }, 'PyJWKSetError: The JWK Set did not contain any keys'],
    [{ keys: { a: oct } }, 'PyJWKSetError: Invalid JWK Set value'],
    [
      { keys: [{ kty: 'x' }] },
      "PyJWKSetError: The JWK Set did not contain any usable keys. Perhaps 'cryptography' is not installed?",
    ],
    [{ keys: [oct, { kty: 'oct' }] }, 'KeyError: k'],
    [{ keys: [oct, { ...oct, alg: 'none' }] }, 'NotImplementedError: '],
    [[oct], "AttributeError: 'list' object has no attribute 'get'"],
  ] as const)
    it(`says ${says} of ${JSON.stringify(json)}`, () => {
      assert.equal(raised(PyJwkSet.fromDict(py(json))), says);
      assert.equal(raised(PyJwkSet.fromJson(JSON.stringify(json))), says);
    });

  it('raises what the JSON reader raises', () => {
    assert.match(raised(PyJwkSet.fromJson('{')), /^JSONDecodeError/);
    assert.equal(value(PyJwkSet.fromJson(Buffer.from(JSON.stringify({ keys: [oct] })))).keys.length, 1);
  });
});
