import type { Finding, FindingCode, Severity } from '../inspect/finding';
import type { Problem } from '../jose/problem';
import type { Span } from '../jose/span';

/** What the editor may remark on: a rule each, that can be turned off. */
export type RemarkCode = FindingCode | 'expired' | 'liveToken' | 'malformed';

/** How much is made of a remark. */
export type Level = Severity | 'off';

/** A word about a token where it stands. */
export interface Remark {
  readonly code: RemarkCode;
  readonly severity: Severity;
  /** Where in the token's text; all of it where undefined. */
  readonly span: Span | undefined;
  readonly about: RemarkSubject;
}

/** What the sentence is made from. */
export type RemarkSubject =
  | { readonly type: 'finding'; readonly finding: Finding }
  | { readonly type: 'problem'; readonly problem: Problem }
  /** `at`: when the token expires or expired, in seconds since the epoch. */
  | { readonly type: 'time'; readonly at: number };

/**
 * Every rule with how much is made of it unless the user says otherwise. Little: a warning is for what endangers somebody,
 * not for what is usual in examples and logs.
 */
export const defaultLevels: Readonly<Record<RemarkCode, Level>> = {
  expired: 'hint',
  liveToken: 'warning',
  malformed: 'information',
  unsecured: 'warning',
  embeddedPrivateKey: 'warning',
  embeddedKey: 'warning',
  certificateWithSecret: 'warning',
  weakKey: 'warning',
  secretAmongPublicKeys: 'warning',
  credential: 'warning',
  kidLooksLikePath: 'warning',
  kidLooksLikeSql: 'warning',
  kidLooksLikeUrl: 'information',
  remoteKey: 'information',
  criticalUnknown: 'information',
  algorithmDeprecated: 'warning',
  algorithmUnknown: 'information',
  algorithmMisspelt: 'warning',
  algorithmPolymorphic: 'hint',
  millisecondsForSeconds: 'warning',
  expiresBeforeIssued: 'warning',
  expiresBeforeValid: 'warning',
  issuedInFuture: 'information',
  noExpiry: 'hint',
  clockSkew: 'information',
  longLifetime: 'hint',
  claimType: 'information',
  headerType: 'information',
  typeUnexpected: 'hint',
  typeMissingClaims: 'hint',
  nestedToken: 'hint',
  personalData: 'hint',
  compression: 'hint',
  pbes2Iterations: 'warning',
  pbes2IterationsMany: 'warning',
  tooLargeForCookie: 'hint',
  tooLargeForHeader: 'information',
  kidDiffers: 'hint',
  kidAmbiguous: 'hint',
  keyAlgorithmDiffers: 'information',
  keyUseDiffers: 'information',
  keyOperationsDiffer: 'information',
};

const levels: ReadonlySet<unknown> = new Set(['off', 'hint', 'information', 'warning', 'error']);

/** Whether a text is the code of a rule. */
export function isRemarkCode(text: string): text is RemarkCode {
  return Object.hasOwn(defaultLevels, text);
}

/** The levels a user set, on top of the defaults; entries that are none count for nothing. */
export function readLevels(setting: unknown): Readonly<Record<RemarkCode, Level>> {
  if (typeof setting !== 'object' || setting === null) return defaultLevels;
  const own = Object.entries(setting).filter(([code, level]) => isRemarkCode(code) && levels.has(level));
  return { ...defaultLevels, ...(Object.fromEntries(own) as Partial<Record<RemarkCode, Level>>) };
}
