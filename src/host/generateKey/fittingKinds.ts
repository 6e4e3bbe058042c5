import type { KeySpec } from '../../core/keys/generateKey';
import { signatureAlgorithm, type SignatureAlgorithm } from '../../core/jose/algorithms';
import { fitsKeyManagement, type KeyManagementAlgorithm } from '../../core/jose/encryptionAlgorithms';

/** Whether a key made by this recipe can sign with an algorithm. */
export function signsWith(algorithm: SignatureAlgorithm): (spec: KeySpec) => boolean {
  return (spec) => {
    if (spec.kty !== algorithm.kty) return false;
    if (spec.kty === 'AKP') return spec.alg === algorithm.alg;
    if (spec.kty === 'oct') return bitsOf(spec) >= (algorithm.minimumKeyBits ?? 0);
    return !('crv' in spec) || !algorithm.curves || algorithm.curves.includes(spec.crv);
  };
}

/** Whether something can be encrypted to a key made by this recipe. */
export function encryptsWith(algorithm: KeyManagementAlgorithm): (spec: KeySpec) => boolean {
  return (spec) => {
    if (spec.kty === 'oct' && algorithm.wrapBytes !== undefined && algorithm.family !== 'pbes2')
      return algorithm.kty === 'oct' && bitsOf(spec) === 8 * algorithm.wrapBytes;
    return fitsKeyManagement(algorithm, 'crv' in spec ? { kty: spec.kty, crv: spec.crv } : { kty: spec.kty });
  };
}

function bitsOf(spec: KeySpec & { readonly kty: 'oct' }): number {
  return spec.bits ?? signatureAlgorithm(spec.alg)?.minimumKeyBits ?? 256;
}
