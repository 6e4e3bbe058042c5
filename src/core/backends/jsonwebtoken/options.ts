import type { KeyMaterial } from '../../keys/key';
import type { Bytes } from '../../encoding/bytes';
import type { Runtime } from '../runtime';

/** The options of `jwt.verify` that we know; patterns for the audience are not among them. */
export interface JsonwebtokenOptions {
  readonly algorithms?: readonly string[];
  readonly audience?: string | readonly string[];
  readonly issuer?: string | readonly string[];
  readonly subject?: string;
  readonly jwtid?: string;
  readonly nonce?: string;
  /** Seconds, or a text as the package `ms` reads it. */
  readonly maxAge?: number | string;
  /** Seconds. */
  readonly clockTolerance?: number;
  readonly ignoreExpiration?: boolean;
  readonly ignoreNotBefore?: boolean;
  readonly allowInvalidAsymmetricKeyTypes?: boolean;
  readonly complete?: boolean;
}

/** What a program gives as `secretOrPublicKey`. */
export type JsonwebtokenKey =
  /** A string, or a Buffer: PEM text becomes a key, anything else a secret. An empty string mostly counts as not given. */
  | { readonly given: 'string' | 'buffer'; readonly octets: Bytes }
  /** A `KeyObject` of `node:crypto`. */
  | { readonly given: 'keyObject'; readonly key: NodeKey };

/** A key as Node.js holds it. */
export interface NodeKey {
  readonly type: 'secret' | 'public' | 'private';
  /** `asymmetricKeyType`; undefined for secrets. */
  readonly family: string | undefined;
  /** Undefined for keys of kinds that JOSE does not sign with. */
  readonly material: KeyMaterial | undefined;
  /** The one PS algorithm an `rsa-pss` key is for. */
  readonly pssAlgorithm?: string;
}

/** The arguments of one call. */
export interface JsonwebtokenRequest {
  readonly token: string;
  readonly key: JsonwebtokenKey | undefined;
  readonly options?: JsonwebtokenOptions;
  /** The moment taken for now: seconds since the epoch. */
  readonly now: number;
  readonly runtime?: Runtime;
}
