import type { Bytes } from '../encoding/bytes';
import type { SignatureAlgorithm } from '../jose/algorithms';
import type { KeyMaterial } from '../keys/key';
import type { Random } from './engine';

/** One signature family done by an audited library instead of the host's WebCrypto. Throws `KeyUnusable` for keys that cannot be used at all. */
export interface SignatureLibrary {
  verify(algorithm: SignatureAlgorithm, material: KeyMaterial, data: Bytes, signature: Bytes): boolean;
  sign(algorithm: SignatureAlgorithm, material: KeyMaterial, data: Bytes, random: Random): Bytes;
}
