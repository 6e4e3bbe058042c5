import { hashes } from '../crypto/hashes';
import { toInteger, toOctets } from '../crypto/integers';
import { maskGeneration } from '../crypto/mgf1';
import { rsaNumbers, rsaPublic } from '../crypto/rsa';
import { concatBytes, equalBytes, type Bytes } from '../encoding/bytes';
import type { Hash } from '../jose/algorithms';
import type { RsaMaterial } from '../keys/key';

/**
 * Octets of the salt in an RSASSA-PSS signature over the data, whatever their number (EMSA-PSS-VERIFY, RFC 8017 §9.1.2,
 * with the length of the salt read from the padding); undefined where the signature is none of this key over this data.
 */
export function pssSaltLength(
  hash: Hash,
  material: RsaMaterial,
  data: Bytes,
  signature: Bytes,
): number | undefined {
  const numbers = rsaNumbers(material);
  if (signature.length !== numbers.octets) return undefined;
  const value = toInteger(signature);
  if (value >= numbers.n) return undefined;
  const length = Math.ceil((numbers.bits - 1) / 8);
  const opened = toOctets(rsaPublic(numbers, value), numbers.octets);
  if (opened.length > length && opened[0] !== 0) return undefined;
  const encoded = opened.slice(opened.length - length);
  const { outputLen } = hashes[hash];
  const masked = encoded.subarray(0, encoded.length - outputLen - 1);
  if (masked.length === 0 || encoded.at(-1) !== 0xbc) return undefined;
  const proof = encoded.slice(masked.length, -1);
  const topBits = 0xff >> (8 * encoded.length - (numbers.bits - 1));
  if (((masked[0] ?? 0) & ~topBits) !== 0) return undefined;
  const mask = maskGeneration(hash, proof, masked.length);
  const block = masked.map((octet, index) => octet ^ (mask[index] ?? 0));
  block[0] = (block[0] ?? 0) & topBits;
  const one = block.findIndex((octet) => octet !== 0);
  if (one < 0 || block[one] !== 1) return undefined;
  const salt = block.subarray(one + 1);
  const again = hashes[hash](concatBytes(new Uint8Array(8), hashes[hash](data), salt));
  return equalBytes(again, proof) ? salt.length : undefined;
}

/** The longest salt a key leaves room for (RFC 8017 §9.1.1). */
export function longestSalt(hash: Hash, material: RsaMaterial): number {
  return Math.ceil((rsaNumbers(material).bits - 1) / 8) - hashes[hash].outputLen - 2;
}
