import { pow } from '@noble/curves/abstract/modular.js';
import { bitLength, toInteger, toOctets } from '../../crypto/integers';
import type { Bytes } from '../../encoding/bytes';
import { Raised } from '../exceptions';
import type { LoadedKey } from './loadedKey';

/** The numbers of an RSA private key (RFC 8017 appendix A.1.2). */
export interface RsaNumbers {
  readonly n: bigint;
  readonly e: bigint;
  readonly d: bigint;
  readonly p: bigint;
  readonly q: bigint;
  readonly dp: bigint;
  readonly dq: bigint;
  readonly qi: bigint;
}

/** A modulus above this is not looked into: OpenSSL verifies nothing with it either. */
const bitsLimit = 16384;
/** Above this many bits the factors are not tried for being prime, which takes the square of a square of them. */
const primalityLimit = 8192;

const octetsOf = (integer: bigint): Bytes => toOctets(integer, Math.ceil(bitLength(integer) / 8));

export function publicRsaKey(n: bigint, e: bigint): LoadedKey {
  return { family: 'RSA', isPrivate: false, material: { kty: 'RSA', n: octetsOf(n), e: octetsOf(e) } };
}

/** Bits of the modulus: `key_size`. */
export function rsaKeySize(key: LoadedKey): number {
  return key.material?.kty === 'RSA' ? bitLength(toInteger(key.material.n)) : 0;
}

/** `RSAPublicNumbers.public_key()`: what it asks of the numbers. */
export function checkedPublicRsaKey(n: bigint, e: bigint): LoadedKey | Raised {
  if (n < 3n) return new Raised('ValueError', 'n must be >= 3.');
  if (e < 3n || e >= n) return new Raised('ValueError', 'e must be >= 3 and < n.');
  if (e % 2n === 0n) return new Raised('ValueError', 'e must be odd.');
  return publicRsaKey(n, e);
}

/** Loading a private key asks OpenSSL's `RSA_check_key`: its numbers belong together. */
export function privateRsaKey(numbers: RsaNumbers): LoadedKey | Raised {
  if (!isConsistent(numbers)) return new Raised('ValueError', 'Invalid private key', 'prefix');
  const { n, e, d, p, q, dp, dq, qi } = numbers;
  const crt = { p: octetsOf(p), q: octetsOf(q), dp: octetsOf(dp), dq: octetsOf(dq), qi: octetsOf(qi) };
  const material = { kty: 'RSA', n: octetsOf(n), e: octetsOf(e), private: { d: octetsOf(d), crt } } as const;
  return { family: 'RSA', isPrivate: true, material };
}

/** `RSAPrivateNumbers.private_key()`: its own questions first, then OpenSSL's. */
export function checkedPrivateRsaKey(numbers: RsaNumbers): LoadedKey | Raised {
  const { n, e, d, p, q, dp, dq, qi } = numbers;
  const asked: readonly (readonly [fails: boolean, message: string])[] = [
    [n < 3n, 'modulus must be >= 3.'],
    [p >= n, 'p must be < modulus.'],
    [q >= n, 'q must be < modulus.'],
    [dp >= n, 'dmp1 must be < modulus.'],
    [dq >= n, 'dmq1 must be < modulus.'],
    [qi >= n, 'iqmp must be < modulus.'],
    [d >= n, 'private_exponent must be < modulus.'],
    [e < 3n || e >= n, 'public_exponent must be >= 3 and < modulus.'],
    [e % 2n === 0n, 'public_exponent must be odd.'],
    [dp % 2n === 0n, 'dmp1 must be odd.'],
    [dq % 2n === 0n, 'dmq1 must be odd.'],
    [p * q !== n, 'p*q must equal modulus.'],
  ];
  const failed = asked.find(([fails]) => fails);
  return failed ? new Raised('ValueError', failed[1]) : privateRsaKey(numbers);
}

function isConsistent({ n, e, d, p, q, dp, dq, qi }: RsaNumbers): boolean {
  if (p < 3n || q < 3n || p % 2n === 0n || q % 2n === 0n || bitLength(n) > bitsLimit || p * q !== n)
    return false;
  const [p1, q1] = [p - 1n, q - 1n];
  const belongs = dp === d % p1 && dq === d % q1 && (qi * q) % p === 1n;
  return (
    belongs && (d * e - 1n) % p1 === 0n && (d * e - 1n) % q1 === 0n && isLikelyPrime(p) && isLikelyPrime(q)
  );
}

/** Fermat's test to base 2. This tells a key that was put together wrongly, not one made to deceive. */
function isLikelyPrime(candidate: bigint): boolean {
  return 2 * bitLength(candidate) > primalityLimit || pow(2n, candidate - 1n, candidate) === 1n;
}

/** Above this many bits the factors are not looked for: it takes several private operations. */
const recoveryLimit = 4096;

/** Bases tried for the factors; each succeeds at least every second time where the numbers belong together. */
const bases: readonly bigint[] = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n];

/**
 * The factors from the private exponent alone (NIST SP 800-56B revision 2 appendix C.1), the greater one as p, and what
 * follows from them. Raises ValueError where the numbers do not belong together.
 */
export function recoverRsaNumbers(n: bigint, e: bigint, d: bigint): RsaNumbers | Raised {
  const factor = findFactor(n, d * e - 1n);
  if (factor === undefined || factor <= 1n || factor >= n)
    return new Raised('ValueError', 'Unable to compute factors p and q from exponent d.');
  const other = n / factor;
  const [p, q] = factor > other ? [factor, other] : [other, factor];
  return { n, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
}

/** `product` is a multiple of every element's order; so a root of 1 that is neither 1 nor -1 shares a factor with n. */
function findFactor(n: bigint, product: bigint): bigint | undefined {
  if (n < 3n || product <= 0n || bitLength(n) > recoveryLimit || bitLength(product) > 2 * recoveryLimit)
    return undefined;
  const twos = trailingZeros(product);
  for (const base of bases) {
    let root = pow(base, product >> BigInt(twos), n);
    for (let square = 0; square < twos && root !== 1n && root !== n - 1n; square++) {
      const next = (root * root) % n;
      if (next === 1n) return gcd(root + 1n, n);
      root = next;
    }
    // Not even the last square is 1: the exponents were never each other's inverse.
    if (root !== 1n && root !== n - 1n) return undefined;
  }
  return undefined;
}

function trailingZeros(integer: bigint): number {
  const bits = integer.toString(2);
  return bits.length - 1 - bits.lastIndexOf('1');
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The inverse of a modulo m, by the extended Euclidean algorithm. */
function inverse(a: bigint, m: bigint): bigint {
  let [x, y, r, s] = [1n, 0n, a, m];
  while (s > 0n) [x, y, r, s] = [y, x - (r / s) * y, s, r % s];
  return ((x % m) + m) % m;
}
