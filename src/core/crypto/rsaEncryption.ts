import { concatBytes, octetAt, xorBytes, type Bytes } from '../encoding/bytes';
import type { Hash } from '../jose/algorithms';
import type { RsaMaterial } from '../keys/key';
import { equalInConstantTime } from './constantTime';
import { KeyUnusable } from './cryptoErrors';
import type { Random } from './engine';
import { hashes } from './hashes';
import { toInteger, toOctets } from './integers';
import { maskGeneration } from './mgf1';
import { rsaNumbers, rsaPrivate, rsaPublic } from './rsa';

/** RSAES-OAEP-ENCRYPT (RFC 8017 §7.1.1), empty label, MGF1 of the same hash. */
export function oaepSeal(material: RsaMaterial, hash: Hash, message: Bytes, random: Random): Bytes {
  const numbers = rsaNumbers(material);
  const { outputLen } = hashes[hash];
  const room = numbers.octets - 2 * outputLen - 2;
  if (message.length > room) throw new KeyUnusable('rsaTooSmall');
  const padding = new Uint8Array(room - message.length);
  const block = concatBytes(hashes[hash](new Uint8Array()), padding, Uint8Array.of(1), message);
  const seed = random(outputLen);
  const maskedBlock = xorBytes(block, maskGeneration(hash, seed, block.length));
  const maskedSeed = xorBytes(seed, maskGeneration(hash, maskedBlock, outputLen));
  const encoded = concatBytes(Uint8Array.of(0), maskedSeed, maskedBlock);
  return toOctets(rsaPublic(numbers, toInteger(encoded)), numbers.octets);
}

/** RSAES-OAEP-DECRYPT (RFC 8017 §7.1.2); one undefined for all that can be wrong. */
export function oaepOpen(material: RsaMaterial, hash: Hash, ciphertext: Bytes): Bytes | undefined {
  const encoded = decrypted(material, ciphertext);
  const { outputLen } = hashes[hash];
  if (!encoded || encoded.length < 2 * outputLen + 2) return undefined;
  const maskedBlock = encoded.slice(1 + outputLen);
  const seed = xorBytes(encoded.slice(1, 1 + outputLen), maskGeneration(hash, maskedBlock, outputLen));
  const block = xorBytes(maskedBlock, maskGeneration(hash, seed, maskedBlock.length));
  const isLabelled = equalInConstantTime(block.slice(0, outputLen), hashes[hash](new Uint8Array()));
  const separator = block.findIndex((octet, index) => index >= outputLen && octet !== 0);
  const isPadded = separator >= 0 && block[separator] === 1;
  return isLabelled && isPadded && encoded[0] === 0 ? block.slice(separator + 1) : undefined;
}

/**
 * RSAES-PKCS1-v1_5 decryption (RFC 8017 §7.2.2). Where the padding is wrong, or the message not of the length expected, the
 * stand-in comes back instead and the content will not open: the same failure for every fault (RFC 7516 §11.5).
 */
export function pkcs1Open(material: RsaMaterial, ciphertext: Bytes, length: number, standIn: Bytes): Bytes {
  const encoded = decrypted(material, ciphertext);
  if (!encoded || encoded.length < length + 11) return standIn;
  const separator = encoded.length - length - 1;
  let fault = octetAt(encoded, 0) | (octetAt(encoded, 1) ^ 2) | octetAt(encoded, separator);
  for (let at = 2; at < separator; at++) fault |= encoded[at] === 0 ? 1 : 0;
  return fault === 0 ? encoded.slice(separator + 1) : standIn;
}

/** The encoded message; undefined for a ciphertext of another length or not below the modulus. */
function decrypted(material: RsaMaterial, ciphertext: Bytes): Bytes | undefined {
  const numbers = rsaNumbers(material);
  const value = ciphertext.length === numbers.octets ? toInteger(ciphertext) : numbers.n;
  if (!material.private) throw new KeyUnusable('notPrivate');
  return value < numbers.n
    ? toOctets(rsaPrivate(numbers, material.private, value), numbers.octets)
    : undefined;
}
