import type { PyjwtNoteCode } from '../pyjwt/notes/note';

/** A library whose answer we know: PyJWT (Python), jsonwebtoken and jose (npm). */
export type BackendName = 'pyjwt' | 'jsonwebtoken' | 'jose';

/** What a library raises or throws. */
export interface BackendRefusal {
  readonly status: 'refused';
  /** The exception's class (Python), or the error's `name` (JavaScript). */
  readonly className: string;
  /** jose: the error's `code`. */
  readonly code?: string;
  /** The library's own words, in English. They can quote the token's header and claims: escape on showing. */
  readonly message: string;
  /** `varies` where the words are not the library's but those of Python, Node.js or OpenSSL, and differ between their versions. */
  readonly messageKind: 'exact' | 'varies';
  /** jose: the claim at fault. */
  readonly claim?: string;
  /** jose: `missing`, `invalid`, `check_failed` or `mismatch`. */
  readonly reason?: string;
}

export type BackendOutcome = { readonly status: 'accepted' } | BackendRefusal;

/** What a reader should know beside the outcome; sentences are in `core/present/backendWording.ts`. */
export interface BackendNote {
  readonly code: BackendNoteCode;
  /** Names of claims, parameters and options, for the sentence: escape on showing. */
  readonly facts: Readonly<Record<string, string>>;
  /** The rule that is stricter, where there is one. */
  readonly reference?: string;
}

export type BackendNoteCode = PyjwtNoteCode | OwnNoteCode;

/** Notes that are not PyJWT's. */
export type OwnNoteCode =
  /** Something is expected that the library has no option for: `expectation` names it. */
  | 'expectationUnchecked'
  /** The key is private; the code takes its public half. */
  | 'publicHalf'
  /** The library cannot read the key's format: it is to be given as PEM. */
  | 'keyAsPem'
  /** The token is encrypted, which the library cannot read at all. */
  | 'encryptedUnread'
  /** The algorithm depends on the version of the runtime. */
  | 'runtimeDependent'
  /** PyJWT is always told which algorithms to allow: those of the key's type here. */
  | 'algorithmsOfKeyType';

/** The answer of one library to a token, with code that asks it the same. */
export interface BackendVerdict {
  readonly backend: BackendName;
  /** The version whose answer this is. */
  readonly version: string;
  readonly outcome: BackendOutcome;
  /**
   * A program that runs as it stands. Token, key and secret are read from environment variables and the files they name;
   * only what is expected of the claims is written out.
   */
  readonly reproduce: string;
  readonly notes: readonly BackendNote[];
}

export const accepted: BackendOutcome = { status: 'accepted' };

/** An error as a value. */
export function refused(
  className: string,
  message: string,
  more: Pick<BackendRefusal, 'code' | 'claim' | 'reason'> = {},
): BackendRefusal {
  return { status: 'refused', className, message, messageKind: 'exact', ...more };
}

/** An error whose words are the runtime's. */
export function refusedByRuntime(className: string, message: string): BackendRefusal {
  return { status: 'refused', className, message, messageKind: 'varies' };
}

/** Tells an error from whatever else a step gives. */
export function isRefused(value: unknown): value is BackendRefusal {
  return typeof value === 'object' && value !== null && 'status' in value && value.status === 'refused';
}
