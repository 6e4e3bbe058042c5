import assert from 'node:assert/strict';
import { toOctets } from '../../../../src/core/crypto/integers';
import { concatBytes, utf8Bytes, type Bytes } from '../../../../src/core/encoding/bytes';
import {
  derBits,
  derElement,
  derInteger,
  derNull,
  derOctets,
  derOid,
  derSequence,
} from '../../../../src/core/encoding/derWriter';
import { curves } from '../../../../src/core/keys/curve/curves';
import { readKeys } from '../../../../src/core/keys/readKeys';
import { aPair } from '../../../support/keyMaterial';
import { read, spkiOf, told } from './derFiles';

const ecOid = derOid('1.2.840.10045.2.1');
const pointOf = (kind: 'P-256' | 'P-384' | 'P-521' | 'secp256k1'): Bytes => {
  const { material } = aPair(kind);
  assert.ok(material.kty === 'EC');
  return concatBytes(Uint8Array.of(4), material.x, material.y);
};

interface Explicit {
  readonly field: Bytes;
  readonly a: Bytes;
  readonly b: Bytes;
  readonly base: Bytes;
  readonly n: Bytes;
}
function explicitOf(crv: string): Explicit {
  const { width, equation } = curves.get(crv) ?? {};
  assert.ok(width !== undefined && equation);
  const { p, a, b, gx, gy, n } = equation;
  const octets = (value: bigint): Bytes => toOctets(value, width);
  return {
    field: derSequence(derOid('1.2.840.10045.1.1'), derInteger(octets(p))),
    a: octets((a + p) % p),
    b: octets(b),
    base: concatBytes(Uint8Array.of(4), octets(gx), octets(gy)),
    n: octets(n),
  };
}
const explicitKey = ({ field, a, b, base, n }: Explicit, point: Bytes): Bytes =>
  derSequence(
    derSequence(
      ecOid,
      derSequence(
        derInteger(1),
        field,
        derSequence(derOctets(a), derOctets(b)),
        derOctets(base),
        derInteger(n),
        derInteger(1),
      ),
    ),
    derBits(point),
  );

describe('a curve that is spelled out', () => {
  for (const crv of ['P-256', 'P-384', 'P-521', 'secp256k1'] as const) {
    const right = explicitOf(crv);
    const width = (right.base.length - 1) / 2;
    const isOdd = (right.base.at(-1) ?? 0) & 1;
    const compressed = (form: number): Bytes =>
      concatBytes(Uint8Array.of(form), right.base.slice(1, 1 + width));

    it(`is known by its numbers: ${crv}, its generator whole or compressed`, async () => {
      for (const base of [right.base, compressed(2 + isOdd)]) {
        const { keys } = await read(explicitKey({ ...right, base }, pointOf(crv)));
        assert.deepEqual(keys[0]?.material, (await read(spkiOf(crv))).keys[0]?.material);
      }
    });

    it(`is refused where any of its numbers is another: ${crv}`, async () => {
      const flip = (octets: Bytes, at = octets.length - 1): Bytes =>
        octets.map((octet, index) => (index === at ? octet ^ 1 : octet));
      const wrong: readonly Partial<Explicit>[] = [
        { field: derSequence(derOid('1.2.840.10045.1.1'), derInteger(23)) },
        { a: flip(right.a) },
        { b: flip(right.b) },
        { n: flip(right.n) },
        { base: flip(right.base) },
        { base: flip(right.base, 1) },
        { base: compressed(3 - isOdd) },
        { base: concatBytes(compressed(2 + isOdd), Uint8Array.of(0)) },
        { base: right.base.slice(0, -1) },
        { base: concatBytes(right.base, Uint8Array.of(0)) },
        { base: compressed(4) },
        { base: new Uint8Array() },
      ];
      for (const change of wrong)
        assert.equal(
          await told(explicitKey({ ...right, ...change }, pointOf(crv))),
          'unsupportedCurve explicit',
        );
      const binary = derSequence(derOid('1.2.840.10045.1.2'), derInteger(23));
      assert.equal(
        await told(explicitKey({ ...right, field: binary }, pointOf(crv))),
        'unsupportedCurve explicit, binary field',
      );
    });
  }

  const named = (parameters: Bytes): Bytes =>
    derSequence(derSequence(ecOid, parameters), derBits(pointOf('P-256')));
  for (const [what, bytes, said] of [
    ['the name of another curve', named(derOid('1.3.36.3.3.2.8.1.1.7')), 'unsupportedCurve brainpoolP256r1'],
    ['a name nobody knows', named(derOid('1.2.3.4')), 'unsupportedCurve 1.2.3.4'],
    ['the name of a curve without an equation', named(derOid('1.3.101.112')), 'unsupportedCurve 1.3.101.112'],
    ['something else', named(derInteger(1)), 'unsupportedCurve implicit'],
    ['nothing', named(derNull()), 'damaged spki'],
    ['no parameters', named(new Uint8Array()), 'damaged spki'],
  ] as const)
    it(`is told apart from ${what}`, async () => {
      assert.equal(await told(bytes), said);
    });
});

