import { aeskw, cbc, gcm } from '@noble/ciphers/aes.js';
import { ownBytes, type Bytes } from '../encoding/bytes';

/** AES by library: key wrap for all hosts, GCM and CBC for keys and hosts WebCrypto does not serve. Undefined is a refusal. */
export const aesLibrary = {
  /** AES Key Wrap (RFC 3394). */
  wrap: (key: Bytes, data: Bytes): Bytes => ownBytes(aeskw(key).encrypt(data)),
  unwrap: (key: Bytes, data: Bytes): Bytes | undefined => attempt(() => aeskw(key).decrypt(data)),
  /** Ciphertext and tag in one. */
  gcmEncrypt: (key: Bytes, iv: Bytes, data: Bytes, aad: Bytes): Bytes =>
    ownBytes(gcm(key, iv, aad).encrypt(data)),
  gcmDecrypt: (key: Bytes, iv: Bytes, data: Bytes, aad: Bytes): Bytes | undefined =>
    attempt(() => gcm(key, iv, aad).decrypt(data)),
  /** With the padding of PKCS#7. */
  cbcEncrypt: (key: Bytes, iv: Bytes, data: Bytes): Bytes => ownBytes(cbc(key, iv).encrypt(data)),
  cbcDecrypt: (key: Bytes, iv: Bytes, data: Bytes): Bytes | undefined =>
    attempt(() => cbc(key, iv).decrypt(data)),
} as const;

/** The library throws for data that is not what it should be. */
function attempt(decrypt: () => Uint8Array): Bytes | undefined {
  try {
    return ownBytes(decrypt());
  } catch {
    return undefined;
  }
}
