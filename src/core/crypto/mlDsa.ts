import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { ownBytes } from '../encoding/bytes';
import type { AkpMaterial, KeyMaterial } from '../keys/key';
import { KeyUnusable } from './cryptoErrors';
import type { SignatureLibrary } from './signatureLibrary';

const parameterSets: Readonly<Record<string, typeof ml_dsa44>> = {
  'ML-DSA-44': ml_dsa44,
  'ML-DSA-65': ml_dsa65,
  'ML-DSA-87': ml_dsa87,
};

/** ML-DSA-44, -65, -87 (RFC 9964, FIPS 204): pure, empty context. */
export const mlDsaLibrary: SignatureLibrary = {
  verify(algorithm, material, data, signature) {
    const { key, parameters } = expected(algorithm.alg, material);
    if (key.pub.length !== parameters.lengths.publicKey) throw new KeyUnusable('wrongLength');
    return signature.length === parameters.lengths.signature && parameters.verify(signature, data, key.pub);
  },
  sign(algorithm, material, data, random) {
    const { key, parameters } = expected(algorithm.alg, material);
    if (key.seed && key.seed.length !== 32) throw new KeyUnusable('wrongLength');
    const secret = key.seed ? parameters.keygen(key.seed).secretKey : key.expanded;
    if (!secret) throw new KeyUnusable('notPrivate');
    if (secret.length !== parameters.lengths.secretKey) throw new KeyUnusable('wrongLength');
    return ownBytes(parameters.sign(data, secret, { extraEntropy: random(32) }));
  },
};

function expected(alg: string, material: KeyMaterial): { key: AkpMaterial; parameters: typeof ml_dsa44 } {
  const parameters = Object.hasOwn(parameterSets, alg) ? parameterSets[alg] : undefined;
  if (material.kty !== 'AKP' || material.alg !== alg || !parameters) throw new KeyUnusable('keyType');
  return { key: material, parameters };
}