describe('an EC private key (SEC 1)', () => {
  const { material } = aPair('P-256');
  assert.ok(material.kty === 'EC' && material.d);
  const d = material.d;
  const curve = derElement(0xa0, derOid('1.2.840.10045.3.1.7'));
  const point = derElement(0xa1, derBits(pointOf('P-256')));
  const block = (label: string, octets: Bytes): string =>
    `-----BEGIN ${label}-----\n${Buffer.from(octets).toString('base64')}\n-----END ${label}-----\n`;

  for (const [what, bytes, said] of [
    ['its curve and its public half', derSequence(derInteger(1), derOctets(d), curve, point), '1 keys'],
    ['its curve alone', derSequence(derInteger(1), derOctets(d), curve), '1 keys'],
    ['no curve', derSequence(derInteger(1), derOctets(d), point), 'damaged sec1'],
    ['another version', derSequence(derInteger(2), derOctets(d), curve, point), 'damaged sec1'],
    ['a secret of nothing', derSequence(derInteger(1), derOctets(new Uint8Array(32)), curve), 'damaged sec1'],
    [
      'the public half of another',
      derSequence(derInteger(1), derOctets(d.map((octet) => octet ^ 1)), curve, point),
      'inconsistent sec1',
    ],
  ] as const)
    it(`with ${what}: ${said}`, async () => {
      const found = await read(bytes);
      assert.equal(await told(bytes), said);
      if (found.keys.length > 0) assert.deepEqual(found.keys, [{ material, labels: {}, format: 'sec1' }]);
    });

  it('takes its curve from the block of parameters before it', async () => {
    const text =
      block('EC PARAMETERS', derOid('1.2.840.10045.3.1.7')) +
      block('EC PRIVATE KEY', derSequence(derInteger(1), derOctets(d)));
    const { keys } = await readKeys({ bytes: utf8Bytes(text) });
    assert.deepEqual(
      keys.map((key) => key.material),
      [material],
    );
  });
});

