import { toInteger } from '../../crypto/integers';
import { decodeHex } from '../../encoding/hex';
import { FormatFault } from '../../encoding/formatFault';
import type { Bytes } from '../../encoding/bytes';
import type { RsaNumbers } from './rsaMaterial';

/** RSA numbers as SSH and PuTTY keep them: without the exponents of the Chinese remainders. */
type Factors = Required<Pick<RsaNumbers, 'n' | 'e' | 'd' | 'p' | 'q' | 'qi'>>;

/** Adds d mod p−1 and d mod q−1 (RFC 8017 §3.2). */
export function withCrtExponents(numbers: Factors): Required<RsaNumbers> {
  const [d, p, q] = [toInteger(numbers.d), toInteger(numbers.p), toInteger(numbers.q)];
  if (p < 2n || q < 2n) throw new FormatFault('malformed');
  return { ...numbers, dp: octetsOf(d % (p - 1n)), dq: octetsOf(d % (q - 1n)) };
}

function octetsOf(integer: bigint): Bytes {
  const digits = integer.toString(16);
  return decodeHex(digits.length % 2 ? `0${digits}` : digits) ?? new Uint8Array();
}
