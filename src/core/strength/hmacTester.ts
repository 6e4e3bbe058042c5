import { utf8Bytes } from '../encoding/bytes';
import type { Hash } from '../jose/algorithms';

/** A hash function of the host or of a library: octets in, their digest out, at once. */
export type Digest = (octets: Uint8Array) => Uint8Array;

export type HmacHash = Extract<Hash, 'SHA-256' | 'SHA-384' | 'SHA-512'>;

/** Octets in a block of each hash (FIPS 180-4). */
const blockSizes: Readonly<Record<HmacHash, number>> = { 'SHA-256': 64, 'SHA-384': 128, 'SHA-512': 128 };

/**
 * A function that tells whether a secret makes this HMAC (RFC 2104) of the data. Made for many secrets over the same data:
 * both blocks are kept, and only the octets of the secret are written anew. Not constant in time: whoever asks looks for
 * the secret of a token in hand. The verdict on a token is never taken from here.
 */
export function hmacTester(
  hash: HmacHash,
  data: Uint8Array,
  signature: Uint8Array,
  digest: Digest,
): (secret: string | Uint8Array) => boolean {
  const block = blockSizes[hash];
  const inner = new Uint8Array(block + data.length).fill(0x36, 0, block);
  const outer = new Uint8Array(block + signature.length).fill(0x5c, 0, block);
  inner.set(data, block);
  let used = 0;

  const putOctets = (octets: Uint8Array): void => {
    const key = octets.length > block ? digest(octets) : octets;
    key.forEach((octet, at) => {
      inner[at] = 0x36 ^ octet;
      outer[at] = 0x5c ^ octet;
    });
    clearFrom(key.length);
  };
  const clearFrom = (length: number): void => {
    if (length < used) {
      inner.fill(0x36, length, used);
      outer.fill(0x5c, length, used);
    }
    used = length;
  };
  /** Most secrets are short and plain: their octets need not be made first. False where this one is not. */
  const putPlain = (text: string): boolean => {
    if (text.length > block) return false;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) {
        used = Math.max(used, at);
        return false;
      }
      inner[at] = 0x36 ^ code;
      outer[at] = 0x5c ^ code;
    }
    clearFrom(text.length);
    return true;
  };

  return (secret) => {
    if (typeof secret !== 'string') putOctets(secret);
    else if (!putPlain(secret)) putOctets(utf8Bytes(secret));
    outer.set(digest(inner), block);
    const made = digest(outer);
    for (let at = 0; at < signature.length; at++) if (made[at] !== signature[at]) return false;
    return true;
  };
}
