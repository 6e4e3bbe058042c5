import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Bytes } from '../../../../src/core/encoding/bytes';
import {
  derBits,
  derElement,
  derInteger,
  derNull,
  derOctets,
  derOid,
  derSequence,
} from '../../../../src/core/encoding/derWriter';
import { pbkdf1 } from '../../../../src/core/keys/password/repeatedHash';
import { pkcs8Der } from '../../../../src/core/keys/write/derKeys';
import { opensshPrivateText } from '../../../../src/core/keys/write/openssh';
import { aKey, aPair } from '../../../support/keyMaterial';
import { spkiOf, told } from './derFiles';

const salt = derOctets(new Uint8Array(8));
const closed = (oid: string, ...parameters: readonly Bytes[]): Bytes =>
  derSequence(derSequence(derOid(oid), ...parameters), derOctets(new Uint8Array(48)));
const rounds = (count: number): Bytes => derSequence(salt, derInteger(count));
const pbes2 = (derivation: Bytes, cipher: Bytes): Bytes =>
  closed('1.2.840.113549.1.5.13', derSequence(derivation, cipher));
const pbkdf2 = (count: number): Bytes =>
  derSequence(derOid('1.2.840.113549.1.5.12'), derSequence(salt, derInteger(count)));
const aes128 = (ivBytes: number): Bytes =>
  derSequence(derOid('2.16.840.1.101.3.4.1.2'), derOctets(new Uint8Array(ivBytes)));
const info = (algorithm: Bytes, key: Bytes, ...more: readonly Bytes[]): Bytes =>
  derSequence(derInteger(more.length), algorithm, derOctets(key), ...more);
const ec = derSequence(derOid('1.2.840.10045.2.1'), derOid('1.2.840.10045.3.1.7'));
const rsa = derSequence(derOid('1.2.840.113549.1.1.1'), derNull());
const p256 = aPair('P-256').material as { readonly d: Bytes; readonly x: Bytes; readonly y: Bytes };
const scalarAlone = derSequence(derInteger(1), derOctets(p256.d));
const publicBits = (x: Uint8Array, y: Uint8Array): Bytes => derElement(0x81, Uint8Array.of(0, 4, ...x, ...y));

/** Files that are built wrong in one number, and what is said of them. */
const rows: readonly (readonly [what: string, file: Bytes, said: RegExp])[] = [
  ['PBES1 of no rounds', closed('1.2.840.113549.1.5.10', rounds(0)), /^damaged/],
  ['a PKCS#12 cipher of no rounds', closed('1.2.840.113549.1.12.1.3', rounds(0)), /^damaged/],
  ['PBKDF2 of no rounds', pbes2(pbkdf2(0), aes128(16)), /^damaged/],
  ['an initialization vector that is too short', pbes2(pbkdf2(1), aes128(8)), /^damaged/],
  ['a scheme nobody knows', closed('1.2.3.4', rounds(1)), /^unsupportedCipher 1\.2\.3\.4/],
  ['RC4 of PKCS#12', closed('1.2.840.113549.1.12.1.1', rounds(1)), /^unsupportedCipher RC4/],
  ['more than two primes', info(rsa, derSequence(derInteger(1))), /^multiPrime/],
  [
    'X25519 of 31 octets',
    derSequence(derSequence(derOid('1.3.101.110')), derBits(new Uint8Array(31))),
    /^damaged/,
  ],
  [
    'a request to certify',
    derSequence(
      derSequence(derInteger(0), derSequence(), spkiOf('P-256'), derElement(0xa0)),
      derSequence(derOid('1.2.840.10045.4.3.2')),
      derBits(new Uint8Array(64)),
    ),
    /^certificateRequest/,
  ],
  ['an EC key with its point outside', info(ec, scalarAlone, publicBits(p256.x, p256.y)), /^1 keys/],
  [
    'an EC key with another’s point outside',
    info(ec, scalarAlone, publicBits(...otherPoint())),
    /^inconsistent/,
  ],
];

function otherPoint(): readonly [Uint8Array, Uint8Array] {
  // The same x has two points: y and p - y.
  const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
  const y = p - BigInt(`0x${Buffer.from(p256.y).toString('hex')}`);
  return [p256.x, new Uint8Array(Buffer.from(y.toString(16).padStart(64, '0'), 'hex'))];
}

describe('key files with one number out of the ordinary', () => {
  for (const [what, file, said] of rows)
    it(what, async () => {
      assert.match(await told(file, 'secret'), said);
    });

  it('hashes on where other work gets its turn in between', async () => {
    let state = createHash('md5').update('passsalt').digest();
    for (let round = 1; round < 20_002; round++) state = createHash('md5').update(state).digest();
    const octets = (text: string): Bytes => new TextEncoder().encode(text);
    const made = await pbkdf1('MD5', octets('pass'), octets('salt'), 20_002);
    assert.equal(Buffer.from(made).toString('hex'), state.toString('hex'));
  });

  it('writes no private key of a public one', async () => {
    const whole = aPair('RSA-2048').material;
    assert.ok(whole.kty === 'RSA');
    const half = { kty: 'RSA', n: whole.n, e: whole.e } as const;
    const code = (written: unknown): unknown => Reflect.get(Object(written), 'facts');
    assert.deepEqual(code(await pkcs8Der(half)), { format: 'PKCS#8', because: 'publicOnly' });
    const openssh = await opensshPrivateText(aKey(half));
    assert.deepEqual(code(openssh), { format: 'OpenSSH', because: 'publicOnly' });
    const secret = await opensshPrivateText(aKey({ kty: 'oct', k: new Uint8Array(16) }));
    assert.deepEqual(code(secret), { format: 'OpenSSH', because: 'secret' });
  });
});
