import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { utf8Bytes } from '../../../../src/core/encoding/bytes';
import { className } from '../../../../src/core/pyjwt/cryptography/loadedKey';
import { loadPemPrivateKey, loadPemPublicKey } from '../../../../src/core/pyjwt/cryptography/pemKeys';
import { isRaised } from '../../../../src/core/pyjwt/exceptions';
import { aPair } from '../../../support/keyMaterial';
import { derOf, pemOf, privatePem, publicPem } from '../pyjwtKeys';

const octets = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? utf8Bytes(text) : text);

/** The class of the public key in it, then of the private one; `-` where `cryptography` raises ValueError. */
function loaded(text: string | Uint8Array): string {
  return [loadPemPublicKey(octets(text)), loadPemPrivateKey(octets(text))]
    .map((key) =>
      isRaised(key, 'ValueError')
        ? '-'
        : isRaised(key)
          ? key.exception
          : className(key).replace(/_|Key$/g, ''),
    )
    .join(' ');
}

const dsa = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
const spki = publicPem('P-256');
const lines = spki.trimEnd().split('\n');
const body = lines.slice(1, -1);

describe('loadPemPublicKey and loadPemPrivateKey', () => {
  for (const [label, pem, found] of [
    ['PUBLIC KEY', publicPem('RSA-2048'), 'RSAPublic -'],
    ['PUBLIC KEY', publicPem('P-256'), 'EllipticCurvePublic -'],
    ['PUBLIC KEY', publicPem('Ed25519'), 'Ed25519Public -'],
    ['PUBLIC KEY', publicPem('Ed448'), 'Ed448Public -'],
    ['PUBLIC KEY', publicPem('X25519'), 'X25519Public -'],
    ['PUBLIC KEY', publicPem('X448'), 'X448Public -'],
    ['PUBLIC KEY', dsa.publicKey.export({ type: 'spki', format: 'pem' }).toString(), 'DSAPublic -'],
    ['PUBLIC KEY', publicPem('RSA-2048', 'pkcs1'), '- -'],
    ['PUBLIC KEY', privatePem('P-256'), '- -'],
    ['RSA PUBLIC KEY', publicPem('RSA-2048', 'pkcs1'), 'RSAPublic -'],
    ['RSA PUBLIC KEY', publicPem('RSA-2048'), 'RSAPublic -'],
    ['RSA PUBLIC KEY', privatePem('RSA-2048', 'pkcs1'), '- RSAPrivate'],
    ['RSA PUBLIC KEY', publicPem('P-256'), '- -'],
    ['RSA PRIVATE KEY', privatePem('RSA-2048', 'pkcs1'), '- RSAPrivate'],
    ['RSA PRIVATE KEY', privatePem('RSA-2048'), '- RSAPrivate'],
    ['RSA PRIVATE KEY', publicPem('RSA-2048', 'pkcs1'), 'RSAPublic -'],
    ['RSA PRIVATE KEY', privatePem('P-256'), '- -'],
    ['PRIVATE KEY', privatePem('RSA-2048'), '- RSAPrivate'],
    ['PRIVATE KEY', privatePem('P-256'), '- EllipticCurvePrivate'],
    ['PRIVATE KEY', privatePem('Ed25519'), '- Ed25519Private'],
    ['PRIVATE KEY', privatePem('X448'), '- X448Private'],
    ['PRIVATE KEY', dsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), '- DSAPrivate'],
    ['PRIVATE KEY', privatePem('P-256', 'sec1'), '- -'],
    ['PRIVATE KEY', publicPem('P-256'), '- -'],
    ['EC PRIVATE KEY', privatePem('P-256', 'sec1'), '- EllipticCurvePrivate'],
    ['EC PRIVATE KEY', privatePem('P-256'), '- EllipticCurvePrivate'],
    ['EC PRIVATE KEY', publicPem('P-256'), 'EllipticCurvePublic -'],
    ['EC PARAMETERS', publicPem('P-256'), 'EllipticCurvePublic -'],
    ['DSA PRIVATE KEY', dsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), '- DSAPrivate'],
    ['ENCRYPTED PRIVATE KEY', privatePem('P-256'), '- EllipticCurvePrivate'],
    ['CERTIFICATE', publicPem('P-256'), '- -'],
    ['ANY PRIVATE KEY', privatePem('P-256'), '- -'],
  ] as const)
    it(`find ${found} below ${label}`, () => {
      assert.equal(loaded(pemOf(label, derOf(pem))), found);
    });

  it('give the octets of the key', () => {
    for (const kind of ['RSA-2048', 'P-521', 'secp256k1', 'Ed448'] as const) {
      const key = loadPemPrivateKey(octets(privatePem(kind)));
      assert.ok(!isRaised(key));
      assert.deepEqual(key.material, aPair(kind).material);
      const half = loadPemPublicKey(octets(publicPem(kind)));
      assert.ok(!isRaised(half));
      assert.deepEqual({ ...half.material, ...secretsOf(kind) }, aPair(kind).material);
    }
  });

  for (const [text, found, note] of [
    [spki.trimEnd(), 'EllipticCurvePublic -', 'no line end behind it'],
    [spki.replaceAll('\n', '\r\n'), 'EllipticCurvePublic -', 'CR LF'],
    [spki.replaceAll('\n', '\r'), '- -', 'CR alone'],
    [spki.replaceAll('\n', ' '), '- -', 'all on one line'],
    [`text\n\n${spki}`, 'EllipticCurvePublic -', 'text in front'],
    [`\ufeff${spki}`, 'EllipticCurvePublic -', 'a byte order mark'],
    [` ${spki}`, '- -', 'a space in front'],
    [spki.replace('KEY-----\n', 'KEY-----  \t\n'), 'EllipticCurvePublic -', 'space behind the BEGIN line'],
    [spki.replace('KEY-----\n', 'KEY-----\u00a0\n'), 'EllipticCurvePublic -', 'a no-break space there'],
    [spki.replace('KEY-----\n', 'KEY-----\n\n'), 'EllipticCurvePublic -', 'an empty line above the body'],
    [spki.replace('\n-----END', '\n\n-----END'), '- -', 'an empty line below the body'],
    [[lines[0], body[0], '', ...body.slice(1), lines.at(-1)].join('\n'), '- -', 'an empty line within'],
    [[lines[0], '', body.join(''), lines.at(-1)].join('\n'), '- -', 'a long line below an empty one'],
    [[lines[0], body.join(''), lines.at(-1)].join('\n'), 'EllipticCurvePublic -', 'a long line'],
    [
      [lines[0], ...body.map((line) => `  ${line}`), lines.at(-1)].join('\n'),
      'EllipticCurvePublic -',
      'an indented body',
    ],
    [spki.replace('-----END', '  -----END'), '- -', 'an indented END line'],
    [spki.replace('\n-----END', '-\n-----END'), 'EllipticCurvePublic -', 'a dash behind the body'],
    [
      spki.replace('KEY-----\n', 'KEY-----\nComment: x\n\n'),
      '- -',
      'a header that says nothing of encryption',
    ],
    [spki.replace('KEY-----\n', 'KEY-----\nComment: x\n'), '- -', 'a header without an empty line'],
    [spki.replace('END PUBLIC', 'END PRIVATE'), '- -', 'labels that differ'],
    [spki.replaceAll('-----', '----'), '- -', 'four dashes'],
    [spki.replaceAll('-----', '------'), '- -', 'six dashes'],
    [spki.toLowerCase(), '- -', 'small letters'],
    [spki.replace(/=+\n/, '\n'), '- -', 'no padding'],
    [spki.replace('\n-----END', '=\n-----END'), '- -', 'too much padding'],
    [spki.replace('M', '!'), '- -', 'a foreign character'],
    [lines.slice(0, -1).join('\n'), '- -', 'no END line'],
    [`${lines.slice(0, -1).join('\n')}\n${privatePem('P-256')}`, '- -', 'a cut block in front of another'],
    [spki + privatePem('RSA-2048'), 'EllipticCurvePublic RSAPrivate', 'two blocks, one of each half'],
    [privatePem('RSA-2048') + spki, 'EllipticCurvePublic RSAPrivate', 'the same the other way round'],
    [publicPem('Ed25519') + spki, 'Ed25519Public -', 'two public keys'],
    [pemOf('PUBLIC KEY', Uint8Array.of(5)) + spki, 'EllipticCurvePublic -', 'a damaged block first'],
    [
      pemOf('CERTIFICATE', Uint8Array.of(5)) + `\ufeff${spki}`,
      'EllipticCurvePublic -',
      'a byte order mark further on',
    ],
    ['', '- -', 'nothing'],
  ] as const)
    it(`find ${found} in PEM with ${note}`, () => {
      assert.equal(loaded(text), found);
    });

  // Each header stands in P-256 keys with an RSA key behind them: alone, then followed, both halves.
  for (const [header, alone, followed] of [
    ['X: y', 'EllipticCurvePublic EllipticCurvePrivate', 'EllipticCurvePublic EllipticCurvePrivate'],
    ['X: y\n z', 'EllipticCurvePublic EllipticCurvePrivate', 'EllipticCurvePublic EllipticCurvePrivate'],
    ['Com: 1234', 'EllipticCurvePublic EllipticCurvePrivate', 'EllipticCurvePublic EllipticCurvePrivate'],
    ['Com: 12345', '- -', '- -'],
    ['Proc-Type: 4,CLEAR', '- -', '- -'],
    ['Proc-Type: 4,ENCRYPTED', '- -', '- -'],
    ['Proc-Type: 5,ENCRYPTED', '- -', 'RSAPublic RSAPrivate'],
    ['Proc-Type:', '- -', 'RSAPublic RSAPrivate'],
  ] as const)
    it(`find ${alone} below the header ${JSON.stringify(header)}, and ${followed} with others behind`, () => {
      const headed = (pem: string): string => pem.replace('KEY-----\n', `KEY-----\n${header}\n\n`);
      const [half, whole] = [headed(spki), headed(privatePem('P-256'))];
      assert.equal(loaded(half + whole), alone);
      assert.equal(loaded(half + whole + publicPem('RSA-2048') + privatePem('RSA-2048')), followed);
    });

  it('try once more for PKCS#1 behind a refused header', () => {
    const headed = spki.replace('KEY-----\n', 'KEY-----\nComment: x\n\n');
    assert.equal(loaded(headed + publicPem('RSA-2048', 'pkcs1')), 'RSAPublic -');
  });

  it('read lines in pieces: an END line that begins within one is none', () => {
    const long = publicPem('RSA-2048').trimEnd().split('\n');
    const joined = long.slice(1, -1).join('');
    assert.equal(loaded([long[0], joined, long.at(-1)].join('\n')), 'RSAPublic -');
    assert.equal(loaded([long[0], joined + (long.at(-1) ?? '')].join('\n')), '- -');
    assert.equal(loaded(['x'.repeat(254) + spki].join('\n')), 'EllipticCurvePublic -');
    assert.equal(loaded(['x'.repeat(253) + spki].join('\n')), '- -');
  });

  it('ask for a password, which nobody has', () => {
    const { privateKey } = aPair('P-256');
    const secret = { cipher: 'aes-256-cbc', passphrase: 'x', format: 'pem' } as const;
    const pkcs8 = privateKey.export({ type: 'pkcs8', ...secret }).toString();
    const legacy = privateKey.export({ type: 'sec1', ...secret }).toString();
    assert.equal(loaded(pkcs8), '- TypeError');
    assert.equal(loaded(legacy), '- TypeError');
    assert.equal(loaded(pkcs8 + privatePem('P-256')), '- TypeError');
    assert.equal(loaded(legacy + spki), 'EllipticCurvePublic TypeError');
    assert.equal(loaded(legacy.replace('4,ENCRYPTED', '4,NULL')), '- -');
    assert.equal(loaded(legacy.replace('AES-256-CBC', 'ROT13-CBC')), '- -');
    assert.equal(loaded(legacy.replace(/,[0-9A-F]{8}/, ',ZZ')), '- -');
    assert.equal(loaded(pkcs8.replaceAll('ENCRYPTED ', '')), '- -');
  });

  it('never throw, whatever stands in the armour', () => {
    const labels = [
      'PUBLIC KEY',
      'PRIVATE KEY',
      'RSA PRIVATE KEY',
      'EC PRIVATE KEY',
      'ENCRYPTED PRIVATE KEY',
      'DSA PRIVATE KEY',
    ];
    const good = [
      publicPem('RSA-2048'),
      privatePem('P-256'),
      privatePem('P-256', 'sec1'),
      publicPem('Ed25519'),
    ].map(derOf);
    fc.assert(
      fc.property(
        fc.constantFrom(...labels),
        fc.oneof(fc.uint8Array(), fc.constantFrom(...good)),
        fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 3 }),
        (label, der, changes) => {
          const changed = der.slice();
          for (const [at, octet] of changes) if (at < changed.length) changed[at] = octet;
          loaded(pemOf(label, changed));
        },
      ),
    );
  });
});

/** The private members of a pair's material. */
function secretsOf(kind: Parameters<typeof aPair>[0]): object {
  const { material } = aPair(kind);
  if (material.kty === 'RSA') return { private: material.private };
  return 'd' in material ? { d: material.d } : {};
}
