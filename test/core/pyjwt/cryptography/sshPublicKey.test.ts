import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../../src/core/encoding/bytes';
import { className } from '../../../../src/core/pyjwt/cryptography/loadedKey';
import { loadSshPublicKey } from '../../../../src/core/pyjwt/cryptography/sshPublicKey';
import { isRaised } from '../../../../src/core/pyjwt/exceptions';
import { aPair } from '../../../support/keyMaterial';
import { sshLine, sshOf } from '../pyjwtKeys';

function found(line: string): string {
  const key = loadSshPublicKey(utf8Bytes(line));
  return isRaised(key) ? key.exception : className(key);
}

const empty = new Uint8Array();
const ed25519 = new Uint8Array(32);
const number = (bits: number): Uint8Array => Uint8Array.of(0, 0x80, ...new Uint8Array(bits / 8 - 1));
/** What follows the key in a certificate. */
const certified = Buffer.concat([
  Buffer.alloc(8 + 4),
  ...[4, 4].map(() => Buffer.alloc(4)),
  Buffer.alloc(16),
  ...[0, 0, 0, 0, 0].map(() => Buffer.alloc(4)),
]);
const certificate = (tail: Buffer): string => {
  const type = 'ssh-ed25519-cert-v01@openssh.com';
  const line = sshLine(type, empty, ed25519);
  const blob = Buffer.from(line.split(' ')[1], 'base64');
  return `${type} ${Buffer.concat([blob, tail]).toString('base64')}`;
};

describe('loadSshPublicKey', () => {
  for (const kind of ['RSA-2048', 'P-256', 'P-384', 'P-521', 'Ed25519'] as const)
    it(`reads ${kind}`, () => {
      const key = loadSshPublicKey(utf8Bytes(sshOf(kind)));
      assert.ok(!isRaised(key) && key.material);
      const { material } = aPair(kind);
      assert.equal(key.isPrivate, false);
      for (const [name, octets] of Object.entries(key.material))
        assert.deepEqual(octets, material[name as keyof typeof material], name);
    });

  for (const [line, answer, note] of [
    ['ssh-rsa', 'ValueError', 'only a type'],
    [' ssh-ed25519 AAAA', 'ValueError', 'white space in front'],
    [sshOf('Ed25519').replace(' ', '\t \t'), '_Ed25519PublicKey', 'tabs between'],
    [sshOf('Ed25519').replace(' ', '\n'), 'ValueError', 'a line end between'],
    [sshOf('Ed25519').replace(' AAAA', ' A!AAA'), '_Ed25519PublicKey', 'foreign characters in the base64'],
    ['ssh-ed25519 AAAAA', 'ValueError', 'base64 of no octets'],
    ['ssh-foo AAAA', 'UnsupportedAlgorithm', 'another type'],
    [sshOf('Ed25519').replace('ssh-ed25519', 'ssh-rsa'), 'ValueError', 'another type inside'],
    [sshLine('ssh-ed25519', new Uint8Array(31)), 'ValueError', 'a key too short'],
    [sshLine('ssh-ed25519', ed25519, empty), 'ValueError', 'something behind the key'],
    [sshLine('ssh-ed25519'), 'ValueError', 'no key'],
    [sshLine('ssh-rsa', Uint8Array.of(3), Uint8Array.of(0x80)), 'ValueError', 'a negative number'],
    [sshLine('ssh-rsa', Uint8Array.of(2), Uint8Array.of(77)), 'ValueError', 'an even exponent'],
    [
      sshLine('ecdsa-sha2-nistp256', utf8Bytes('nistp384'), Uint8Array.of(4)),
      'ValueError',
      'another curve inside',
    ],
    [
      sshLine('ecdsa-sha2-nistp256', utf8Bytes('nistp256'), new Uint8Array(33).fill(2)),
      'NotImplementedError',
      'a compressed point',
    ],
    [
      sshLine('ecdsa-sha2-nistp256', utf8Bytes('nistp256'), new Uint8Array(65).fill(4)),
      'ValueError',
      'a point off the curve',
    ],
    [
      sshLine('ssh-dss', number(1024), number(160), Uint8Array.of(2), Uint8Array.of(2)),
      '_DSAPublicKey',
      'DSA',
    ],
    [
      sshLine('ssh-dss', number(2048), number(256), Uint8Array.of(2), Uint8Array.of(2)),
      'ValueError',
      'DSA of 2048 bits',
    ],
    [
      sshLine('ssh-dss', number(1024), number(128), Uint8Array.of(2), Uint8Array.of(2)),
      'ValueError',
      'DSA of a short q',
    ],
    [
      sshLine('ssh-dss', number(1024), number(160), Uint8Array.of(1), Uint8Array.of(2)),
      'ValueError',
      'DSA of a generator that is none',
    ],
    [
      sshLine('ssh-dss', number(1024), number(160), number(1024), Uint8Array.of(2)),
      'ValueError',
      'DSA of a generator as large as p',
    ],
    ['ssh-ed25519', 'ValueError', 'no body'],
    ['ssh-ed25519 ', 'ValueError', 'white space for a body'],
    [certificate(certified), '_Ed25519PublicKey', 'a certificate'],
    [certificate(certified.subarray(1)), 'ValueError', 'a certificate cut off'],
    [
      certificate(Buffer.concat([certified, Buffer.alloc(1)])),
      'ValueError',
      'something behind a certificate',
    ],
  ] as const)
    it(`answers ${note} with ${answer}`, () => {
      assert.equal(found(line), answer);
    });

  for (const [line, message] of [
    ['ssh-rsa', 'Invalid line format'],
    ['ssh-foo AAAA', "Unsupported key type: b'ssh-foo'"],
    ['ssh-foo-cert-v01@openssh.com AAAA', "Unsupported key type: b'ssh-foo-cert-v01@openssh.com'"],
    ['ssh-ed25519 AAAAA', 'Invalid key format'],
    [
      sshLine('ecdsa-sha2-nistp256', utf8Bytes('nistp256'), new Uint8Array(33).fill(2)),
      'Need uncompressed point',
    ],
  ] as const)
    it(`says "${message}"`, () => {
      const raised = loadSshPublicKey(utf8Bytes(line));
      assert.equal(isRaised(raised) && raised.message, message);
    });

  it('takes no base64url for base64', () => {
    const line = sshOf('RSA-2048');
    const urlSafe = line.replaceAll('+', '-').replaceAll('/', '_');
    assert.notEqual(urlSafe, line);
    assert.equal(found(urlSafe), 'ValueError');
  });
});
