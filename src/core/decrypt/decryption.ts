import type { KeyFault } from '../crypto/cryptoErrors';
import type { Bytes } from '../encoding/bytes';
import type { ContentEncryption, KeyManagementAlgorithm } from '../jose/encryptionAlgorithms';

/** What came of an attempt to decrypt. */
export type Decryption =
  | {
      readonly status: 'decrypted';
      readonly plaintext: Bytes;
      /** Index of the recipient whose key it was. */
      readonly recipient: number;
      readonly algorithm: KeyManagementAlgorithm;
      readonly encryption: ContentEncryption;
      /** Whether the content was compressed (RFC 7516 §4.1.3). */
      readonly compressed: boolean;
    }
  | { readonly status: 'failed'; readonly reason: DecryptionReason };

export type DecryptionReason =
  /** Not as RFC 7516 has it: nothing was computed. */
  | { readonly code: 'malformed' }
  | { readonly code: 'criticalMalformed' }
  | { readonly code: 'criticalUnknown'; readonly name: string }
  | { readonly code: 'algMissing' }
  | { readonly code: 'algUnknown'; readonly alg: string }
  | { readonly code: 'algUnavailable'; readonly alg: string }
  | { readonly code: 'encMissing' }
  | { readonly code: 'encUnknown'; readonly enc: string }
  | { readonly code: 'zipUnknown'; readonly zip: string }
  /** A header parameter or part the algorithm needs is absent or not as it must be. */
  | { readonly code: 'parameterInvalid'; readonly name: string }
  /** The password asks for more iterations of PBKDF2 than are done without asking. */
  | { readonly code: 'needsConsent'; readonly iterations: number; readonly limit: number }
  | { readonly code: 'keyUnusable'; readonly fault: KeyFault }
  /** Another key, or something was changed: one answer for both, and for every fault of padding (RFC 7516 §11.5). */
  | { readonly code: 'notDecryptable' }
  /** Decrypted, and the content would have grown beyond the limit in octets. */
  | { readonly code: 'inflationTooLarge'; readonly limit: number }
  | { readonly code: 'inflationMalformed' }
  /** More recipients than are tried at once. */
  | { readonly code: 'stopped'; readonly tried: number };

/** A step that may end the work with a reason. */
export type Step<Value> = { readonly value: Value } | { readonly reason: DecryptionReason };

export const failed = (reason: DecryptionReason): { readonly reason: DecryptionReason } => ({ reason });
export const invalidParameter = (name: string): { readonly reason: DecryptionReason } =>
  failed({ code: 'parameterInvalid', name });
