import { hashes } from '../core/crypto/hashes';
import type { Digest, HmacHash } from '../core/strength/hmacTester';
import { isNodeThread } from './ownPort';

/** A hash function that answers at once: Node's own in its threads, the library's where WebCrypto makes everyone wait. */
export async function hostDigest(hash: HmacHash): Promise<Digest> {
  if (!isNodeThread) return hashes[hash];
  const { createHash, hash: hashAtOnce } = await import('node:crypto');
  const name = hash.replace('-', '').toLowerCase();
  // Node 20.12 makes a digest in one call, which takes half the time.
  return hashAtOnce
    ? (octets) => hashAtOnce(name, octets, 'buffer')
    : (octets) => createHash(name).update(octets).digest();
}
