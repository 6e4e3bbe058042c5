import { concatBytes, octetAt, xorBytes, type Bytes } from '../encoding/bytes';
import type { Hash, SignatureAlgorithm } from '../jose/algorithms';
import type { KeyMaterial, RsaMaterial } from '../keys/key';
import { equalInConstantTime } from './constantTime';
import { KeyUnusable } from './cryptoErrors';
import type { Random } from './engine';
import { hashes } from './hashes';
import { toInteger, toOctets } from './integers';
import { maskGeneration } from './mgf1';
import { rsaNumbers, rsaPrivate, rsaPublic, type RsaNumbers } from './rsa';
import type { SignatureLibrary } from './signatureLibrary';

/** RS256, RS384, RS512 (RSASSA-PKCS1-v1_5, RFC 8017 §8.2) by modular powers: for keys and hosts WebCrypto does not serve. */
export const rsaPkcs1Library: SignatureLibrary = {
  verify(algorithm, material, data, signature) {
    const { hash, numbers } = expected(algorithm, material);
    const padded = opened(numbers, signature);
    if (!padded || numbers.octets < pkcs1Length(hash)) return false;
    return equalInConstantTime(padded, pkcs1Encoding(hash, data, numbers.octets));
  },
  sign(algorithm, material, data) {
    const { hash, numbers, secret } = expected(algorithm, material);
    if (numbers.octets < pkcs1Length(hash)) throw new KeyUnusable('rsaTooSmall');
    return closed(numbers, secret, pkcs1Encoding(hash, data, numbers.octets));
  },
};

/** PS256, PS384, PS512 (RSASSA-PSS with MGF1 and a salt as long as the hash, RFC 7518 §3.5). */
export const rsaPssLibrary: SignatureLibrary = {
  verify(algorithm, material, data, signature) {
    const { hash, numbers } = expected(algorithm, material);
    const padded = opened(numbers, signature);
    if (!padded) return false;
    const length = Math.ceil((numbers.bits - 1) / 8);
    // A modulus of 8k+1 bits has one octet more than its encoded message: that octet must be zero.
    if (padded.length > length && padded[0] !== 0) return false;
    return pssVerifies(hash, data, padded.slice(padded.length - length), numbers.bits - 1);
  },
  sign(algorithm, material, data, random) {
    const { hash, numbers, secret } = expected(algorithm, material);
    return closed(numbers, secret, pssEncoding(hash, data, numbers.bits - 1, random));
  },
};

function expected(
  { hash }: SignatureAlgorithm,
  material: KeyMaterial,
): { hash: Hash; numbers: RsaNumbers; secret: RsaMaterial['private'] } {
  if (material.kty !== 'RSA' || !hash) throw new KeyUnusable('keyType');
  return { hash, numbers: rsaNumbers(material), secret: material.private };
}

/** The encoded message a signature holds; undefined where it is of the wrong length or not below the modulus. */
function opened(numbers: RsaNumbers, signature: Bytes): Bytes | undefined {
  if (signature.length !== numbers.octets) return undefined;
  const value = toInteger(signature);
  return value < numbers.n ? toOctets(rsaPublic(numbers, value), numbers.octets) : undefined;
}

function closed(numbers: RsaNumbers, secret: RsaMaterial['private'], encoded: Bytes): Bytes {
  return toOctets(rsaPrivate(numbers, secret, toInteger(encoded)), numbers.octets);
}

/** DigestInfo up to the digest (RFC 8017 §9.2 note 1): the object identifier's last octet and the length differ. */
const hashIdentifiers: Readonly<Record<Hash, readonly number[]>> = {
  'SHA-1': [0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a, 0x05, 0x00, 0x04, 0x14],
  'SHA-256': sha2Identifier(1, 32),
  'SHA-384': sha2Identifier(2, 48),
  'SHA-512': sha2Identifier(3, 64),
};

function sha2Identifier(last: number, length: number): readonly number[] {
  const oid = [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, last];
  return [0x30, 17 + length, 0x30, 0x0d, ...oid, 0x05, 0x00, 0x04, length];
}

/** Fewest octets of a modulus that hold this hash: eight octets of padding at least. */
function pkcs1Length(hash: Hash): number {
  return hashIdentifiers[hash].length + hashes[hash].outputLen + 11;
}

function pkcs1Encoding(hash: Hash, data: Bytes, length: number): Bytes {
  const info = concatBytes(Uint8Array.from(hashIdentifiers[hash]), hashes[hash](data));
  const padding = new Uint8Array(length - info.length - 3).fill(0xff);
  return concatBytes(Uint8Array.of(0, 1), padding, Uint8Array.of(0), info);
}

/** EMSA-PSS-ENCODE (RFC 8017 §9.1.1). */
function pssEncoding(hash: Hash, data: Bytes, bits: number, random: Random): Bytes {
  const digest = hashes[hash](data);
  const length = Math.ceil(bits / 8);
  if (length < 2 * digest.length + 2) throw new KeyUnusable('rsaTooSmall');
  const salt = random(digest.length);
  const proof = hashes[hash](concatBytes(new Uint8Array(8), digest, salt));
  const block = new Uint8Array(length - digest.length - 1);
  block[block.length - salt.length - 1] = 1;
  block.set(salt, block.length - salt.length);
  const mask = maskGeneration(hash, proof, block.length);
  const masked = xorBytes(block, mask);
  masked[0] = octetAt(masked, 0) & (0xff >> (8 * length - bits));
  return concatBytes(masked, proof, Uint8Array.of(0xbc));
}

/** EMSA-PSS-VERIFY (RFC 8017 §9.1.2). */
function pssVerifies(hash: Hash, data: Bytes, encoded: Bytes, bits: number): boolean {
  const digest = hashes[hash](data);
  const saltAt = encoded.length - 2 * digest.length - 1;
  if (saltAt < 1 || encoded.at(-1) !== 0xbc) return false;
  const masked = encoded.subarray(0, encoded.length - digest.length - 1);
  const proof = encoded.slice(masked.length, -1);
  const topBits = 0xff >> (8 * encoded.length - bits);
  if ((octetAt(masked, 0) & ~topBits) !== 0) return false;
  const mask = maskGeneration(hash, proof, masked.length);
  const block = xorBytes(masked, mask);
  block[0] = octetAt(block, 0) & topBits;
  const isPadded = block.every((octet, index) => index >= saltAt || octet === (index === saltAt - 1 ? 1 : 0));
  const again = hashes[hash](concatBytes(new Uint8Array(8), digest, block.subarray(saltAt)));
  return isPadded && equalInConstantTime(again, proof);
}
