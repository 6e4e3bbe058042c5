import type { KeySummary } from '../keys/key';
import type { KeyMatch } from '../verify/report';
import type { Decryption, DecryptionReason } from './decryption';

/** What came of trying the known keys on an encrypted token. Holds no key material; the plaintext is the token's. */
export type DecryptionAnswer =
  | (Extract<Decryption, { readonly status: 'decrypted' }> & {
      /** Undefined for a password that was typed. */
      readonly key: KeySummary | undefined;
      readonly chosenBy: KeyMatch | undefined;
    })
  | {
      readonly status: 'failed';
      readonly reason: UndecryptedReason;
      /** The keys that were tried. */
      readonly tried: readonly KeySummary[];
    };

/** Why nothing was decrypted: what one key answered, or that there was none to ask. */
export type UndecryptedReason =
  | DecryptionReason
  | { readonly code: 'noKeys' }
  | { readonly code: 'workspaceNotTrusted' }
  | { readonly code: 'noFittingKey'; readonly alg: string; readonly known: number };
