import type { Curve } from '../../jose/algorithms';

/** A named curve `cryptography` knows: name as it tells it, octets of a coordinate, and JOSE's name where it has one. */
export interface CurveName {
  readonly name: string;
  readonly width: number;
  readonly crv?: Extract<Curve, 'P-256' | 'P-384' | 'P-521' | 'secp256k1'>;
}

/** By object identifier (SEC 2 appendix A.2, RFC 5639 §4.1). Others OpenSSL may read, and `cryptography` then refuses. */
export const curveNames: ReadonlyMap<string, CurveName> = new Map<string, CurveName>([
  ['1.2.840.10045.3.1.7', { name: 'secp256r1', width: 32, crv: 'P-256' }],
  ['1.3.132.0.34', { name: 'secp384r1', width: 48, crv: 'P-384' }],
  ['1.3.132.0.35', { name: 'secp521r1', width: 66, crv: 'P-521' }],
  ['1.3.132.0.10', { name: 'secp256k1', width: 32, crv: 'secp256k1' }],
  ['1.2.840.10045.3.1.1', { name: 'secp192r1', width: 24 }],
  ['1.3.132.0.33', { name: 'secp224r1', width: 28 }],
  ['1.3.36.3.3.2.8.1.1.7', { name: 'brainpoolP256r1', width: 32 }],
  ['1.3.36.3.3.2.8.1.1.11', { name: 'brainpoolP384r1', width: 48 }],
  ['1.3.36.3.3.2.8.1.1.13', { name: 'brainpoolP512r1', width: 64 }],
  ['1.3.132.0.1', { name: 'sect163k1', width: 21 }],
  ['1.3.132.0.15', { name: 'sect163r2', width: 21 }],
  ['1.3.132.0.26', { name: 'sect233k1', width: 30 }],
  ['1.3.132.0.27', { name: 'sect233r1', width: 30 }],
  ['1.3.132.0.16', { name: 'sect283k1', width: 36 }],
  ['1.3.132.0.17', { name: 'sect283r1', width: 36 }],
  ['1.3.132.0.36', { name: 'sect409k1', width: 52 }],
  ['1.3.132.0.37', { name: 'sect409r1', width: 52 }],
  ['1.3.132.0.38', { name: 'sect571k1', width: 72 }],
  ['1.3.132.0.39', { name: 'sect571r1', width: 72 }],
]);

/** Curves OpenSSL knows and `cryptography` has no class for (SEC 2 versions 1 and 2, RFC 5639, X9.62), by the identifiers' beginning. */
const foreignCurves: readonly string[] = [
  '1.3.132.0.',
  '1.3.36.3.3.2.8.1.1.',
  '1.2.840.10045.3.',
  '2.23.43.1.4.',
];

/** Whether OpenSSL is likely to know the curve. */
export function isForeignCurve(oid: string): boolean {
  return foreignCurves.some((prefix) => oid.startsWith(prefix));
}

/** The row of one of JOSE's curves. */
export function joseCurve(crv: string): (CurveName & { readonly crv: Curve }) | undefined {
  for (const row of curveNames.values()) if (row.crv === crv) return { ...row, crv: row.crv };
  return undefined;
}
