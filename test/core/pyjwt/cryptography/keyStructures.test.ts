import assert from 'node:assert/strict';
import { concatBytes } from '../../../../src/core/encoding/bytes';
import { isDerCertificate, loadDerPublicKey } from '../../../../src/core/pyjwt/cryptography/derKeys';
import {
  ecPrivateKey,
  dsaPrivateKey,
  encryptedPrivateKeyInfo,
  privateKeyInfo,
  rsaPrivateKey,
  rsaPublicKey,
  subjectPublicKeyInfo,
  type KeyStructure,
} from '../../../../src/core/pyjwt/cryptography/keyStructures';
import { className, type LoadedKey } from '../../../../src/core/pyjwt/cryptography/loadedKey';
import {
  checkedPublicRsaKey,
  recoverRsaNumbers,
  rsaKeySize,
} from '../../../../src/core/pyjwt/cryptography/rsaKeys';
import { attempt } from '../../../../src/core/pyjwt/cryptography/unreadable';
import { isRaised } from '../../../../src/core/pyjwt/exceptions';
import { aPair } from '../../../support/keyMaterial';
import { derOf, privatePem, publicPem } from '../pyjwtKeys';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));

/** An element of DER with these contents. */
function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...contents);
  const length =
    content.length < 128
      ? [content.length]
      : content.length < 256
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 255];
  return Uint8Array.of(tag, ...length, ...content);
}
const sequence = (...contents: readonly Uint8Array[]): Uint8Array => der(0x30, ...contents);
const zero = hex('020100');
const oids = {
  ec: '06072a8648ce3d0201',
  p256: '06082a8648ce3d030107',
  p224: '06052b81040021',
  ed: '06032b6570',
  rsa: '06092a864886f70d010101',
};

function found(structure: KeyStructure, octets: Uint8Array): string {
  const key = attempt(() => structure(octets));
  if (key === undefined) return 'unreadable';
  return isRaised(key) ? `${key.exception}: ${key.message}` : className(key);
}

const { material: p256 } = aPair('P-256');
assert.ok(p256.kty === 'EC' && p256.d);
const { x, y, d } = { ...p256, d: p256.d };
const spki = (point: Uint8Array, curve = oids.p256): Uint8Array =>
  sequence(sequence(hex(oids.ec), hex(curve)), der(0x03, hex('00'), point));
const sec1 = (secret: Uint8Array, ...more: Uint8Array[]): Uint8Array =>
  sequence(hex('020101'), der(0x04, secret), ...more);
const named = der(0xa0, hex(oids.p256));

function coordinates(key: LoadedKey | undefined): readonly string[] {
  assert.ok(key?.material?.kty === 'EC');
  return [key.material.x, key.material.y].map((each) => Buffer.from(each).toString('hex'));
}
const own = [x, y].map((each) => Buffer.from(each).toString('hex'));
const read = (structure: KeyStructure, octets: Uint8Array): LoadedKey | undefined => {
  const key = attempt(() => structure(octets));
  return isRaised(key) ? undefined : key;
};

