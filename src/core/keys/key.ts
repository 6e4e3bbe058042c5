import type { Bytes } from '../encoding/bytes';
import type { Curve, KeyType } from '../jose/algorithms';
import type { Span } from '../jose/span';

/** Key material as octets, whatever file it came from: big-endian integers without leading zeros for RSA, fixed width for curves. */
export type KeyMaterial = OctMaterial | RsaMaterial | EcMaterial | OkpMaterial | AkpMaterial;

export interface OctMaterial {
  readonly kty: 'oct';
  readonly k: Bytes;
}
export interface RsaMaterial {
  readonly kty: 'RSA';
  readonly n: Bytes;
  readonly e: Bytes;
  readonly private?: RsaPrivate;
}
export interface RsaPrivate {
  readonly d: Bytes;
  /** The factors and CRT exponents, where the file had them (RFC 7518 §6.3.2). */
  readonly crt?: {
    readonly p: Bytes;
    readonly q: Bytes;
    readonly dp: Bytes;
    readonly dq: Bytes;
    readonly qi: Bytes;
  };
}
export interface EcMaterial {
  readonly kty: 'EC';
  readonly crv: Curve;
  readonly x: Bytes;
  readonly y: Bytes;
  readonly d?: Bytes;
}
export interface OkpMaterial {
  readonly kty: 'OKP';
  readonly crv: Curve;
  readonly x: Bytes;
  readonly d?: Bytes;
}
/** ML-DSA (RFC 9964). `seed` is the JWK's `priv`; some PKCS#8 files hold only the expanded key. */
export interface AkpMaterial {
  readonly kty: 'AKP';
  readonly alg: string;
  readonly pub: Bytes;
  readonly seed?: Bytes;
  readonly expanded?: Bytes;
}

/** What a key says of itself besides its material (RFC 7517 §4); never taken as proof of anything. */
export interface KeyLabels {
  readonly kid?: string;
  readonly alg?: string;
  readonly use?: string;
  readonly keyOps?: readonly string[];
  /** Comment of an OpenSSH key, subject of a certificate, name of a PKCS#12 bag. */
  readonly comment?: string;
  /** base64url SHA-1 and SHA-256 of the certificate it came in (RFC 7517 §4.8-9). */
  readonly x5t?: string;
  readonly 'x5t#S256'?: string;
  /** Seconds since the epoch, of the certificate. */
  readonly notBefore?: number;
  readonly notAfter?: number;
}

/** A key with its material. Lives in the host and in core values; never crosses the protocol, a log or a message box. */
export interface Key {
  readonly material: KeyMaterial;
  readonly labels: KeyLabels;
  /** The format it was read from, as `KeyFormat` names it. */
  readonly format: KeyFormat;
  /** Its place in the text it was read from, where that text holds several. */
  readonly span?: Span;
  /** The 1-based line that place begins in. */
  readonly line?: number;
}

export type KeyFormat =
  | 'secret'
  | 'jwk'
  | 'spki'
  | 'pkcs1-public'
  | 'pkcs1-private'
  | 'pkcs8'
  | 'pkcs8-encrypted'
  | 'sec1'
  | 'pem-encrypted'
  | 'x509'
  | 'openssh-public'
  | 'openssh-private'
  | 'rfc4716'
  | 'pkcs12'
  | 'pkcs7'
  | 'putty';

/** How the text of a secret becomes octets. */
export type SecretEncoding = 'utf8' | 'base64' | 'base64url' | 'hex';

/** Where the host has a key from. Holds names a person may see, never material. */
export type KeyOrigin =
  /** A file; `path` is relative to its workspace folder, `line` is 1-based where the file holds several keys. */
  | { readonly from: 'file'; readonly path: string; readonly uri: string; readonly line?: number }
  /** SecretStorage, by its reference's name. */
  | { readonly from: 'secretStorage'; readonly name: string }
  /** A variable of an environment file, or a constant near the token. */
  | {
      readonly from: 'variable';
      readonly name: string;
      readonly path: string;
      readonly uri: string;
      readonly line: number;
    }
  /** The token's own header, which proves nothing. */
  | { readonly from: 'token' }
  /** A JWK Set fetched on request. */
  | { readonly from: 'remote'; readonly url: string };

/** A key the workspace knows, under an id that is stable for as long as its origin and content are. */
export interface KnownKey {
  readonly id: string;
  readonly key: Key;
  readonly origin: KeyOrigin;
}

/** All of a key that is safe to show, log and send. */
export interface KeySummary {
  readonly id: string;
  readonly kty: KeyType;
  readonly crv?: Curve;
  readonly alg?: string;
  /** Modulus or secret, in bits; fixed by the curve otherwise. */
  readonly bits: number;
  readonly kind: 'secret' | 'public' | 'private';
  readonly kid?: string;
  readonly comment?: string;
  /** RFC 7638, SHA-256, base64url. Absent for secrets: a thumbprint of a weak secret gives it away. */
  readonly thumbprint?: string;
  readonly format: KeyFormat;
  readonly origin: KeyOrigin;
  readonly weaknesses: readonly KeyWeakness[];
}

export type KeyWeakness =
  | { readonly code: 'key.rsaTooSmall'; readonly bits: number; readonly minimum: number }
  | { readonly code: 'key.secretTooShort'; readonly bits: number; readonly minimum: number }
  | { readonly code: 'key.secretEmpty' }
  | { readonly code: 'key.secretLooksLikePublicKey' }
  | { readonly code: 'key.smallExponent'; readonly exponent: number }
  /** CVE-2017-15361. */
  | { readonly code: 'key.roca' }
  | { readonly code: 'key.certificateExpired'; readonly notAfter: number };
