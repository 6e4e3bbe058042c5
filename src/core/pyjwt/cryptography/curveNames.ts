import type { Curve } from '../../jose/algorithms';

/** A named curve `cryptography` knows: name as it tells it, octets of a coordinate, and JOSE's name where it has one. */
export interface CurveName {
  readonly name: string;
  readonly width: number;
  readonly crv?: Extract<Curve, 'P-256' | 'P-384' | 'P-521' | 'secp256k1'>;
  /** y² = x³ - 3x + b over the field of p (FIPS 186-4 appendix D.1.2), of the curves NIST named and JOSE did not. */
  readonly equation?: { readonly p: bigint; readonly b: bigint };
}

/** By object identifier (SEC 2 appendix A.2, RFC 5639 §4.1). Others OpenSSL may read, and `cryptography` then refuses. */
export const curveNames: ReadonlyMap<string, CurveName> = new Map<string, CurveName>([
  ['1.2.840.10045.3.1.7', { name: 'secp256r1', width: 32, crv: 'P-256' }],
  ['1.3.132.0.34', { name: 'secp384r1', width: 48, crv: 'P-384' }],
  ['1.3.132.0.35', { name: 'secp521r1', width: 66, crv: 'P-521' }],
  ['1.3.132.0.10', { name: 'secp256k1', width: 32, crv: 'secp256k1' }],
  [
    '1.2.840.10045.3.1.1',
    {
      name: 'secp192r1',
      width: 24,
      equation: {
        p: 2n ** 192n - 2n ** 64n - 1n,
        b: 0x64210519e59c80e70fa7e9ab72243049feb8deecc146b9b1n,
      },
    },
  ],
  [
    '1.3.132.0.33',
    {
      name: 'secp224r1',
      width: 28,
      equation: {
        p: 2n ** 224n - 2n ** 96n + 1n,
        b: 0xb4050a850c04b3abf54132565044b0b7d7bfd8ba270b39432355ffb4n,
      },
    },
  ],
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

/** Curves OpenSSL knows and `cryptography` has no class for (SEC 2, RFC 5639, X9.62, WTLS), those it has among them. */
const opensslCurves: readonly RegExp[] = [
  /^1\.3\.132\.0\.(?:[1-9]|[12]\d|3\d)$/,
  /^1\.3\.36\.3\.3\.2\.8\.1\.1\.(?:[1-9]|1[0-4])$/,
  /^1\.2\.840\.10045\.3\.(?:1\.[1-7]|0\.(?:[1-9]|1\d|20))$/,
  /^2\.23\.43\.1\.4\.(?:[13-9]|1[0-2])$/,
];

/** Whether OpenSSL knows a curve that `cryptography` then refuses. */
export function isForeignCurve(oid: string): boolean {
  return !curveNames.has(oid) && opensslCurves.some((pattern) => pattern.test(oid));
}

/** The row of one of JOSE's curves. */
export function joseCurve(crv: string): (CurveName & { readonly crv: Curve }) | undefined {
  for (const row of curveNames.values()) if (row.crv === crv) return { ...row, crv: row.crv };
  return undefined;
}
