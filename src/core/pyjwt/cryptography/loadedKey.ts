import type { KeyMaterial } from '../../keys/key';

/** The kinds of asymmetric keys `cryptography` has classes for. */
export type KeyFamily = 'RSA' | 'DSA' | 'EC' | 'Ed25519' | 'Ed448' | 'X25519' | 'X448' | 'DH';

/** A key as an object of `cryptography`. */
export interface LoadedKey {
  readonly family: KeyFamily;
  readonly isPrivate: boolean;
  /** Its octets, of the kinds JOSE signs with; undefined for other families and curves. */
  readonly material?: Exclude<KeyMaterial, { readonly kty: 'oct' }>;
  /** EC: the curve as `cryptography` names it. */
  readonly curve?: string;
}

const classNames: Readonly<Partial<Record<KeyFamily, string>>> = { EC: 'EllipticCurve' };

/** The class's name in `cryptography` 38: `_RSAPublicKey`, `_EllipticCurvePrivateKey` and so on. */
export function className({ family, isPrivate }: LoadedKey): string {
  return `_${classNames[family] ?? family}${isPrivate ? 'Private' : 'Public'}Key`;
}
