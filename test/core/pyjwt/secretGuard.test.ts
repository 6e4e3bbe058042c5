import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { guardSecret } from '../../../src/core/pyjwt/secretGuard';
import { derOf, privatePem, publicPem, sshOf } from './pyjwtKeys';
import { workTime } from '../../support/workTime';

/** What PyJWT says of the secret: that it is a key, a JWK, nothing at all; or `fine`. */
function judged(secret: string | Uint8Array): string {
  const refusal = guardSecret(typeof secret === 'string' ? utf8Bytes(secret) : new Uint8Array(secret));
  return refusal ? (refusal.code ?? '').replace('secret', '').replace('Is', '').toLowerCase() : 'fine';
}

const deep = (levels: number, inner: string): string => '['.repeat(levels) + inner + ']'.repeat(levels);

describe('guardSecret', () => {
  it('refuses nothing at all', () => {
    assert.equal(judged(''), 'empty');
  });

  for (const [secret, verdict, note] of [
    [' ', 'fine', 'a space'],
    ['-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----', 'key', 'PEM, whatever it holds'],
    ['a-----BEGIN PUBLIC KEY-----x-----END PUBLIC KEY-----b', 'key', 'PEM anywhere in the text'],
    ['----BEGIN PUBLIC KEY----x----END PUBLIC KEY----', 'fine', 'four dashes'],
    ['---- BEGIN SSH2 PUBLIC KEY ----\nx\n---- END SSH2 PUBLIC KEY ----', 'key', 'RFC 4716'],
    ['-----BEGIN X509 CRL-----x-----END X509 CRL-----', 'key', 'a revocation list'],
    ['-----BEGIN DH PARAMETERS-----x-----END DH PARAMETERS-----', 'key', 'parameters'],
    ['-----BEGIN CERTIFICATE REQUEST-----x-----END CERTIFICATE-----', 'fine', 'labels that differ'],
    ['-----END PUBLIC KEY-----x-----BEGIN PUBLIC KEY-----', 'fine', 'the end before the beginning'],
    ['-----BEGIN PUBLIC KEY-----x', 'fine', 'no end'],
    ['-----BEGIN MY SECRET-----x-----END MY SECRET-----', 'fine', 'a label nobody knows'],
    ['-----BEGIN EC PARAMETERS-----x-----END EC PARAMETERS-----', 'fine', 'a label PyJWT does not know'],
    ['-----begin public key-----x-----end public key-----', 'fine', 'small letters'],
    [
      '-----BEGIN PUBLIC KEY----------END PUBLIC KEY-----',
      'fine',
      'nothing in between, not even the end of a line',
    ],
    ['ssh-rsa', 'key', 'the name of an SSH key type'],
    ['ssh-ed25519x', 'key', 'a word that begins so'],
    ['ssh-dss ', 'key', 'the third type'],
    ['ecdsa-sha2-nistp256', 'key', 'the first curve'],
    ['ecdsa-sha2-nistp384', 'key', 'the second curve'],
    ['ecdsa-sha2-nistp521', 'key', 'the third curve'],
    ['ecdsa-sha2-nistp999', 'fine', 'another curve'],
    [' ssh-rsa', 'fine', 'a space before it'],
    ['sk-ssh-ed25519@openssh.com AAAA', 'fine', 'a key on a token'],
    ['{"kty":"oct"}', 'jwk', 'a JWK'],
    [' \n{"\\u006bty":null}', 'jwk', 'a JWK in disguise'],
    ['{"keys":[{"kty":1}]}', 'jwk', 'a JWK Set'],
    ['[[{"a":{"kty":1}}]]', 'jwk', 'a JWK deep inside'],
    ['{"a":{"kty":1},"a":2}', 'fine', 'a member that the next of its name replaces'],
    ['{"a":"kty"}', 'fine', 'only a value'],
    ['"kty"', 'fine', 'only a text'],
    ['{kty:1}', 'fine', 'no JSON'],
    ['{"kty":1} x', 'fine', 'something behind it'],
    [`{"n":${'1'.repeat(5000)},"kty":1}`, 'jwk', 'a number of any length'],
    [deep(2000, '{"kty":1}'), 'jwk', 'a JWK too deep to read'],
    [deep(2000, '{"kty"  \n :1}'), 'jwk', 'white space before the colon'],
    [deep(2000, '"a\\"","kty"'), 'fine', 'no name, too deep to read'],
    [deep(2000, '"kty'), 'fine', 'a text without end, too deep to read'],
    ['{"a":'.repeat(2000), 'jwk', 'any object too deep to read'],
    ['\ufeff{"kty":1}', 'jwk', 'a byte order mark'],
  ] as const)
    it(`says ${verdict} of ${note}`, () => {
      assert.equal(judged(secret), verdict);
    });

  it('finds a JWK in UTF-16', () => {
    assert.equal(judged(Buffer.from('\ufeff{"kty":1}', 'utf16le')), 'jwk');
  });

  it('refuses keys in all their texts, and DER of public ones', () => {
    for (const kind of ['RSA-2048', 'P-256', 'Ed25519'] as const) {
      for (const text of [publicPem(kind), privatePem(kind), sshOf(kind)]) assert.equal(judged(text), 'key');
      const der = derOf(publicPem(kind));
      assert.equal(judged(der), 'key');
      assert.equal(judged(Uint8Array.of(...der, 0)), 'key');
      assert.equal(judged(der.subarray(0, -1)), 'fine');
      assert.equal(judged(derOf(privatePem(kind))), 'fine');
    }
    assert.equal(judged(derOf(publicPem('RSA-2048', 'pkcs1'))), 'key');
  });

  it('takes any secret of a random kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32 }), (secret) => assert.equal(judged(secret), 'fine')),
    );
  });

  it('takes linear time of hostile texts', () => {
    for (const text of [
      '-----BEGIN '.repeat(100_000),
      '"'.repeat(1_000_000),
      deep(400_000, '"\\"\\"'),
      '{"a":'.repeat(200_000),
    ]) {
      assert.ok(workTime(() => judged(text)) < 10_000, text.slice(0, 12));
    }
  });
});
