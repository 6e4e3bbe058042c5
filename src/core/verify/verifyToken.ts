import { memberOf, type JsonObject } from '../encoding/jsonNode';
import type { Finding } from '../inspect/finding';
import { headerText, signatureHeaders } from '../jose/headers';
import { standingAt } from '../jose/numericDate';
import type { JwsToken, Token } from '../jose/token';
import type { KnownKey } from '../keys/key';
import { answerSignature, type AnswerRequest } from './answerSignature';
import { checkClaims } from './checkClaims';
import type { Policy } from './policy';
import type { ClaimCheck, SignatureAnswer, TimeStanding, VerificationReport } from './report';
import type { DetachedPayload } from './signedInput';
import { usageFindings } from './usageFindings';

export interface VerificationRequest extends DetachedPayload {
  readonly token: Token;
  /** The keys known, in any order: they are ranked for each signature. */
  readonly keys: readonly KnownKey[];
  /** Whether the user chose these keys for this token: then a key id is no reason to doubt them. */
  readonly picked?: boolean;
  /** Ids of keys that are configured for the token's issuer. */
  readonly issuerKeys?: ReadonlySet<string>;
  /** Ids of keys the user chose for tokens like this one: asked first, and not alone. */
  readonly preferred?: ReadonlySet<string>;
  /** False where keys of the workspace were not read for want of trust. */
  readonly trusted?: boolean;
  readonly policy?: Policy;
  /** Seconds since the epoch; everything about time is said for this moment. */
  readonly moment: number;
  /** Asked between two tests: true ends the work with what is known by then. */
  readonly isCancelled?: () => boolean;
}

/** Tests of one key with one signature in one request: beyond, the answer is `stopped`. */
export const trialLimit = 200;

/**
 * The four questions about a token, asked together and answered apart: is it well formed, is each signature genuine and
 * with which key, is it in force at the moment, and does it hold what the policy expects. An encrypted token is answered
 * for what its outside shows. Rejects for nothing a token or key can hold.
 */
export async function verifyToken(request: VerificationRequest): Promise<VerificationReport> {
  const { token, moment, policy = {} } = request;
  const found = token.kind === 'jws' ? await answerAll(token, request) : outside(token);
  const claims = token.kind === 'jws' ? token.payload.claims : undefined;
  const headers = token.kind === 'jws' ? signatureHeaders(token.signatures[0]) : [];
  const checked = { claims, alg: headerText(headers, 'alg'), typ: headerText(headers, 'typ') };
  return {
    moment,
    wellFormed: token.kind !== 'malformed' && token.problems.length === 0,
    signatures: found.answers,
    time: claims ? timeOf(claims, moment, policy) : 'unknown',
    checks: [...checkKey(found.answers[0], policy), ...(claims ? checkClaims(checked, policy, moment) : [])],
    findings: found.findings,
  };
}

interface Answers {
  readonly answers: readonly [SignatureAnswer, ...SignatureAnswer[]];
  readonly findings: readonly Finding[];
}

function outside(token: Token): Answers {
  const code = token.kind === 'jwe' ? 'encrypted' : 'malformed';
  return { answers: [{ status: 'unverifiable', reason: { code } }], findings: [] };
}

async function answerAll(token: JwsToken, request: VerificationRequest): Promise<Answers> {
  const { keys, detachedPayload, moment } = request;
  const shared: Omit<AnswerRequest, 'index'> = {
    token,
    keys,
    moment,
    picked: request.picked ?? false,
    issuerKeys: request.issuerKeys,
    preferred: request.preferred,
    trusted: request.trusted ?? true,
    isCancelled: request.isCancelled ?? (() => false),
    budget: { trials: trialLimit },
    ...(detachedPayload ? { detachedPayload } : {}),
  };
  const findings: Finding[] = [];
  const answerOne = async (index: number): Promise<SignatureAnswer> => {
    const { answer, used } = await answerSignature({ ...shared, index });
    if (used) findings.push(...usageFindings(token, index, used, moment, keys));
    return answer;
  };
  const answers: [SignatureAnswer, ...SignatureAnswer[]] = [await answerOne(0)];
  for (let index = 1; index < token.signatures.length; index++) answers.push(await answerOne(index));
  return { answers, findings };
}

/** Only of a genuine signature can be said whose key made it. */
function checkKey(answer: SignatureAnswer, { keys }: Policy): readonly ClaimCheck[] {
  if (!keys || answer.status !== 'valid') return [];
  return keys.has(answer.key.id)
    ? [{ claim: 'key', outcome: 'passed', code: 'keyExpected', facts: {} }]
    : [{ claim: 'key', outcome: 'failed', code: 'keyNotExpected', facts: {} }];
}

function timeOf(claims: JsonObject, moment: number, policy: Policy): TimeStanding {
  const [exp, nbf] = [memberOf(claims, 'exp'), memberOf(claims, 'nbf')];
  return standingAt({ exp, nbf }, moment, policy.leeway);
}