describe('subjectPublicKeyInfo', () => {
  const parity = (y.at(-1) ?? 0) & 1;
  for (const [point, answer, note] of [
    [concatBytes(hex('04'), x, y), '_EllipticCurvePublicKey', 'uncompressed'],
    [concatBytes(Uint8Array.of(2 + parity), x), '_EllipticCurvePublicKey', 'compressed'],
    [concatBytes(Uint8Array.of(6 + parity), x, y), '_EllipticCurvePublicKey', 'hybrid'],
    [concatBytes(hex('04'), y, x), 'unreadable', 'off the curve'],
    [concatBytes(hex('02'), new Uint8Array(32).fill(255)), 'unreadable', 'compressed, of no point'],
    [hex('00'), 'unreadable', 'at infinity'],
    [concatBytes(hex('04'), x), 'unreadable', 'too short'],
    [concatBytes(hex('02'), x, y), 'unreadable', 'of two forms at once'],
  ] as const)
    it(`reads a point ${note}: ${answer}`, () => {
      assert.equal(found(subjectPublicKeyInfo, spki(point)), answer);
      if (answer !== 'unreadable')
        assert.deepEqual(coordinates(read(subjectPublicKeyInfo, spki(point))), own);
    });

  it('names curves that JOSE has not, and checks their points where it can', () => {
    const generator = hex(
      '04 b70e0cbd6bb4bf7f321390b94a03c1d356c21122343280d6115c1d21 bd376388b5f723fb4c22dfe6cd4375a05a07476444d5819985007e34',
    );
    const key = read(subjectPublicKeyInfo, spki(generator, oids.p224));
    assert.equal(key?.curve, 'secp224r1');
    assert.equal(key.material, undefined);
    generator[56] = 0x35;
    assert.equal(found(subjectPublicKeyInfo, spki(generator, oids.p224)), 'unreadable');
    const brainpool = concatBytes(hex('04'), new Uint8Array(64));
    assert.equal(
      read(subjectPublicKeyInfo, spki(brainpool, '06092b2403030208010107'))?.curve,
      'brainpoolP256r1',
    );
  });

  it('raises UnsupportedAlgorithm for a curve only OpenSSL knows, and reads none nobody knows', () => {
    const point = concatBytes(hex('04'), new Uint8Array(56));
    assert.match(found(subjectPublicKeyInfo, spki(point, '06092b2403030208010105')), /^UnsupportedAlgorithm/);
    assert.match(found(subjectPublicKeyInfo, spki(point, '06052b81040006')), /^UnsupportedAlgorithm/);
    assert.equal(found(subjectPublicKeyInfo, spki(point, '06052b8104007f')), 'unreadable');
    assert.equal(found(subjectPublicKeyInfo, spki(point, '06032a0304')), 'unreadable');
  });

  it('wants no parameters behind an Edwards curve, and any or none behind RSA', () => {
    const key = der(0x03, hex('00'), new Uint8Array(32));
    assert.equal(found(subjectPublicKeyInfo, sequence(sequence(hex(oids.ed)), key)), '_Ed25519PublicKey');
    assert.equal(
      found(subjectPublicKeyInfo, sequence(sequence(hex(oids.ed), hex('0500')), key)),
      'unreadable',
    );
    assert.equal(
      found(subjectPublicKeyInfo, sequence(sequence(hex(oids.ed)), der(0x03, hex('00'), x, y))),
      'unreadable',
    );
    const rsa = der(0x03, hex('00'), sequence(hex('02020101'), hex('020103')));
    assert.equal(found(subjectPublicKeyInfo, sequence(sequence(hex(oids.rsa)), rsa)), '_RSAPublicKey');
    assert.equal(
      found(subjectPublicKeyInfo, sequence(sequence(hex(oids.rsa), hex('0500')), rsa)),
      '_RSAPublicKey',
    );
    assert.equal(
      found(subjectPublicKeyInfo, sequence(sequence(hex(oids.rsa), hex('0580')), rsa)),
      'unreadable',
    );
  });

  it('passes over what follows it, but not over what follows inside', () => {
    const point = concatBytes(hex('04'), x, y);
    assert.equal(
      found(subjectPublicKeyInfo, concatBytes(spki(point), hex('0500'))),
      '_EllipticCurvePublicKey',
    );
    const inside = sequence(sequence(hex(oids.ec), hex(oids.p256)), der(0x03, hex('00'), point), hex('0500'));
    assert.equal(found(subjectPublicKeyInfo, inside), 'unreadable');
  });
});

