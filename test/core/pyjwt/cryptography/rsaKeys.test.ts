import assert from 'node:assert/strict';
import {
  checkedPrivateRsaKey,
  checkedPublicRsaKey,
  privateRsaKey,
  type RsaNumbers,
} from '../../../../src/core/pyjwt/cryptography/rsaKeys';
import { isRaised } from '../../../../src/core/pyjwt/exceptions';
import type { LoadedKey } from '../../../../src/core/pyjwt/cryptography/loadedKey';
import type { Raised } from '../../../../src/core/pyjwt/exceptions';

/** The smallest example of RSA there is in print. */
const small: RsaNumbers = { n: 3233n, e: 17n, d: 2753n, p: 61n, q: 53n, dp: 53n, dq: 49n, qi: 38n };
const { n } = small;
const said = (answer: LoadedKey | Raised): string =>
  isRaised(answer) ? `${answer.exception}: ${answer.message}` : answer.family;

describe('checkedPrivateRsaKey', () => {
  it('takes numbers that belong together', () => {
    assert.equal(said(checkedPrivateRsaKey(small)), 'RSA');
  });

  for (const [changes, message] of [
    [{ n: 2n }, 'modulus must be >= 3.'],
    [{ n: 3n }, 'p must be < modulus.'],
    [{ p: n }, 'p must be < modulus.'],
    [{ q: n }, 'q must be < modulus.'],
    [{ q: n + 2n }, 'q must be < modulus.'],
    [{ dp: n }, 'dmp1 must be < modulus.'],
    [{ dq: n }, 'dmq1 must be < modulus.'],
    [{ qi: n }, 'iqmp must be < modulus.'],
    [{ d: n }, 'private_exponent must be < modulus.'],
    [{ e: 2n }, 'public_exponent must be >= 3 and < modulus.'],
    [{ e: n }, 'public_exponent must be >= 3 and < modulus.'],
    [{ e: 18n }, 'public_exponent must be odd.'],
    [{ dp: 52n }, 'dmp1 must be odd.'],
    [{ dq: 48n }, 'dmq1 must be odd.'],
    [{ p: 59n }, 'p*q must equal modulus.'],
    // Two that are wrong: the earlier question is asked first.
    [{ p: n, e: 18n }, 'p must be < modulus.'],
  ] as const)
    it(`says "${message}" of ${Object.entries(changes).join(', ')}`, () => {
      assert.equal(said(checkedPrivateRsaKey({ ...small, ...changes })), `ValueError: ${message}`);
    });

  for (const [changes, note] of [
    [{ dp: 51n }, 'another CRT exponent of p'],
    [{ dq: 51n }, 'another CRT exponent of q'],
    [{ qi: 37n }, 'another coefficient'],
    [{ d: 2753n + 60n, dq: 5n }, 'a private exponent that fits p alone'],
    [{ d: 2753n + 52n, dp: 45n }, 'a private exponent that fits q alone'],
  ] as const)
    it(`calls a key invalid for ${note}`, () => {
      assert.equal(said(checkedPrivateRsaKey({ ...small, ...changes })), 'ValueError: Invalid private key');
    });
});

describe('privateRsaKey', () => {
  it('asks that the factors make the modulus, and are prime', () => {
    for (const changes of [{ n: n + 2n }, { p: 1n, q: n }, { p: n, q: 1n }])
      assert.equal(said(privateRsaKey({ ...small, ...changes })), 'ValueError: Invalid private key');
    // 3 * 21 with exponents that fit: only 21 being no prime is wrong with it.
    const composite = { n: 63n, e: 3n, d: 27n, p: 3n, q: 21n, dp: 1n, dq: 7n, qi: 0n };
    assert.equal(said(privateRsaKey(composite)), 'ValueError: Invalid private key');
  });
});

describe('checkedPublicRsaKey', () => {
  for (const [modulus, exponent, answer] of [
    [3233n, 17n, 'RSA'],
    [3233n, 3n, 'RSA'],
    [5n, 3n, 'RSA'],
    [2n, 17n, 'ValueError: n must be >= 3.'],
    [3n, 3n, 'ValueError: e must be >= 3 and < n.'],
    [3233n, 1n, 'ValueError: e must be >= 3 and < n.'],
    [3233n, 3233n, 'ValueError: e must be >= 3 and < n.'],
    [3233n, 18n, 'ValueError: e must be odd.'],
  ] as const)
    it(`answers "${answer}" to ${modulus.toString()} and ${exponent.toString()}`, () => {
      assert.equal(said(checkedPublicRsaKey(modulus, exponent)), answer);
    });
});
