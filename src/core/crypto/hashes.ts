import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { CHash } from '@noble/hashes/utils.js';
import type { Hash } from '../jose/algorithms';

/** The hash functions of the library, for hosts without WebCrypto. Load with `import()`: it is 20 KB. */
export const hashes: Readonly<Record<Hash, CHash>> = {
  'SHA-1': sha1,
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
};

/** Octets a hash gives. */
export function hashLength(hash: Hash): number {
  return hashes[hash].outputLen;
}