describe('private structures', () => {
  const p8 = (inner: Uint8Array, ...more: Uint8Array[]): Uint8Array =>
    sequence(zero, sequence(hex(oids.ec), hex(oids.p256)), der(0x04, inner), ...more);
  const order = hex('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

  it('derive the point of a number that comes without, and believe one that comes along', () => {
    assert.deepEqual(coordinates(read(ecPrivateKey, sec1(d, named))), own);
    assert.deepEqual(coordinates(read(privateKeyInfo, p8(sec1(d)))), own);
    const point = der(0xa1, der(0x03, hex('00'), hex('04'), x, y));
    assert.deepEqual(coordinates(read(ecPrivateKey, sec1(hex('05'), named, point))), own);
  });

  for (const [secret, answer, note] of [
    [hex('05'), '_EllipticCurvePrivateKey', 'short'],
    [concatBytes(hex('00'), d), '_EllipticCurvePrivateKey', 'with a zero in front'],
    [new Uint8Array(32), 'unreadable', 'zero'],
    [order, 'unreadable', 'the order'],
  ] as const)
    it(`take a number that is ${note}: ${answer}`, () => {
      assert.equal(found(ecPrivateKey, sec1(secret, named)), answer);
    });

  it('ask a curve from somewhere', () => {
    assert.equal(found(ecPrivateKey, sec1(d)), 'unreadable');
    assert.match(found(ecPrivateKey, sec1(d, der(0xa0, hex('06052b81040006')))), /^UnsupportedAlgorithm/);
    assert.equal(read(ecPrivateKey, sec1(d, der(0xa0, hex(oids.p224))))?.curve, 'secp224r1');
  });

  it('let attributes follow, but not the public key of RFC 5958', () => {
    assert.equal(found(privateKeyInfo, p8(sec1(d), hex('a000'))), '_EllipticCurvePrivateKey');
    assert.equal(found(privateKeyInfo, p8(sec1(d), hex('810100'))), 'unreadable');
  });

  it('are refused on a curve that only OpenSSL knows', () => {
    const foreign = sequence(zero, sequence(hex(oids.ec), hex('06052b81040006')), der(0x04, sec1(d)));
    assert.match(found(privateKeyInfo, foreign), /^UnsupportedAlgorithm/);
  });

  it('have six numbers for DSA', () => {
    const numbers = (count: number): Uint8Array => sequence(...Array.from({ length: count }, () => zero));
    assert.equal(found(dsaPrivateKey, numbers(6)), '_DSAPrivateKey');
    for (const count of [5, 7]) assert.equal(found(dsaPrivateKey, numbers(count)), 'unreadable');
  });

  it('are known to be encrypted by an algorithm and octets, and nothing else', () => {
    const sealed = (...members: readonly Uint8Array[]): string =>
      found(encryptedPrivateKeyInfo, sequence(...members));
    const octets = der(0x04, hex('00'));
    assert.match(sealed(sequence(hex(oids.rsa)), octets), /^TypeError/);
    assert.equal(sealed(sequence(zero), octets), 'unreadable');
    assert.equal(sealed(sequence(hex(oids.rsa)), octets, octets), 'unreadable');
  });

  it('are read by no other structure', () => {
    for (const kind of ['RSA-2048', 'P-256'] as const) {
      assert.equal(found(subjectPublicKeyInfo, derOf(privatePem(kind))), 'unreadable');
      assert.equal(found(privateKeyInfo, derOf(publicPem(kind))), 'unreadable');
      assert.equal(found(encryptedPrivateKeyInfo, derOf(privatePem(kind))), 'unreadable');
    }
    assert.equal(found(rsaPublicKey, derOf(privatePem('RSA-2048', 'pkcs1'))), 'unreadable');
    assert.equal(found(rsaPrivateKey, derOf(publicPem('RSA-2048', 'pkcs1'))), 'unreadable');
  });
});

describe('RSA keys', () => {
  const integer = (value: bigint): Uint8Array => {
    const text = value.toString(16);
    const octets = hex(text.length % 2 ? `0${text}` : text);
    return der(0x02, octets[0] > 0x7f ? hex('00') : hex(''), octets);
  };
  const [p, q, e] = [1000003n, 999983n, 65537n];
  const n = p * q;
  const inverse = (a: bigint, m: bigint): bigint => {
    let [r, s, u, v] = [a % m, m, 1n, 0n];
    while (r > 1n) [r, s, u, v] = [s % r, r, v - (s / r) * u, u];
    return ((u % m) + m) % m;
  };
  const secret = inverse(e, (p - 1n) * (q - 1n));
  const numbers = { n, e, d: secret, p, q, dp: secret % (p - 1n), dq: secret % (q - 1n), qi: inverse(q, p) };
  const privateDer = (changed: Partial<typeof numbers> = {}): Uint8Array =>
    sequence(zero, ...Object.values({ ...numbers, ...changed }).map(integer));

  it('are private where their numbers belong together', () => {
    assert.equal((secret * e) % ((p - 1n) * (q - 1n)), 1n);
    assert.equal(found(rsaPrivateKey, privateDer()), '_RSAPrivateKey');
    for (const wrong of [
      { d: secret + 2n },
      { p: p + 2n },
      { dp: numbers.dp + 2n },
      { dq: numbers.dq + 2n },
      { qi: numbers.qi + 1n },
      { e: 3n },
      { n: n + 2n },
      { p: n, q: 1n },
      // 341 = 11 * 31 passes Fermat's test to base 2, 15 does not.
      { p: 15n, q: 7n, n: 105n, e: 3n, d: 3n, dp: 3n, dq: 3n, qi: 13n },
    ])
      assert.equal(
        found(rsaPrivateKey, privateDer(wrong)),
        'ValueError: Invalid private key',
        JSON.stringify(Object.keys(wrong)),
      );
  });

  it('are read with a sign that was forgotten', () => {
    const key = read(rsaPublicKey, sequence(hex('0201ff'), hex('020103')));
    assert.ok(key);
    assert.equal(rsaKeySize(key), 1);
    assert.equal(found(rsaPublicKey, sequence(hex('020103'), hex('020103'), zero)), 'unreadable');
  });

  it('come from d alone where it is the inverse of e', () => {
    const recovered = recoverRsaNumbers(n, e, secret);
    assert.deepEqual(recovered, numbers);
    for (const [modulus, d2] of [
      [n, secret + 2n],
      [n, 0n],
      [2n, secret],
      [1000003n, 5n],
    ] as const)
      assert.ok(isRaised(recoverRsaNumbers(modulus, e, d2), 'ValueError'));
  });

  it('have their size in bits, and no size where they are no RSA keys', () => {
    const key = checkedPublicRsaKey(2n ** 2047n + 1n, 3n);
    assert.ok(!isRaised(key));
    assert.equal(rsaKeySize(key), 2048);
    assert.equal(rsaKeySize({ family: 'DSA', isPrivate: false }), 0);
  });
});

describe('loadDerPublicKey and isDerCertificate', () => {
  const name = sequence(der(0x31, sequence(hex('0603550403'), hex('0c0161'))));
  const algorithm = sequence(hex('06082a8648ce3d040302'));
  const times = sequence(
    der(0x17, hex('3234303130313030303030305a')),
    der(0x18, hex('32303530303130313030303030305a')),
  );
  const extension = sequence(hex('0603551d13'), hex('0101ff'), der(0x04, hex('3000')));
  const key = spki(concatBytes(hex('04'), x, y));
  const signature = der(0x03, hex('00'), hex('01'));
  const signedAs = (version: string, ...more: Uint8Array[]): Uint8Array =>
    sequence(der(0xa0, hex(version)), hex('020105'), algorithm, name, times, name, key, ...more);
  const signed = (...more: Uint8Array[]): Uint8Array => signedAs('020102', ...more);
  const certificate = (...more: Uint8Array[]): Uint8Array => sequence(signed(...more), algorithm, signature);

  it('read SubjectPublicKeyInfo and PKCS#1', () => {
    for (const pem of [publicPem('P-256'), publicPem('Ed448'), publicPem('RSA-2048', 'pkcs1')])
      assert.ok(!isRaised(loadDerPublicKey(derOf(pem))));
    assert.ok(isRaised(loadDerPublicKey(derOf(privatePem('P-256'))), 'ValueError'));
    assert.ok(isRaised(loadDerPublicKey(hex('')), 'ValueError'));
  });

  it('know a certificate by its form', () => {
    assert.equal(isDerCertificate(certificate()), true);
    assert.equal(isDerCertificate(certificate(der(0xa3, sequence(extension)))), true);
    assert.equal(isDerCertificate(certificate(hex('810100'), hex('820100'))), true);
  });

  it('know what is none', () => {
    assert.equal(isDerCertificate(concatBytes(certificate(), hex('00'))), false);
    assert.equal(isDerCertificate(certificate(hex('0500'))), false);
    assert.equal(isDerCertificate(certificate(der(0xa3, sequence(hex('0500'))))), false);
    assert.equal(
      isDerCertificate(
        certificate(der(0xa3, sequence(sequence(hex('0603551d13'), hex('0400'), hex('0500'))))),
      ),
      false,
    );
    for (const version of ['0282', '020200', '0500', '0201020500'])
      assert.equal(isDerCertificate(sequence(signedAs(version), algorithm, signature)), false, version);
    assert.equal(isDerCertificate(sequence(signed(), algorithm)), false);
    assert.equal(isDerCertificate(sequence(signed(), algorithm, signature, hex('0500'))), false);
    assert.equal(isDerCertificate(derOf(publicPem('P-256'))), false);
    assert.equal(isDerCertificate(hex('')), false);
  });
});
