import { concatBytes, type Bytes } from '../encoding/bytes';
import type { Hash } from '../jose/algorithms';
import { hashes } from './hashes';

/** MGF1 (RFC 8017 appendix B.2.1): a mask of so many octets. */
export function maskGeneration(hash: Hash, seed: Uint8Array, length: number): Bytes {
  const mask = new Uint8Array(length);
  const { outputLen } = hashes[hash];
  for (let counter = 0; counter * outputLen < length; counter++) {
    const count = Uint8Array.of(counter >>> 24, counter >>> 16, counter >>> 8, counter);
    const block = hashes[hash](concatBytes(seed, count));
    mask.set(block.subarray(0, length - counter * outputLen), counter * outputLen);
  }
  return mask;
}
