import type { RsaMaterial } from '../keys/key';
import { bitLength, toInteger } from './integers';

/**
 * Whether an RSA key is one that every host's WebCrypto takes. Outside of these some hosts throw, but others answer
 * "false" for a signature they did not look at, which is not the truth about it.
 */
export function isOrdinaryRsa({ n, e }: RsaMaterial): boolean {
  if (n.length > 1025 || e.length > 8) return false;
  const [modulus, exponent] = [toInteger(n), toInteger(e)];
  const bits = bitLength(modulus);
  const isOdd = modulus % 2n === 1n && exponent % 2n === 1n;
  return bits >= 1024 && bits <= 8192 && isOdd && exponent > 1n && exponent < 2n ** 32n;
}
