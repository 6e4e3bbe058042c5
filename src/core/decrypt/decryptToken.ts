import { KeyUnusable } from '../crypto/cryptoErrors';
import { hostEngine, hostRandom, type Engine, type Random } from '../crypto/engine';
import { openContent } from '../crypto/contentEncryption';
import { utf8Bytes, type Bytes } from '../encoding/bytes';
import { fitsKeyManagement } from '../jose/encryptionAlgorithms';
import { headerText, recipientHeaders } from '../jose/headers';
import type { JweToken } from '../jose/token';
import type { Key, KeyMaterial } from '../keys/key';
import { contentKey, type KeyRequest } from './contentKey';
import { failed, type Decryption, type DecryptionReason, type Step } from './decryption';
import { encryptedContent, recipientPlan, type RecipientPlan } from './recipientPlan';

/** A key, or a password as a person types it: the octets of its UTF-8 (RFC 7518 §4.8). */
export type DecryptionKey = Key | { readonly password: string };

export interface DecryptionOptions {
  /** Iterations of PBKDF2 done without asking, for all recipients together. */
  readonly pbes2Limit?: number;
  /** Octets that compressed content may grow to. */
  readonly inflateLimit?: number;
  /** Null does all by library. */
  readonly engine?: Engine;
  readonly random?: Random;
}

/** Half a second to two seconds of work, above every recommendation of the day (OWASP 2023: 600,000). */
export const defaultPbes2Limit = 1_000_000;
/** The same where no WebCrypto does the counting. */
const slowPbes2Limit = 100_000;
/** Recipients whose keys are tried for one key of ours. */
const recipientLimit = 50;

/**
 * Decrypts a token with one key (RFC 7516 §5.2), whichever recipient it fits, those that name its id first. As strict as
 * the RFC asks; a wrong key and a changed token give one answer. `needsConsent` wants to be asked again with a higher
 * `pbes2Limit`. Rejects for nothing a token or key can hold.
 */
export async function decryptToken(
  token: JweToken,
  key: DecryptionKey,
  options: DecryptionOptions = {},
): Promise<Decryption> {
  const { engine = hostEngine(), random = hostRandom } = options;
  const { pbes2Limit = engine ? defaultPbes2Limit : slowPbes2Limit } = options;
  const material: KeyMaterial = 'password' in key ? { kty: 'oct', k: utf8Bytes(key.password) } : key.material;
  const attempt: Attempt = {
    token,
    material,
    isPassword: 'password' in key,
    engine,
    random,
    budget: { iterations: pbes2Limit, limit: pbes2Limit },
    ...(options.inflateLimit === undefined ? {} : { inflateLimit: options.inflateLimit }),
  };
  if (!agreesOnEncryption(token)) return { status: 'failed', reason: { code: 'malformed' } };
  const reasons: DecryptionReason[] = [];
  const kid = 'password' in key ? undefined : key.labels.kid;
  for (const index of recipientOrder(token, kid)) {
    if (reasons.length >= recipientLimit) {
      reasons.push({ code: 'stopped', tried: recipientLimit });
      break;
    }
    const result = await openFor(attempt, index);
    if ('value' in result) return result.value;
    reasons.push(result.reason);
  }
  return { status: 'failed', reason: mostTelling(reasons) };
}

interface Attempt extends Omit<KeyRequest, 'plan'> {
  readonly token: JweToken;
  readonly isPassword: boolean;
  readonly inflateLimit?: number;
}

async function openFor(attempt: Attempt, index: number): Promise<Step<Decryption>> {
  const planned = recipientPlan(attempt.token, index);
  if ('reason' in planned) return planned;
  const plan = planned.value;
  const { algorithm, encryption } = plan;
  const isFit = attempt.isPassword
    ? algorithm.family === 'pbes2'
    : fitsKeyManagement(algorithm, attempt.material);
  if (!isFit) return failed({ code: 'keyUnusable', fault: 'keyType' });
  const content = encryptedContent(attempt.token, encryption);
  if ('reason' in content) return content;
  const key = await keyOrFault({ ...attempt, plan });
  if ('reason' in key) return key;
  const { iv, ciphertext, tag, aad } = content.value;
  const parameters = { row: encryption, key: key.value, iv, aad };
  const opened = await openContent(parameters, { ciphertext, tag }, attempt.engine);
  if (!opened) return failed({ code: 'notDecryptable' });
  const plaintext = await inflated(plan, opened, attempt.inflateLimit);
  if ('reason' in plaintext) return plaintext;
  const compressed = plan.isCompressed;
  return {
    value: {
      status: 'decrypted',
      plaintext: plaintext.value,
      recipient: index,
      algorithm,
      encryption,
      compressed,
    },
  };
}

async function keyOrFault(request: KeyRequest): Promise<Step<Bytes>> {
  try {
    return await contentKey(request);
  } catch (error) {
    if (error instanceof KeyUnusable) return failed({ code: 'keyUnusable', fault: error.fault });
    throw error;
  }
}

async function inflated(plan: RecipientPlan, opened: Bytes, limit: number | undefined): Promise<Step<Bytes>> {
  if (!plan.isCompressed) return { value: opened };
  const { inflateRaw } = await import('../encoding/inflate');
  const inflation = inflateRaw(opened, limit);
  if (inflation.status === 'inflated') return { value: inflation.bytes };
  return inflation.status === 'tooLarge'
    ? failed({ code: 'inflationTooLarge', limit: inflation.limit })
    : failed({ code: 'inflationMalformed' });
}

/** All recipients must share one `enc` (RFC 7516 §7.2.1). */
function agreesOnEncryption(token: JweToken): boolean {
  const encryptions = token.recipients.map((_, index) => headerText(recipientHeaders(token, index), 'enc'));
  return encryptions.every((enc) => enc === encryptions[0]);
}

/** Recipients that name the key's id, then the others, each in written order. */
function recipientOrder(token: JweToken, kid: string | undefined): readonly number[] {
  const indices = token.recipients.map((_, index) => index);
  if (kid === undefined) return indices;
  const isNamed = (index: number): boolean => headerText(recipientHeaders(token, index), 'kid') === kid;
  return [...indices.filter(isNamed), ...indices.filter((index) => !isNamed(index))];
}

/** Of several recipients' reasons the one that helps most. */
const byTelling: readonly DecryptionReason['code'][] = [
  'needsConsent',
  'inflationTooLarge',
  'inflationMalformed',
  'notDecryptable',
  'parameterInvalid',
];

function mostTelling(reasons: readonly DecryptionReason[]): DecryptionReason {
  const [first = { code: 'malformed' } as const] = reasons;
  const told = byTelling.map((code) => reasons.find((reason) => reason.code === code));
  const isUsual = (reason: DecryptionReason): boolean =>
    reason.code === 'keyUnusable' && reason.fault === 'keyType';
  return told.find((reason) => reason !== undefined) ?? reasons.find((reason) => !isUsual(reason)) ?? first;
}
