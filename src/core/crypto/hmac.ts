import { hmac } from '@noble/hashes/hmac.js';
import { ownBytes, type Bytes } from '../encoding/bytes';
import type { Hash } from '../jose/algorithms';
import { equalInConstantTime } from './constantTime';
import { KeyUnusable } from './cryptoErrors';
import { hashes } from './hashes';
import type { SignatureLibrary } from './signatureLibrary';

/** HMAC (RFC 2104) by library; takes any key, the empty one too. */
export function hmacOf(hash: Hash, key: Uint8Array, data: Uint8Array): Bytes {
  return ownBytes(hmac(hashes[hash], key, data));
}

/** HS256, HS384, HS512 (RFC 7518 §3.2). */
export const hmacLibrary: SignatureLibrary = {
  verify: (algorithm, material, data, signature) =>
    equalInConstantTime(
      hmacLibrary.sign(algorithm, material, data, () => signature),
      signature,
    ),
  sign({ hash }, material, data) {
    if (material.kty !== 'oct' || !hash) throw new KeyUnusable('keyType');
    return hmacOf(hash, material.k, data);
  },
};
