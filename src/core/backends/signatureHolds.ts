import { AlgorithmUnavailable, KeyUnusable } from '../crypto/cryptoErrors';
import { fitsAlgorithm, verifyWith } from '../crypto/signatures';
import type { Bytes } from '../encoding/bytes';
import { signatureAlgorithm } from '../jose/algorithms';
import type { KeyMaterial } from '../keys/key';

/** Whether the signature was made with the key; a key nothing can be verified with answers no. */
export async function signatureHolds(
  alg: string,
  material: KeyMaterial,
  data: Bytes,
  signature: Bytes,
): Promise<boolean> {
  const algorithm = signatureAlgorithm(alg);
  if (!algorithm || !fitsAlgorithm(algorithm, material)) return false;
  try {
    return await verifyWith(algorithm, material, data, signature);
  } catch (thrown) {
    if (thrown instanceof KeyUnusable || thrown instanceof AlgorithmUnavailable) return false;
    throw thrown;
  }
}
