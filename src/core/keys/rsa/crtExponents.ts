import { integerOctets, toInteger } from '../../crypto/integers';
import { FormatFault } from '../../encoding/formatFault';
import type { RsaNumbers } from './rsaMaterial';

/** RSA numbers as SSH and PuTTY keep them: without the exponents of the Chinese remainders. */
type Factors = Required<Pick<RsaNumbers, 'n' | 'e' | 'd' | 'p' | 'q' | 'qi'>>;

/** Adds d mod p−1 and d mod q−1 (RFC 8017 §3.2). */
export function withCrtExponents(numbers: Factors): Required<RsaNumbers> {
  const [d, p, q] = [toInteger(numbers.d), toInteger(numbers.p), toInteger(numbers.q)];
  if (p < 2n || q < 2n) throw new FormatFault('malformed');
  return { ...numbers, dp: integerOctets(d % (p - 1n)), dq: integerOctets(d % (q - 1n)) };
}
