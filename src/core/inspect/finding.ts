import type { Span } from '../jose/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Advice about a token that is well formed: a code, a place, a severity, the RFC that says so, and small facts for the
 * sentence. Facts are token-borne: escape on showing.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Where in the token's text; for header and payload members the segment that holds them. */
  readonly span?: Span;
  /** The header parameter or claim it speaks of. */
  readonly subject?: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly reference?: string;
}

export type FindingCode =
  | 'unsecured'
  | 'criticalUnknown'
  | 'noExpiry'
  /** More than a year between `iat` (or `nbf`) and `exp`. */
  | 'longLifetime'
  | 'expiresBeforeIssued'
  | 'expiresBeforeValid'
  | 'millisecondsForSeconds'
  | 'kidLooksLikePath'
  | 'kidLooksLikeSql'
  | 'kidLooksLikeUrl'
  | 'embeddedKey'
  | 'embeddedPrivateKey'
  | 'remoteKey'
  | 'certificateWithSecret'
  | 'typeUnexpected'
  /** Claims are absent that the token's own `typ` asks for. */
  | 'typeMissingClaims'
  | 'nestedToken'
  | 'claimType'
  | 'headerType'
  | 'personalData'
  | 'credential'
  | 'tooLargeForCookie'
  | 'tooLargeForHeader'
  | 'algorithmDeprecated'
  | 'algorithmUnknown'
  /** No registered name, but near to one: `rs256`, `HmacSHA256`. */
  | 'algorithmMisspelt'
  | 'algorithmPolymorphic'
  | 'compression'
  /** Too few rounds to slow down guessing; so many that they stall the reader. */
  | 'pbes2Iterations'
  | 'pbes2IterationsMany'
  | 'weakKey'
  /** The key that verified has another id than the token names. */
  | 'kidDiffers'
  /** Several keys bear the id the token names. */
  | 'kidAmbiguous'
  /** What the key says of itself speaks against what it was used for. */
  | 'keyAlgorithmDiffers'
  | 'keyUseDiffers'
  | 'keyOperationsDiffer'
  /** The secret that verified stands in one file with public keys, which are there to be given away. */
  | 'secretAmongPublicKeys'
  | 'issuedInFuture'
  /** A time lies so little ahead that two clocks may simply differ. */
  | 'clockSkew';
