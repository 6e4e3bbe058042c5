import type { PyjwtAlgorithm } from './algorithms';
import { rsaKeySize } from './cryptography/rsaKeys';
import { isLoadedKey, type PreparedKey } from './prepareKey';

/** Bits PyJWT wants of an RSA modulus. */
const rsaMinimum = 2048;

/** `check_key_length`: PyJWT's words where the key is too short for the algorithm; undefined where it is not. */
export function keyLengthMessage({ kind, signature }: PyjwtAlgorithm, key: PreparedKey): string | undefined {
  if (kind === 'rsa' && key && isLoadedKey(key)) {
    const bits = rsaKeySize(key);
    return bits < rsaMinimum
      ? `The RSA key is ${bits} bits long, which is below the minimum recommended size of ${rsaMinimum} bits. See NIST SP 800-131A.`
      : undefined;
  }
  if (kind !== 'hmac' || !key || isLoadedKey(key)) return undefined;
  const minimum = (signature?.minimumKeyBits ?? 0) / 8;
  return key.length < minimum
    ? `The HMAC key is ${key.length} bytes long, which is below the minimum recommended length of ${minimum} bytes for ${(signature?.hash ?? '').replace('-', '')}. See RFC 7518 Section 3.2.`
    : undefined;
}