describe('a private key (PKCS#8)', () => {
  const { material } = aPair('Ed25519');
  assert.ok(material.kty === 'OKP' && material.d);
  const { d, x } = material;
  const identifier = derSequence(derOid('1.3.101.112'));
  const key = (version: number, ...more: readonly Bytes[]): Bytes =>
    derSequence(derInteger(version), identifier, derOctets(derOctets(d)), ...more);
  const attributes = derElement(0xa0, derSequence(derOid('1.2.3'), derElement(0x31, derNull())));
  const primitive = (octets: Bytes): Bytes => derElement(0x81, Uint8Array.of(0), octets);
  const constructed = (octets: Bytes): Bytes => derElement(0xa1, derBits(octets));
  const other = x.map((octet) => octet ^ 1);

  for (const [what, bytes, said] of [
    ['nothing besides', key(0), '1 keys'],
    ['attributes', key(0, attributes), '1 keys'],
    ['its public half', key(1, primitive(x)), '1 keys'],
    ['its public half as a whole bit string', key(1, constructed(x)), '1 keys'],
    ['attributes and its public half', key(1, attributes, primitive(x)), '1 keys'],
    ['the public half of another', key(1, primitive(other)), 'inconsistent pkcs8'],
    ['the public half of another as a whole bit string', key(1, constructed(other)), 'inconsistent pkcs8'],
    ['a version of the future', key(2), 'unsupportedVersion pkcs8 2'],
    [
      'a secret too short',
      derSequence(derInteger(0), identifier, derOctets(derOctets(d.slice(1)))),
      'damaged pkcs8',
    ],
    [
      'an algorithm of others',
      derSequence(derInteger(0), derSequence(derOid('1.2.840.10040.4.1')), derOctets(d)),
      'unsupportedAlgorithm DSA',
    ],
    [
      'an algorithm nobody knows',
      derSequence(derInteger(0), derSequence(derOid('1.2.3.4')), derOctets(d)),
      'unsupportedAlgorithm 1.2.3.4',
    ],
    [
      'a hash-based algorithm',
      derSequence(derInteger(0), derSequence(derOid('2.16.840.1.101.3.4.3.24')), derOctets(d)),
      'unsupportedAlgorithm SLH-DSA',
    ],
  ] as const)
    it(`with ${what}: ${said}`, async () => {
      assert.equal(await told(bytes), said);
      if (said === '1 keys')
        assert.deepEqual((await read(bytes)).keys, [{ material, labels: {}, format: 'pkcs8' }]);
    });
});

describe('an RSA key for PSS alone', () => {
  const { material } = aPair('RSA-1024');
  assert.ok(material.kty === 'RSA');
  const { n, e } = material;
  const key = (...parameters: readonly Bytes[]): Bytes =>
    derSequence(
      derSequence(derOid('1.2.840.113549.1.1.10'), ...parameters),
      derBits(derSequence(derInteger(n), derInteger(e))),
    );
  const hash = (oid: string): Bytes => derSequence(derElement(0xa0, derSequence(derOid(oid))));
  for (const [what, bytes, alg] of [
    ['any hash', key(), undefined],
    ['any hash, in so many words', key(derNull()), undefined],
    ['SHA-256', key(hash('2.16.840.1.101.3.4.2.1')), 'PS256'],
    ['SHA-384', key(hash('2.16.840.1.101.3.4.2.2')), 'PS384'],
    ['SHA-512', key(hash('2.16.840.1.101.3.4.2.3')), 'PS512'],
  ] as const)
    it(`is bound to ${what}: ${alg ?? 'no algorithm'}`, async () => {
      const { keys } = await read(bytes);
      assert.deepEqual(
        keys.map(({ labels }) => labels),
        [alg === undefined ? {} : { alg }],
      );
    });

  it('is of no use with a hash that no algorithm has', async () => {
    for (const bytes of [key(derSequence()), key(hash('1.3.14.3.2.26')), key(hash('1.2.3'))])
      assert.equal(await told(bytes), 'unsupportedAlgorithm RSASSA-PSS with another hash');
  });
});

describe('DER by its shape', () => {
  const numbers = (count: number): Bytes =>
    derSequence(...Array.from({ length: count }, () => derInteger(7)));
  for (const [what, bytes, said] of [
    ['six numbers', numbers(6), 'unsupportedAlgorithm DSA'],
    ['three numbers', numbers(3), 'damaged pkcs1-public'],
    ['eight numbers', numbers(8), 'damaged pkcs1-public'],
    [
      'a key and line ends and zeros behind it',
      concatBytes(spkiOf('P-256'), Uint8Array.of(0, 10, 13, 32)),
      '1 keys',
    ],
  ] as const)
    it(`tells ${what}: ${said}`, async () => {
      const found = await told(bytes);
      assert.equal(found, said);
    });

  it('takes nothing for a key that has more behind it', async () => {
    for (const more of [1, 9, 11, 14, 31, 33])
      assert.notEqual(await told(concatBytes(spkiOf('P-256'), Uint8Array.of(more))), '1 keys');
  });
});
