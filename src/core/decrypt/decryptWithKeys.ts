import { keyManagementAlgorithms } from '../jose/encryptionAlgorithms';
import { headerText, recipientHeaders } from '../jose/headers';
import type { JweToken } from '../jose/token';
import type { KeySummary, KnownKey } from '../keys/key';
import { rankDecryptionKeys } from '../keys/rankDecryptionKeys';
import { summarizeKey } from '../keys/summarizeKey';
import { decryptToken, type DecryptionOptions } from './decryptToken';
import type { DecryptionReason } from './decryption';
import type { DecryptionAnswer, UndecryptedReason } from './decryptionAnswer';

export interface DecryptionRequest {
  readonly token: JweToken;
  /** The keys known, in any order: those that fit are tried, best first. */
  readonly keys: readonly KnownKey[];
  /** Whether the user chose these keys for this token. */
  readonly picked?: boolean;
  /** False where keys of the workspace were not read for want of trust. */
  readonly trusted?: boolean;
  /** Seconds since the epoch: a certificate's end is judged by it. */
  readonly moment: number;
  readonly options?: DecryptionOptions;
  /** Asked between two keys: true ends the work with what is known by then. */
  readonly isCancelled?: () => boolean;
}

/** Keys tried on one token at most. */
const trialLimit = 50;
/** The same where each of them is a password, which costs up to a second. */
const passwordLimit = 4;

/**
 * Decrypts a token with the keys known, those that fit in the order of their fitness. Answers for the first that opens it;
 * else with the reason that helps most. Rejects for nothing a token or key can hold.
 */
export async function decryptWithKeys(request: DecryptionRequest): Promise<DecryptionAnswer> {
  const { token, keys, moment, options = {}, isCancelled = () => false } = request;
  const picked = request.picked ? new Set(keys.map(({ id }) => id)) : undefined;
  const ranked = await rankDecryptionKeys(token, keys, picked);
  const limit = wantsPassword(token) ? passwordLimit : trialLimit;
  const tried: KeySummary[] = [];
  const reasons: DecryptionReason[] = [];
  for (const { known, chosenBy } of ranked) {
    if (tried.length >= limit || isCancelled()) {
      reasons.push({ code: 'stopped', tried: tried.length });
      break;
    }
    const key = await summarizeKey(known, moment);
    const decryption = await decryptToken(token, known.key, options);
    if (decryption.status === 'decrypted') return { ...decryption, key, chosenBy };
    tried.push(key);
    reasons.push(decryption.reason);
    // Asking is for the user to allow, and the same for every other password.
    if (decryption.reason.code === 'needsConsent') break;
  }
  return { status: 'failed', reason: mostTelling(reasons) ?? noKey(request), tried };
}

function wantsPassword(token: JweToken): boolean {
  return token.recipients.some((_, index) => algorithmOf(token, index)?.family === 'pbes2');
}

function algorithmOf(token: JweToken, index: number): { readonly family: string } | undefined {
  return keyManagementAlgorithms.get(headerText(recipientHeaders(token, index), 'alg') ?? '');
}

/** Of several keys' reasons the one that helps most; what rules the token out is the same for all. */
function mostTelling(reasons: readonly DecryptionReason[]): DecryptionReason | undefined {
  const first = ['needsConsent', 'inflationTooLarge', 'inflationMalformed', 'stopped', 'notDecryptable'];
  const told = first.map((code) => reasons.find((reason) => reason.code === code));
  return told.find((reason) => reason !== undefined) ?? reasons[0];
}

function noKey({ token, keys, trusted = true }: DecryptionRequest): UndecryptedReason {
  const alg = headerText(recipientHeaders(token, 0), 'alg');
  if (alg === undefined) return { code: 'algMissing' };
  if (!algorithmOf(token, 0)) return { code: 'algUnknown', alg };
  if (!trusted) return { code: 'workspaceNotTrusted' };
  return keys.length === 0 ? { code: 'noKeys' } : { code: 'noFittingKey', alg, known: keys.length };
}
