import type { Bytes } from '../encoding/bytes';
import type { SignatureAlgorithm, SignatureFamily } from '../jose/algorithms';
import type { KeyMaterial } from '../keys/key';
import { AlgorithmUnavailable, KeyUnusable } from './cryptoErrors';
import { hostEngine, hostRandom, type Engine, type Random } from './engine';
import type { SignatureLibrary } from './signatureLibrary';
import { webSign, webVerify } from './webSignatures';

/** The library of each family, loaded when first needed. `none` has nothing that could be computed. */
const libraries: Readonly<Record<SignatureFamily, (() => Promise<SignatureLibrary>) | undefined>> = {
  hmac: async () => (await import('./hmac')).hmacLibrary,
  'rsassa-pkcs1': async () => (await import('./rsaSignatures')).rsaPkcs1Library,
  'rsassa-pss': async () => (await import('./rsaSignatures')).rsaPssLibrary,
  ecdsa: async () => (await import('./ecdsa')).ecdsaLibrary,
  eddsa: async () => (await import('./eddsa')).eddsaLibrary,
  'ml-dsa': async () => (await import('./mlDsa')).mlDsaLibrary,
  none: undefined,
};

/**
 * Whether the signature over the data was made with this key, by its public half or secret. A signature of a wrong length
 * is none: false. Keys below an RFC's minimum get their true answer. Throws `KeyUnusable` where the key is of another type or
 * curve, or cannot be used at all, and `AlgorithmUnavailable` for `none`.
 */
export async function verifyWith(
  algorithm: SignatureAlgorithm,
  material: KeyMaterial,
  data: Bytes,
  signature: Bytes,
  engine: Engine = hostEngine(),
): Promise<boolean> {
  const load = libraryOf(algorithm, material);
  if (algorithm.signatureBytes !== undefined && signature.length !== algorithm.signatureBytes) return false;
  const answer = engine ? await webVerify(engine, algorithm, material, data, signature) : undefined;
  return answer ?? (await load()).verify(algorithm, material, data, signature);
}

/** The signature over the data. Throws `KeyUnusable` and `AlgorithmUnavailable` as `verifyWith` does; a public key is `notPrivate`. */
export async function signWith(
  algorithm: SignatureAlgorithm,
  material: KeyMaterial,
  data: Bytes,
  engine: Engine = hostEngine(),
  random: Random = hostRandom,
): Promise<Bytes> {
  const load = libraryOf(algorithm, material);
  const signature = engine ? await webSign(engine, algorithm, material, data) : undefined;
  return signature ?? (await load()).sign(algorithm, material, data, random);
}

/** Whether the key is of the type and curve the algorithm asks for (and, for ML-DSA, of its parameter set): judged before any crypto. */
export function fitsAlgorithm(algorithm: SignatureAlgorithm, material: KeyMaterial): boolean {
  if (material.kty !== algorithm.kty) return false;
  if (material.kty === 'AKP') return material.alg === algorithm.alg;
  return !('crv' in material) || (algorithm.curves?.includes(material.crv) ?? false);
}

function libraryOf(algorithm: SignatureAlgorithm, material: KeyMaterial): () => Promise<SignatureLibrary> {
  const load = libraries[algorithm.family];
  if (!load) throw new AlgorithmUnavailable(algorithm.alg);
  if (!fitsAlgorithm(algorithm, material)) throw new KeyUnusable('keyType');
  return load;
}
