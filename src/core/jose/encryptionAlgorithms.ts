import type { Curve, Hash, KeyType } from './algorithms';

export type KeyManagementFamily =
  'rsa-oaep' | 'rsa1_5' | 'aes-kw' | 'aes-gcm-kw' | 'direct' | 'ecdh-es' | 'pbes2';

/** Everything known about one JWE `alg`: how the content encryption key comes to the recipient. */
export interface KeyManagementAlgorithm {
  readonly alg: string;
  readonly family: KeyManagementFamily;
  /** The one key type it works with; a key of another type is refused before any crypto. A password counts as `oct`. */
  readonly kty: KeyType;
  readonly curves?: readonly Curve[];
  readonly hash?: Hash;
  /** Octets of the key that wraps the content encryption key with AES; absent where nothing is wrapped so. */
  readonly wrapBytes?: number;
  /** Smallest key the RFC allows, in bits of the modulus. */
  readonly minimumKeyBits?: number;
  readonly rfc: string;
  /** Why one should not begin with it today; we open it, and do not make it. */
  readonly caution?: 'deprecated';
}

export type ContentEncryptionFamily = 'gcm' | 'cbc-hmac';

/** Everything known about one JWE `enc`: how the content is encrypted. */
export interface ContentEncryption {
  readonly enc: string;
  readonly family: ContentEncryptionFamily;
  /** Octets of the content encryption key; for CBC its first half is the MAC key. */
  readonly keyBytes: number;
  readonly ivBytes: number;
  readonly tagBytes: number;
  readonly hash?: Hash;
  readonly rfc: string;
}

const agreementCurves: readonly Curve[] = ['P-256', 'P-384', 'P-521', 'X25519', 'X448'];
const sizes = [16, 24, 32] as const;

const oaep = (alg: string, hash: Hash, rfc: string): KeyManagementAlgorithm => ({
  alg,
  family: 'rsa-oaep',
  kty: 'RSA',
  hash,
  minimumKeyBits: 2048,
  rfc,
});
const ecdh = (alg: string, wrapBytes?: 16 | 24 | 32): KeyManagementAlgorithm => ({
  alg,
  family: 'ecdh-es',
  // Edwards' curves for agreement are of type OKP (RFC 8037 §3.2): see `fitsKeyManagement`.
  kty: 'EC',
  curves: agreementCurves,
  ...(wrapBytes ? { wrapBytes } : {}),
  rfc: 'RFC 7518 §4.6',
});

/** The JWE `alg` values we open, by name. Order is the order of menus. */
export const keyManagementAlgorithms: ReadonlyMap<string, KeyManagementAlgorithm> = new Map(
  [
    oaep('RSA-OAEP', 'SHA-1', 'RFC 7518 §4.3'),
    oaep('RSA-OAEP-256', 'SHA-256', 'RFC 7518 §4.3'),
    // Registered beside RFC 7518 for the Web Cryptography API.
    oaep('RSA-OAEP-384', 'SHA-384', 'W3C WebCryptoAPI'),
    oaep('RSA-OAEP-512', 'SHA-512', 'W3C WebCryptoAPI'),
    {
      alg: 'RSA1_5',
      family: 'rsa1_5',
      kty: 'RSA',
      minimumKeyBits: 2048,
      rfc: 'RFC 7518 §4.2',
      caution: 'deprecated',
    } as const,
    ...sizes.map((bytes): KeyManagementAlgorithm => ({
      alg: `A${8 * bytes}KW`,
      family: 'aes-kw',
      kty: 'oct',
      wrapBytes: bytes,
      rfc: 'RFC 7518 §4.4',
    })),
    ...sizes.map((bytes): KeyManagementAlgorithm => ({
      alg: `A${8 * bytes}GCMKW`,
      family: 'aes-gcm-kw',
      kty: 'oct',
      wrapBytes: bytes,
      rfc: 'RFC 7518 §4.7',
    })),
    { alg: 'dir', family: 'direct', kty: 'oct', rfc: 'RFC 7518 §4.5' } as const,
    ecdh('ECDH-ES'),
    ...sizes.map((bytes) => ecdh(`ECDH-ES+A${8 * bytes}KW`, bytes)),
    ...sizes.map((bytes): KeyManagementAlgorithm => {
      const hash: Hash = `SHA-${(16 * bytes) as 256 | 384 | 512}`;
      const alg = `PBES2-HS${16 * bytes}+A${8 * bytes}KW`;
      return { alg, family: 'pbes2', kty: 'oct', hash, wrapBytes: bytes, rfc: 'RFC 7518 §4.8' };
    }),
  ].map((row) => [row.alg, row]),
);

/** The JWE `enc` values, by name (RFC 7518 §5.1). */
export const contentEncryptions: ReadonlyMap<string, ContentEncryption> = new Map(
  [
    ...sizes.map((bytes): ContentEncryption => ({
      enc: `A${8 * bytes}GCM`,
      family: 'gcm',
      keyBytes: bytes,
      ivBytes: 12,
      tagBytes: 16,
      rfc: 'RFC 7518 §5.3',
    })),
    ...sizes.map((bytes): ContentEncryption => ({
      enc: `A${8 * bytes}CBC-HS${16 * bytes}`,
      family: 'cbc-hmac',
      keyBytes: 2 * bytes,
      ivBytes: 16,
      tagBytes: bytes,
      hash: `SHA-${(16 * bytes) as 256 | 384 | 512}`,
      rfc: 'RFC 7518 §5.2',
    })),
  ].map((row) => [row.enc, row]),
);

/** Whether a key of this type and curve is what the algorithm takes; judged before any crypto. */
export function fitsKeyManagement(
  algorithm: KeyManagementAlgorithm,
  material: { readonly kty: KeyType; readonly crv?: Curve },
): boolean {
  if (!algorithm.curves) return material.kty === algorithm.kty;
  const isCurve = material.kty === 'EC' || material.kty === 'OKP';
  return isCurve && material.crv !== undefined && algorithm.curves.includes(material.crv);
}
