import type { Bytes } from '../../encoding/bytes';
import type { Jwk } from '../../keys/jwk';
import type { Runtime } from '../runtime';

/** The options of `jwtVerify` and `jwtDecrypt`. */
export interface JoseOptions {
  readonly algorithms?: readonly string[];
  readonly keyManagementAlgorithms?: readonly string[];
  readonly contentEncryptionAlgorithms?: readonly string[];
  readonly audience?: string | readonly string[];
  readonly issuer?: string | readonly string[];
  readonly subject?: string;
  readonly typ?: string;
  readonly requiredClaims?: readonly string[];
  /** Seconds, or a time span such as "2h". */
  readonly maxTokenAge?: number | string;
  readonly clockTolerance?: number | string;
  /** Extensions understood besides `b64` -> whether they must be integrity protected. */
  readonly crit?: Readonly<Record<string, boolean>>;
}

/** What a program gives as key: a secret as `Uint8Array`, or a JWK as an object. */
export type JoseKey = Bytes | Jwk;

/** The arguments of one call. */
export interface JoseRequest {
  readonly token: string;
  readonly key: JoseKey | undefined;
  readonly options?: JoseOptions;
  /** `currentDate`: seconds since the epoch. */
  readonly now: number;
  readonly runtime?: Runtime;
}
