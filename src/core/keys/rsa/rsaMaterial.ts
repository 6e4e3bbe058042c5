import { toInteger } from '../../crypto/integers';
import type { Bytes } from '../../encoding/bytes';
import type { KeyFormat, RsaMaterial } from '../key';
import { keyProblem, type KeyProblem } from '../keyProblem';

/** RSA integers as a file has them: big-endian, perhaps with leading zeros, perhaps without the CRT values. */
export interface RsaNumbers {
  readonly n: Uint8Array;
  readonly e: Uint8Array;
  readonly d?: Uint8Array;
  readonly p?: Uint8Array;
  readonly q?: Uint8Array;
  readonly dp?: Uint8Array;
  readonly dq?: Uint8Array;
  readonly qi?: Uint8Array;
}

/** Largest modulus taken, in bits: what OpenSSL and the browsers take; more only serves to keep a processor busy. */
export const rsaBitsLimit = 16384;

/** Checks and trims the numbers of an RSA key; the same gate for every format. Even or zero numbers are no key. */
export function rsaMaterial(format: KeyFormat, numbers: RsaNumbers): RsaMaterial | KeyProblem {
  const n = trimmed(numbers.n);
  const e = trimmed(numbers.e);
  const bits = bitLength(n);
  if (bits > rsaBitsLimit) return keyProblem('rsaTooLarge', { bits, limit: rsaBitsLimit });
  if (!isOdd(n) || !isOdd(e) || bits < 16 || e.length > n.length) return keyProblem('damaged', { format });
  if (!numbers.d) return { kty: 'RSA', n, e };
  const d = trimmed(numbers.d);
  if (d.length === 0 || d.length > n.length) return keyProblem('damaged', { format });
  const { p, q, dp, dq, qi } = numbers;
  if (!p || !q || !dp || !dq || !qi) return { kty: 'RSA', n, e, private: { d } };
  const crt = { p: trimmed(p), q: trimmed(q), dp: trimmed(dp), dq: trimmed(dq), qi: trimmed(qi) };
  if (Object.values(crt).some((part) => part.length === 0 || part.length > n.length))
    return keyProblem('damaged', { format });
  if (!belongTogether({ n, e, d, ...crt })) return keyProblem('inconsistent', { format });
  return { kty: 'RSA', n, e, private: { d, crt } };
}

/** Whether the numbers are one key's (RFC 8017 §3.2): with others a signature would fail, or give the factors away. */
function belongTogether(numbers: Required<RsaNumbers>): boolean {
  const { n, e, d, p, q, dp, dq, qi } = Object.fromEntries(
    Object.entries(numbers).map(([name, octets]: [string, Uint8Array]) => [name, toInteger(octets)]),
  ) as Record<keyof RsaNumbers, bigint>;
  return (
    p > 1n &&
    q > 1n &&
    p * q === n &&
    (e * dp) % (p - 1n) === 1n &&
    (e * dq) % (q - 1n) === 1n &&
    d % (p - 1n) === dp &&
    d % (q - 1n) === dq &&
    (qi * q) % p === 1n
  );
}

/** Without leading zeros, in an array of its own. */
function trimmed(bytes: Uint8Array): Bytes {
  const first = bytes.findIndex((octet) => octet !== 0);
  return new Uint8Array(first === -1 ? [] : bytes.subarray(first));
}

/** Bits of a big-endian integer without leading zeros. */
export function bitLength(bytes: Uint8Array): number {
  const [first] = bytes;
  return first === undefined ? 0 : 8 * bytes.length - (Math.clz32(first) - 24);
}

function isOdd(bytes: Uint8Array): boolean {
  return ((bytes.at(-1) ?? 0) & 1) === 1;
}
