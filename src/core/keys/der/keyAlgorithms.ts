import type { Curve } from '../../jose/algorithms';
import { curvesByOid } from '../curve/curves';
import { mlDsaByOid } from '../mlDsa';

/** What an algorithm identifier of a public or private key says its key is. */
export type KeyAlgorithm =
  | { readonly kind: 'rsa' | 'rsa-pss' | 'ec' }
  | { readonly kind: 'okp'; readonly crv: Curve }
  | { readonly kind: 'ml-dsa'; readonly alg: string };

/** RFC 8017 appendix C, RFC 5480 §2.1. */
const families: Readonly<Record<string, KeyAlgorithm>> = {
  '1.2.840.113549.1.1.1': { kind: 'rsa' },
  '1.2.840.113549.1.1.7': { kind: 'rsa' },
  '1.2.840.113549.1.1.10': { kind: 'rsa-pss' },
  '1.2.840.10045.2.1': { kind: 'ec' },
  '1.3.132.1.12': { kind: 'ec' },
};

/** Algorithms whose keys exist in files and that JOSE has no use for, with their names. */
const otherAlgorithms: Readonly<Record<string, string>> = {
  '1.2.840.10040.4.1': 'DSA',
  '1.3.14.3.2.12': 'DSA',
  '1.2.840.113549.1.3.1': 'DH',
  '1.2.840.10046.2.1': 'DH',
  '1.2.643.2.2.19': 'GOST R 34.10-2001',
  '1.2.643.7.1.1.1.1': 'GOST R 34.10-2012',
  '1.2.643.7.1.1.1.2': 'GOST R 34.10-2012',
  '2.16.840.1.101.3.4.3.32': 'HashML-DSA-44',
  '2.16.840.1.101.3.4.3.33': 'HashML-DSA-65',
  '2.16.840.1.101.3.4.3.34': 'HashML-DSA-87',
  '2.16.840.1.101.3.4.4.1': 'ML-KEM-512',
  '2.16.840.1.101.3.4.4.2': 'ML-KEM-768',
  '2.16.840.1.101.3.4.4.3': 'ML-KEM-1024',
};
const slhDsa = /^2\.16\.840\.1\.101\.3\.4\.3\.(?:2[0-9]|3[01])$/;

/** Curves of other standards, with their names; so that a person reads more than numbers. */
const otherCurves: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.1': 'P-192',
  '1.3.132.0.33': 'P-224',
  '1.3.36.3.3.2.8.1.1.7': 'brainpoolP256r1',
  '1.3.36.3.3.2.8.1.1.11': 'brainpoolP384r1',
  '1.3.36.3.3.2.8.1.1.13': 'brainpoolP512r1',
  '1.2.156.10197.1.301': 'SM2',
  '1.3.132.0.31': 'secp192k1',
  '1.3.132.0.32': 'secp224k1',
};

export function keyAlgorithm(oid: string): KeyAlgorithm | undefined {
  const family = Object.hasOwn(families, oid) ? families[oid] : undefined;
  if (family) return family;
  const curve = curvesByOid.get(oid);
  if (curve?.kty === 'OKP') return { kind: 'okp', crv: curve.crv };
  const mlDsa = mlDsaByOid.get(oid);
  return mlDsa && { kind: 'ml-dsa', alg: mlDsa.alg };
}

/** A name a person may know, else the numbers. */
export function algorithmName(oid: string): string {
  if (slhDsa.test(oid)) return 'SLH-DSA';
  return (Object.hasOwn(otherAlgorithms, oid) ? otherAlgorithms[oid] : undefined) ?? oid;
}

export function curveName(oid: string): string {
  return (Object.hasOwn(otherCurves, oid) ? otherCurves[oid] : undefined) ?? oid;
}
