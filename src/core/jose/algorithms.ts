/** The key types of RFC 7518 §6, RFC 8037 and RFC 9964. */
export type KeyType = 'oct' | 'RSA' | 'EC' | 'OKP' | 'AKP';
export type Curve = 'P-256' | 'P-384' | 'P-521' | 'secp256k1' | 'Ed25519' | 'Ed448' | 'X25519' | 'X448';
export type Hash = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
export type SignatureFamily = 'hmac' | 'rsassa-pkcs1' | 'rsassa-pss' | 'ecdsa' | 'eddsa' | 'ml-dsa' | 'none';

/** Everything known about one JWS `alg`; nobody else lists algorithms. */
export interface SignatureAlgorithm {
  readonly alg: string;
  readonly family: SignatureFamily;
  /** The one key type it works with; a key of another type is refused before any crypto. */
  readonly kty: KeyType | undefined;
  /** The curves it works with, for EC and OKP keys; a family that takes either lists both. */
  readonly curves?: readonly Curve[];
  readonly hash?: Hash;
  /** Octets of a signature where the algorithm fixes them: HMAC, ECDSA (r‖s), ML-DSA, EdDSA per curve. */
  readonly signatureBytes?: number;
  /** Smallest key the RFC allows: bits of the modulus or of the secret. */
  readonly minimumKeyBits?: number;
  readonly rfc: string;
  /** Why one should not begin with it today. */
  readonly caution?: 'deprecated' | 'unsecured';
}

const hmac = (bits: 256 | 384 | 512): SignatureAlgorithm => ({
  alg: `HS${bits}`,
  family: 'hmac',
  kty: 'oct',
  hash: `SHA-${bits}`,
  signatureBytes: bits / 8,
  minimumKeyBits: bits,
  rfc: 'RFC 7518 §3.2',
});
const rsa = (prefix: 'RS' | 'PS', bits: 256 | 384 | 512): SignatureAlgorithm => ({
  alg: `${prefix}${bits}`,
  family: prefix === 'RS' ? 'rsassa-pkcs1' : 'rsassa-pss',
  kty: 'RSA',
  hash: `SHA-${bits}`,
  minimumKeyBits: 2048,
  rfc: prefix === 'RS' ? 'RFC 7518 §3.3' : 'RFC 7518 §3.5',
});
const ecdsa = (alg: string, curve: Curve, hash: Hash, width: number, rfc: string): SignatureAlgorithm => ({
  alg,
  family: 'ecdsa',
  kty: 'EC',
  curves: [curve],
  hash,
  signatureBytes: 2 * width,
  rfc,
});
const mlDsa = (level: 44 | 65 | 87, signatureBytes: number): SignatureAlgorithm => ({
  alg: `ML-DSA-${level}`,
  family: 'ml-dsa',
  kty: 'AKP',
  signatureBytes,
  rfc: 'RFC 9964',
});

/** The JWS algorithms we verify and sign, by `alg`. Order is the order of menus. */
export const signatureAlgorithms: ReadonlyMap<string, SignatureAlgorithm> = new Map(
  [
    hmac(256),
    hmac(384),
    hmac(512),
    rsa('RS', 256),
    rsa('RS', 384),
    rsa('RS', 512),
    rsa('PS', 256),
    rsa('PS', 384),
    rsa('PS', 512),
    ecdsa('ES256', 'P-256', 'SHA-256', 32, 'RFC 7518 §3.4'),
    ecdsa('ES384', 'P-384', 'SHA-384', 48, 'RFC 7518 §3.4'),
    ecdsa('ES512', 'P-521', 'SHA-512', 66, 'RFC 7518 §3.4'),
    ecdsa('ES256K', 'secp256k1', 'SHA-256', 32, 'RFC 8812 §3.2'),
    // RFC 9864 deprecates the name for being polymorphic; the world still signs with it.
    {
      alg: 'EdDSA',
      family: 'eddsa',
      kty: 'OKP',
      curves: ['Ed25519', 'Ed448'],
      rfc: 'RFC 8037 §3.1',
    } as const,
    {
      alg: 'Ed25519',
      family: 'eddsa',
      kty: 'OKP',
      curves: ['Ed25519'],
      signatureBytes: 64,
      rfc: 'RFC 9864 §2.2',
    } as const,
    {
      alg: 'Ed448',
      family: 'eddsa',
      kty: 'OKP',
      curves: ['Ed448'],
      signatureBytes: 114,
      rfc: 'RFC 9864 §2.2',
    } as const,
    mlDsa(44, 2420),
    mlDsa(65, 3309),
    mlDsa(87, 4627),
    { alg: 'none', family: 'none', kty: undefined, rfc: 'RFC 7518 §3.6', caution: 'unsecured' } as const,
  ].map((row) => [row.alg, row]),
);

/** The row of a JWS `alg`, exact in case as RFC 7515 §4.1.1 asks. */
export function signatureAlgorithm(alg: string | undefined): SignatureAlgorithm | undefined {
  return alg === undefined ? undefined : signatureAlgorithms.get(alg);
}
