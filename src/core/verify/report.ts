import type { KeySummary } from '../keys/key';
import type { Finding } from '../inspect/finding';

/** What is known of a signature after testing it. Only `valid` may be called valid. */
export type SignatureAnswer =
  | { readonly status: 'valid'; readonly key: KeySummary; readonly chosenBy: KeyMatch }
  /** Tested with these keys, and none of them made it. */
  | { readonly status: 'invalid'; readonly tried: readonly KeySummary[] }
  /** RFC 7518 §3.6: there is nothing to verify. */
  | { readonly status: 'unsecured' }
  /** Nothing could be tested, for the reason given. */
  | { readonly status: 'unverifiable'; readonly reason: UnverifiableReason };

/** Why a key was chosen for a token, best first. */
export type KeyMatch = 'picked' | 'kid' | 'thumbprint' | 'x5t' | 'issuer' | 'onlyFit' | 'tried';

/** Why no test took place. */
export type UnverifiableReason =
  | { readonly code: 'noKeys' }
  | { readonly code: 'workspaceNotTrusted' }
  | { readonly code: 'noFittingKey'; readonly alg: string; readonly known: number }
  | { readonly code: 'kidUnknown'; readonly kid: string }
  | { readonly code: 'algMissing' }
  | { readonly code: 'algUnknown'; readonly alg: string }
  | { readonly code: 'algUnavailable'; readonly alg: string }
  | { readonly code: 'criticalUnknown'; readonly name: string }
  | { readonly code: 'criticalMalformed' }
  | { readonly code: 'signatureMissing' }
  | { readonly code: 'payloadDetached' }
  | { readonly code: 'encrypted' }
  | { readonly code: 'malformed' }
  /** Stopped before an answer was found: cancelled, or more keys and signatures than are tried at once. */
  | { readonly code: 'stopped'; readonly tried: number }
  /** A key could not be used at all: what was wrong with it. */
  | { readonly code: 'keyUnusable'; readonly key: KeySummary; readonly problem: string };

/** How a token stands to the moment it was judged at. */
export type TimeStanding = 'inForce' | 'expired' | 'notYetValid' | 'unlimited' | 'unreadable' | 'unknown';

/** One claim held against what was expected of it. */
export interface ClaimCheck {
  readonly claim: string;
  readonly outcome: 'passed' | 'failed' | 'notAsked';
  readonly code: ClaimCheckCode;
  /** Small facts for the sentence: expected and found values, seconds. Token-borne: escape on showing. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export type ClaimCheckCode =
  | 'expired'
  | 'notExpired'
  | 'noExpiry'
  | 'notYetValid'
  | 'alreadyValid'
  | 'issuedInFuture'
  | 'issuedInPast'
  | 'notNumericDate'
  | 'missing'
  | 'matches'
  | 'mismatch'
  | 'wrongType'
  /** Older than the age asked for, counted from `iat`; or not. */
  | 'tooOld'
  | 'notTooOld'
  /** It is there, and nothing was expected of it. */
  | 'present'
  | 'algorithmNotAllowed'
  | 'algorithmAllowed'
  /** The key that made the signature is one of those expected; or not. */
  | 'keyExpected'
  | 'keyNotExpected';

/** The four questions, asked together and never mixed into one. */
export interface VerificationReport {
  /** Seconds since the epoch; everything about time is said for this moment. */
  readonly moment: number;
  readonly wellFormed: boolean;
  /** One answer for each signature; one for compact tokens. */
  readonly signatures: readonly [SignatureAnswer, ...SignatureAnswer[]];
  readonly time: TimeStanding;
  readonly checks: readonly ClaimCheck[];
  /** What deserves a warning about the key or algorithm used. */
  readonly findings: readonly Finding[];
}
