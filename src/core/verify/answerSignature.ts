import { headerText, signatureHeaders } from '../jose/headers';
import type { JwsToken } from '../jose/token';
import { keyWish } from '../keys/keyWish';
import { rankKeys, type KeyWish, type RankedKey } from '../keys/rankKeys';
import type { KnownKey } from '../keys/key';
import { summarizeKey } from '../keys/summarizeKey';
import type { SignatureAnswer, UnverifiableReason } from './report';
import { signedInput, type DetachedPayload, type SignedInput } from './signedInput';
import { testSignature, type SignatureReason } from './verifySignature';

export interface AnswerRequest extends DetachedPayload {
  readonly token: JwsToken;
  readonly index: number;
  readonly keys: readonly KnownKey[];
  readonly picked: boolean;
  readonly issuerKeys: ReadonlySet<string> | undefined;
  readonly preferred: ReadonlySet<string> | undefined;
  readonly trusted: boolean;
  readonly moment: number;
  readonly isCancelled: () => boolean;
  /** Tests left for the whole request; counted down. */
  readonly budget: { trials: number };
}

export interface Answered {
  readonly answer: SignatureAnswer;
  /** The key that made it, and how it was found, where the answer is `valid`. */
  readonly used?: { readonly input: SignedInput; readonly ranked: RankedKey };
}

const unverifiable = (reason: UnverifiableReason): Answered => ({
  answer: { status: 'unverifiable', reason },
});

/** Tests one signature with the keys that fit, best first, until one has made it. */
export async function answerSignature(request: AnswerRequest): Promise<Answered> {
  const { token, index, keys, budget } = request;
  const { detachedPayload } = request;
  const readiness = signedInput(token, index, detachedPayload ? { detachedPayload } : {});
  if (readiness.status === 'unsecured') return { answer: readiness };
  if (readiness.status === 'unverifiable') return unverifiable(readiness.reason);
  if (budget.trials-- <= 0) return unverifiable({ code: 'stopped', tried: 0 });
  const { input } = readiness;
  const wish = wishFor(request, input);
  const ranked = await rankKeys(wish, keys);
  if (ranked.length === 0) return unverifiable(await noKeyReason(request, input));
  return tryKeys(request, input, ranked);
}

function wishFor(
  { token, index, keys, picked, issuerKeys, preferred }: AnswerRequest,
  input: SignedInput,
): KeyWish {
  const signature = token.signatures[index];
  return {
    ...keyWish(signature ? signatureHeaders(signature) : [], input.algorithm, 'verify'),
    ...(picked ? { picked: new Set(keys.map(({ id }) => id)) } : preferred ? { picked: preferred } : {}),
    ...(issuerKeys ? { issuer: issuerKeys } : {}),
  };
}

async function noKeyReason(
  { keys, picked, trusted, moment }: AnswerRequest,
  input: SignedInput,
): Promise<UnverifiableReason> {
  const [chosen] = keys;
  if (picked && chosen) {
    // Somebody chose it: they are told what is wrong with it rather than that nothing fits.
    const result = await testSignature(input, chosen.key);
    if (result.status === 'unverifiable') return reportable(result.reason, chosen, moment);
  }
  if (!trusted) return { code: 'workspaceNotTrusted' };
  return chosen ? { code: 'noFittingKey', alg: input.algorithm.alg, known: keys.length } : { code: 'noKeys' };
}

async function tryKeys(
  request: AnswerRequest,
  input: SignedInput,
  ranked: readonly RankedKey[],
): Promise<Answered> {
  const { budget, moment } = request;
  const tested: RankedKey[] = [];
  let untested: { readonly reason: SignatureReason; readonly known: KnownKey } | undefined;
  for (const candidate of ranked) {
    if (request.isCancelled() || budget.trials-- <= 0)
      return unverifiable({ code: 'stopped', tried: tested.length });
    const { known } = candidate;
    const result = await testSignature(input, known.key);
    if (result.status === 'valid') {
      const key = await summarizeKey(known, moment);
      const { chosenBy } = candidate;
      return { answer: { status: 'valid', key, chosenBy }, used: { input, ranked: candidate } };
    }
    if (result.status === 'unverifiable') untested ??= { reason: result.reason, known };
    else tested.push(candidate);
    await breathe();
  }
  if (tested.length === 0 && untested)
    return unverifiable(await reportable(untested.reason, untested.known, moment));
  const kid = kidOf(request);
  if (!request.picked && kid !== undefined && tested.every(({ kidDiffers }) => kidDiffers))
    return unverifiable({ code: 'kidUnknown', kid });
  const tried = await Promise.all(tested.map(({ known }) => summarizeKey(known, moment)));
  return { answer: { status: 'invalid', tried } };
}

function kidOf({ token, index }: AnswerRequest): string | undefined {
  const signature = token.signatures[index];
  return signature && headerText(signatureHeaders(signature), 'kid');
}

async function reportable(
  reason: SignatureReason,
  known: KnownKey,
  moment: number,
): Promise<UnverifiableReason> {
  if (reason.code !== 'keyUnusable') return reason;
  return { code: 'keyUnusable', key: await summarizeKey(known, moment), problem: reason.fault };
}

/** Lets the host answer others between two tests, and hear of a cancellation. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
