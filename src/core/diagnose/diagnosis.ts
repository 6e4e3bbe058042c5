import type { Bytes } from '../encoding/bytes';
import type { SecretEncoding } from '../keys/key';
import type { CauseCode } from './codes';

/** A key as it is configured: what a backend would be given, to the last octet. */
export type KeyConfiguration = {
  /** Names the key in the answer. */
  readonly id: string;
  readonly name?: string;
  /** Opens an encrypted key file. */
  readonly passphrase?: string;
} & (
  | { readonly kind: 'secret'; readonly text: string; readonly encoding?: SecretEncoding }
  /** `text` is the right-hand side of an environment file's line, quotes and comment included. */
  | { readonly kind: 'env'; readonly text: string; readonly encoding?: SecretEncoding }
  | { readonly kind: 'file'; readonly bytes: Bytes }
);

/** What the search needs of its host: a way to be stopped, a way to let others run, and a clock in milliseconds. */
export interface DiagnosisPort {
  isCancelled(): boolean;
  /** Lets the host answer others; called at least every 16 ms of work. */
  pause(): Promise<void>;
  /** Milliseconds since any fixed point. */
  elapsed(): number;
}

export interface DiagnosisRequest {
  /** The token as found or selected, with whatever stands around it. */
  readonly token: string;
  /** The whole text it stands in: a detached payload may be there. */
  readonly document?: string;
  /** In the order of configuration. */
  readonly keys: readonly KeyConfiguration[];
  /** Other tokens of the workspace. */
  readonly siblings?: readonly string[];
  readonly port: DiagnosisPort;
  /** `common`: only the causes cheap enough for a hover. */
  readonly tier?: 'common' | 'all';
}

/**
 * How a cause is known: `verified` by the strict check after the change; `recomputed`: the HMAC agrees with what is left
 * of the signature; `sibling`: another token, itself verifying, has what is missing; `form`: a countable fact.
 */
export type EvidenceKind = 'verified' | 'recomputed' | 'sibling' | 'form';

/** Small facts for sentences: names and numbers, never key material. */
export type EvidenceFacts = Readonly<Record<string, string | number>>;

export interface Cause {
  readonly status: 'cause';
  /** The first of the causes in the order of precedence. */
  readonly code: CauseCode;
  /** The other causes, each of them necessary. */
  readonly also: readonly CauseCode[];
  readonly evidence: EvidenceKind;
  readonly facts: EvidenceFacts;
  /** The key the evidence verifies with: its `id`, or `id#kid` in a JWK Set. */
  readonly key?: string;
  /** The algorithm the token was really signed with. */
  readonly alg?: string;
  /** Claims or header parameters that differ from the original. */
  readonly claims?: readonly string[];
  /** A strict token that verifies once all is mended; for attacks the original, as evidence. */
  readonly repaired?: string;
  readonly secretEncoding?: SecretEncoding;
  /** The octets the signer used. Stays in core and host: never shown, logged or sent. */
  readonly secretOctets?: Bytes;
  readonly noticed: readonly Noticed[];
}

/** What looks suspicious and proves nothing. */
export type Noticed = 'signatureLooksDer' | 'kidLooksLikePath' | 'secretLooksBase64' | 'secretLooksHex';

export interface NoCause {
  readonly status: 'none';
  readonly key: string;
}

export interface UnknownCause {
  readonly status: 'unknown';
  /** Causes that were looked for and not found. */
  readonly tried: readonly CauseCode[];
  /** Causes the search did not get to, or not to the end of: it was stopped, out of time, or asked for the common ones. */
  readonly notReached: readonly CauseCode[];
  readonly noticed: readonly Noticed[];
}

/** One cause with its proof; or that the signature is right; or what was tried in vain. */
export type Diagnosis = Cause | NoCause | UnknownCause;
