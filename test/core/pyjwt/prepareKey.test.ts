import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { pyjwtAlgorithms } from '../../../src/core/pyjwt/algorithms';
import { className } from '../../../src/core/pyjwt/cryptography/loadedKey';
import { isRaised } from '../../../src/core/pyjwt/exceptions';
import { keyLengthMessage } from '../../../src/core/pyjwt/keyLength';
import { isLoadedKey, prepareKey, type RawKey } from '../../../src/core/pyjwt/prepareKey';
import { PyJwk } from '../../../src/core/pyjwt/pyJwk';
import { pyjwtSign, pyjwtVerify } from '../../../src/core/pyjwt/signatures';
import { toPyjwtJwk } from '../../../src/core/pyjwt/toPyjwtJwk';
import { aPair } from '../../support/keyMaterial';
import { dict, secret, value } from './pyjwtCalls';
import { derOf, jwkOf, pemOf, privatePem, publicPem, sshOf, type Kind } from './pyjwtKeys';

function algorithm(name: string): NonNullable<ReturnType<typeof pyjwtAlgorithms.get>> {
  const row = pyjwtAlgorithms.get(name);
  assert.ok(row);
  return row;
}

/** The class of what the key becomes, or the exception. */
function prepared(name: string, key: RawKey): string {
  const result = prepareKey(algorithm(name), key);
  if (isRaised(result)) return `${result.exception}: ${result.message}`;
  if (result === null) return 'None';
  return isLoadedKey(result) ? className(result) : `${result.length} bytes`;
}

const wrongFamily = (found: string, name: string): string =>
  `InvalidKeyError: Expected one of <generator object Algorithm.check_crypto_key_type.<locals>.<genexpr> at 0x…>, got: ${found}. Invalid Key type for ${name}`;
const wrongCurve = (found: string, expected: string): string =>
  `InvalidKeyError: The key's curve '${found}' does not match the expected curve '${expected}' for this algorithm`;
const unreadable = 'InvalidKeyError: Could not parse the provided public key.';
const undeserializable =
  'ValueError: Could not deserialize key data. The data may be in an incorrect format…';
const noPem = 'TypeError: Expecting a PEM-formatted key.';
const neither = 'InvalidKeyError: Not a public or private key';

