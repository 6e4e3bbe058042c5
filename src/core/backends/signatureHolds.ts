import { KeyUnusable } from '../crypto/cryptoErrors';
import { verifyWith } from '../crypto/signatures';
import type { Bytes } from '../encoding/bytes';
import type { SignatureAlgorithm } from '../jose/algorithms';
import type { KeyMaterial } from '../keys/key';

/** Whether the signature was made with the key; a key nothing can be verified with answers no. */
export async function signatureHolds(
  algorithm: SignatureAlgorithm,
  material: KeyMaterial,
  data: Bytes,
  signature: Bytes,
): Promise<boolean> {
  try {
    return await verifyWith(algorithm, material, data, signature);
  } catch (thrown) {
    if (!(thrown instanceof KeyUnusable)) throw thrown;
    return false;
  }
}