const curveNames = {
  'P-256': 'secp256r1',
  'P-384': 'secp384r1',
  'P-521': 'secp521r1',
  secp256k1: 'secp256k1',
};
const ofCurve = { 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512', secp256k1: 'ES256K' };

describe('prepareKey', () => {
  it('takes no key for none', () => {
    assert.equal(prepared('none', null), 'None');
    assert.equal(prepared('none', ''), 'None');
    for (const key of [secret, utf8Bytes(''), 5n])
      assert.equal(prepared('none', key), 'InvalidKeyError: When alg = "none", key value must be None.');
  });

  it('takes text and octets for a secret, and nothing else', () => {
    assert.equal(prepared('HS256', 'é'), '2 bytes');
    assert.equal(prepared('HS256', Uint8Array.of(0xff)), '1 bytes');
    for (const key of [null, 5n, ['a'], dict({})])
      assert.equal(prepared('HS256', key), 'TypeError: Expected a string or bytes value');
    for (const name of ['HS256', 'RS256', 'PS512', 'ES256', 'EdDSA'])
      assert.match(prepared(name, '\ud800'), /^UnicodeEncodeError/);
    assert.match(
      prepared('HS256', publicPem('RSA-2048')),
      /^InvalidKeyError: The specified key is an asymmetric/,
    );
  });

  for (const name of ['RS256', 'PS512'])
    it(`reads RSA keys for ${name}`, () => {
      const { className: own } = algorithm(name);
      for (const key of [publicPem('RSA-2048'), publicPem('RSA-2048', 'pkcs1'), sshOf('RSA-2048')])
        assert.equal(prepared(name, key), '_RSAPublicKey');
      for (const key of [privatePem('RSA-2048'), privatePem('RSA-2048', 'pkcs1')])
        assert.equal(prepared(name, utf8Bytes(key)), '_RSAPrivateKey');
      assert.equal(prepared(name, publicPem('P-256')), wrongFamily('_EllipticCurvePublicKey', own));
      assert.equal(prepared(name, privatePem('P-256')), wrongFamily('_EllipticCurvePrivateKey', own));
      assert.equal(prepared(name, publicPem('Ed25519')), wrongFamily('_Ed25519PublicKey', own));
      assert.equal(prepared(name, publicPem('X448')), wrongFamily('_X448PublicKey', own));
      for (const key of ['', 'not a key', derOf(publicPem('RSA-2048')), sshOf('P-256'), 'ssh-rsa AAAA'])
        assert.equal(prepared(name, key), unreadable);
      for (const key of [null, 5n, ['a'], dict({ kty: 'RSA' })]) assert.equal(prepared(name, key), noPem);
      assert.match(prepared(name, 'ssh-rsa2 AAAA'), /^UnsupportedAlgorithm/);
    });

  for (const crv of ['P-256', 'P-384', 'P-521', 'secp256k1'] as const)
    it(`reads ${crv} keys for ${ofCurve[crv]}, and names the curve for others`, () => {
      const [name, curve] = [ofCurve[crv], curveNames[crv]];
      assert.equal(prepared(name, publicPem(crv)), '_EllipticCurvePublicKey');
      assert.equal(prepared(name, privatePem(crv)), '_EllipticCurvePrivateKey');
      assert.equal(prepared(name, privatePem(crv, 'sec1')), '_EllipticCurvePrivateKey');
      if (crv !== 'secp256k1') assert.equal(prepared(name, sshOf(crv)), '_EllipticCurvePublicKey');
      const other = crv === 'P-256' ? 'ES384' : 'ES256';
      const expected = crv === 'P-256' ? 'secp384r1' : 'secp256r1';
      for (const key of [publicPem(crv), privatePem(crv)])
        assert.equal(prepared(other, key), wrongCurve(curve, expected));
    });

  it('refuses for ES256 what is no EC key', () => {
    assert.equal(prepared('ES256', publicPem('RSA-2048')), wrongFamily('_RSAPublicKey', 'ECAlgorithm'));
    assert.equal(prepared('ES256', privatePem('RSA-2048')), wrongFamily('_RSAPrivateKey', 'ECAlgorithm'));
    for (const key of ['', 'not a key', derOf(publicPem('P-256')), 'ecdsa-sha2-nistp256 AAAA'])
      assert.equal(prepared('ES256', key), undeserializable);
    for (const key of [null, 5n, []]) assert.equal(prepared('ES256', key), noPem);
  });

  it('reads Ed25519 and Ed448 keys for EdDSA', () => {
    for (const crv of ['Ed25519', 'Ed448'] as const) {
      assert.equal(prepared('EdDSA', publicPem(crv)), `_${crv}PublicKey`);
      assert.equal(prepared('EdDSA', privatePem(crv)), `_${crv}PrivateKey`);
    }
    assert.equal(prepared('EdDSA', sshOf('Ed25519')), '_Ed25519PublicKey');
    assert.equal(prepared('EdDSA', `# a comment\n${publicPem('Ed25519')}`), '_Ed25519PublicKey');
  });

  it('refuses for EdDSA what is no such key', () => {
    assert.equal(prepared('EdDSA', publicPem('X25519')), wrongFamily('_X25519PublicKey', 'OKPAlgorithm'));
    assert.equal(prepared('EdDSA', privatePem('X25519')), wrongFamily('_X25519PrivateKey', 'OKPAlgorithm'));
    assert.equal(prepared('EdDSA', sshOf('RSA-2048')), wrongFamily('_RSAPublicKey', 'OKPAlgorithm'));
    assert.equal(prepared('EdDSA', null), wrongFamily('NoneType', 'OKPAlgorithm'));
    assert.equal(prepared('EdDSA', dict({ kty: 'OKP' })), wrongFamily('dict', 'OKPAlgorithm'));
    for (const key of [
      '',
      'not a key',
      privatePem('P-256', 'sec1'),
      pemOf('OPENSSH PRIVATE KEY', Uint8Array.of(1)),
    ])
      assert.equal(prepared('EdDSA', key), neither);
    assert.equal(prepared('EdDSA', pemOf('PUBLIC KEY', Uint8Array.of(1))), undeserializable);
    assert.match(prepared('EdDSA', derOf(publicPem('Ed25519'))), /^UnicodeDecodeError/);
    assert.match(prepared('EdDSA', 'ssh-ed448 AAAA'), /^UnsupportedAlgorithm/);
  });

  it('takes key objects of the right family alone', () => {
    const key = (kind: Kind, alg?: string): RawKey =>
      value(PyJwk.from(jwkOf(kind, 'public', alg === undefined ? {} : { alg }))).key;
    assert.equal(prepared('RS256', key('RSA-2048')), '_RSAPublicKey');
    assert.equal(prepared('RS256', key('P-256')), noPem);
    assert.equal(prepared('ES256', key('P-256')), '_EllipticCurvePublicKey');
    assert.equal(prepared('ES256', key('P-384')), wrongCurve('secp384r1', 'secp256r1'));
    assert.equal(prepared('ES256', key('RSA-2048')), noPem);
    assert.equal(prepared('EdDSA', key('Ed448', 'EdDSA')), '_Ed448PublicKey');
    assert.equal(prepared('EdDSA', key('P-256')), wrongFamily('_EllipticCurvePublicKey', 'OKPAlgorithm'));
    assert.equal(prepared('HS256', key('P-256')), 'TypeError: Expected a string or bytes value');
    assert.equal(
      prepared('none', key('P-256')),
      'InvalidKeyError: When alg = "none", key value must be None.',
    );
  });
});

describe('keyLengthMessage', () => {
  for (const [name, minimum] of [
    ['HS256', 32],
    ['HS384', 48],
    ['HS512', 64],
  ] as const)
    it(`asks for ${minimum} bytes for ${name}`, () => {
      assert.equal(keyLengthMessage(algorithm(name), new Uint8Array(minimum)), undefined);
      assert.equal(
        keyLengthMessage(algorithm(name), new Uint8Array(minimum - 1)),
        `The HMAC key is ${minimum - 1} bytes long, which is below the minimum recommended length of ${minimum} bytes for SHA${name.slice(2)}. See RFC 7518 Section 3.2.`,
      );
    });

  it('asks for 2048 bits for RSA, and for nothing of other keys', () => {
    const message = (name: string, pem: string): string | undefined =>
      keyLengthMessage(algorithm(name), value(prepareKey(algorithm(name), pem)));
    assert.equal(
      message('PS256', publicPem('RSA-1024')),
      'The RSA key is 1024 bits long, which is below the minimum recommended size of 2048 bits. See NIST SP 800-131A.',
    );
    assert.match(message('RS256', publicPem('RSA-2047')) ?? '', /2047 bits long/);
    assert.equal(message('RS256', publicPem('RSA-2048')), undefined);
    assert.equal(message('ES256', publicPem('P-256')), undefined);
    assert.equal(keyLengthMessage(algorithm('none'), null), undefined);
  });
});

describe('pyjwtSign and pyjwtVerify', () => {
  const data = utf8Bytes('data');
  for (const [name, kind] of [
    ['RS256', 'RSA-2048'],
    ['PS384', 'RSA-2048'],
    ['ES256', 'P-256'],
    ['ES384', 'P-384'],
    ['ES512', 'P-521'],
    ['ES521', 'P-521'],
    ['ES256K', 'secp256k1'],
    ['EdDSA', 'Ed25519'],
    ['EdDSA', 'Ed448'],
  ] as const)
    it(`verify with the public half what ${name} signed with ${kind}`, async () => {
      const row = algorithm(name);
      const own = value(prepareKey(row, privatePem(kind)));
      const other = value(prepareKey(row, publicPem(kind)));
      const signature = value(await pyjwtSign(row, own, data));
      assert.equal(await pyjwtVerify(row, other, data, signature), true);
      assert.equal(await pyjwtVerify(row, other, utf8Bytes('other'), signature), false);
      const byPrivate = await pyjwtVerify(row, own, data, signature);
      if (kind !== 'RSA-2048') assert.equal(byPrivate, true);
      else
        assert.equal(
          isRaised(byPrivate) && byPrivate.message,
          "'_RSAPrivateKey' object has no attribute 'verify'",
        );
      const byPublic = await pyjwtSign(row, other, data);
      assert.match(
        isRaised(byPublic, 'AttributeError') ? byPublic.message : '',
        /object has no attribute 'sign'$/,
      );
    });

  it('sign nothing for none, and never verify it', async () => {
    assert.deepEqual(await pyjwtSign(algorithm('none'), null, data), new Uint8Array());
    assert.equal(await pyjwtVerify(algorithm('none'), null, data, new Uint8Array()), false);
  });

  it('raise ValueError for a modulus that cannot hold the padding, and verify nothing with it', async () => {
    const row = algorithm('PS512');
    const signature = await pyjwtSign(row, value(prepareKey(row, privatePem('RSA-1024'))), data);
    assert.ok(isRaised(signature, 'ValueError'));
    const key = value(prepareKey(row, publicPem('RSA-1024')));
    assert.equal(await pyjwtVerify(row, key, data, new Uint8Array(128)), false);
  });
});

describe('toPyjwtJwk', () => {
  for (const [name, kind] of [
    ['RS256', 'RSA-2048'],
    ['ES512', 'P-521'],
    ['ES256K', 'secp256k1'],
    ['EdDSA', 'Ed25519'],
    ['EdDSA', 'Ed448'],
  ] as const)
    it(`gives the members Node gives for ${kind}, and key_ops for RSA`, () => {
      for (const [half, pem] of [
        ['public', publicPem(kind)],
        ['private', privatePem(kind)],
      ] as const) {
        const jwk = value(toPyjwtJwk(algorithm(name), value(prepareKey(algorithm(name), pem))));
        const operations = kind === 'RSA-2048' ? { key_ops: [half === 'public' ? 'verify' : 'sign'] } : {};
        const key = half === 'public' ? aPair(kind).publicKey : aPair(kind).privateKey;
        assert.deepEqual(jwk, { ...key.export({ format: 'jwk' }), ...operations });
      }
    });

  it('gives a secret, and raises for none', () => {
    assert.deepEqual(toPyjwtJwk(algorithm('HS256'), utf8Bytes('ab')), { k: 'YWI', kty: 'oct' });
    assert.ok(isRaised(toPyjwtJwk(algorithm('none'), null), 'NotImplementedError'));
  });
});
