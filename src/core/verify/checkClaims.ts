import { memberOf, type JsonNode, type JsonObject } from '../encoding/jsonNode';
import { readNumericDate } from '../jose/numericDate';
import type { Policy } from './policy';
import type { ClaimCheck, ClaimCheckCode } from './report';

/** The claims set and what the header says beside it. */
export interface Checked {
  readonly claims: JsonObject | undefined;
  readonly alg: string | undefined;
  readonly typ: string | undefined;
}

/**
 * Holds a claims set against a policy at a moment (seconds since the epoch): every check, not the first that fails.
 * Claims nobody asked about are told as `notAsked`. Border cases as RFC 7519 §4.1.4-6 has them: `exp` is the first
 * moment a token is over, `nbf` the first it counts. Facts hold numbers as they were written.
 */
export function checkClaims(
  { claims, alg, typ }: Checked,
  policy: Policy,
  moment: number,
): readonly ClaimCheck[] {
  const claim = (name: string): JsonNode | undefined => memberOf(claims, name);
  const time: Time = { moment, leeway: policy.leeway ?? 0 };
  return [
    checkAlgorithm(alg, policy.algorithms),
    checkType(typ, policy.type),
    checkExpiry(claim('exp'), time),
    checkNotBefore(claim('nbf'), time),
    checkIssued(claim('iat'), time, policy.maxAge),
    checkText('iss', claim('iss'), listOf(policy.issuer)),
    checkText('sub', claim('sub'), listOf(policy.subject)),
    checkAudience(claim('aud'), listOf(policy.audience)),
    ...(policy.required ?? []).map((name) => checkRequired(name, claim(name))),
  ].filter((check) => check !== undefined);
}

interface Time {
  readonly moment: number;
  readonly leeway: number;
}
type Facts = ClaimCheck['facts'];
/** Token-borne text in facts: enough to recognize, never a megabyte. */
const factLength = 200;
const cut = (text: string): string => (text.length > factLength ? `${text.slice(0, factLength)}…` : text);

const passed = (claim: string, code: ClaimCheckCode, facts: Facts = {}): ClaimCheck => ({
  claim,
  outcome: 'passed',
  code,
  facts,
});
const failed = (claim: string, code: ClaimCheckCode, facts: Facts = {}): ClaimCheck => ({
  claim,
  outcome: 'failed',
  code,
  facts,
});
const notAsked = (claim: string, code: ClaimCheckCode, facts: Facts = {}): ClaimCheck => ({
  claim,
  outcome: 'notAsked',
  code,
  facts,
});

function checkAlgorithm(alg: string | undefined, allowed: Policy['algorithms']): ClaimCheck | undefined {
  if (!allowed) return undefined;
  const facts = { found: cut(alg ?? ''), expected: allowed.join(', ') };
  return alg !== undefined && allowed.includes(alg)
    ? passed('alg', 'algorithmAllowed', facts)
    : failed('alg', 'algorithmNotAllowed', facts);
}

function checkType(typ: string | undefined, expected: string | undefined): ClaimCheck | undefined {
  if (expected === undefined) return undefined;
  if (typ === undefined) return failed('typ', 'missing', { expected });
  const facts = { found: cut(typ), expected };
  return mediaType(typ) === mediaType(expected)
    ? passed('typ', 'matches', facts)
    : failed('typ', 'mismatch', facts);
}

function mediaType(typ: string): string {
  const text = typ.toLowerCase();
  return text.includes('/') ? text : `application/${text}`;
}

function checkExpiry(exp: JsonNode | undefined, { moment, leeway }: Time): ClaimCheck {
  if (!exp) return notAsked('exp', 'noExpiry');
  const at = readNumericDate(exp);
  if (at === undefined) return failed('exp', 'notNumericDate', { found: exp.type });
  const facts = dateFacts(exp, at, moment);
  return moment - leeway >= at ? failed('exp', 'expired', facts) : passed('exp', 'notExpired', facts);
}

function checkNotBefore(nbf: JsonNode | undefined, { moment, leeway }: Time): ClaimCheck | undefined {
  if (!nbf) return undefined;
  const at = readNumericDate(nbf);
  if (at === undefined) return failed('nbf', 'notNumericDate', { found: nbf.type });
  const facts = dateFacts(nbf, at, moment);
  return moment + leeway < at ? failed('nbf', 'notYetValid', facts) : passed('nbf', 'alreadyValid', facts);
}

/** RFC 7519 §4.1.6 lets nobody refuse a token for its `iat`; only who asks for an age does. */
function checkIssued(
  iat: JsonNode | undefined,
  { moment, leeway }: Time,
  maxAge?: number,
): ClaimCheck | undefined {
  if (!iat) return maxAge === undefined ? undefined : failed('iat', 'missing', { maxAge });
  const at = readNumericDate(iat);
  if (at === undefined) return failed('iat', 'notNumericDate', { found: iat.type });
  const facts = dateFacts(iat, at, moment);
  const isFuture = moment + leeway < at;
  if (maxAge === undefined) return notAsked('iat', isFuture ? 'issuedInFuture' : 'issuedInPast', facts);
  if (isFuture) return failed('iat', 'issuedInFuture', { ...facts, maxAge });
  return moment - leeway - at > maxAge
    ? failed('iat', 'tooOld', { ...facts, maxAge })
    : passed('iat', 'notTooOld', { ...facts, maxAge });
}

/** `found` is the number as written, exact beyond 2^53; `at` the nearest double; `seconds` from the moment until then. */
function dateFacts(node: JsonNode, at: number, moment: number): Facts {
  return { found: node.type === 'number' ? cut(node.text) : '', at, seconds: at - moment };
}

function listOf(expected: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof expected === 'string' ? [expected] : expected;
}

/** A claim that is one string (RFC 7519 §4.1.1-2): equal, octet for octet, to one of those expected. */
function checkText(
  claim: string,
  node: JsonNode | undefined,
  expected: readonly string[] | undefined,
): ClaimCheck | undefined {
  if (!node) return expected && failed(claim, 'missing', { expected: expected.join(', ') });
  if (node.type !== 'string') return failed(claim, 'wrongType', { found: node.type });
  const facts = { found: cut(node.value) };
  if (!expected) return notAsked(claim, 'present', facts);
  const both = { ...facts, expected: expected.join(', ') };
  return expected.includes(node.value) ? passed(claim, 'matches', both) : failed(claim, 'mismatch', both);
}

/** RFC 7519 §4.1.3: a string, or a list of strings one of which is ours. */
function checkAudience(
  node: JsonNode | undefined,
  expected: readonly string[] | undefined,
): ClaimCheck | undefined {
  if (node?.type !== 'array') return checkText('aud', node, expected);
  const members: string[] = [];
  for (const item of node.items) {
    if (item.type !== 'string') return failed('aud', 'wrongType', { found: `array of ${item.type}` });
    members.push(item.value);
  }
  const facts = { found: cut(members.slice(0, factLength).join(', ')) };
  if (!expected) return notAsked('aud', 'present', facts);
  const both = { ...facts, expected: expected.join(', ') };
  const own = new Set(members);
  return expected.some((audience) => own.has(audience))
    ? passed('aud', 'matches', both)
    : failed('aud', 'mismatch', both);
}

function checkRequired(claim: string, node: JsonNode | undefined): ClaimCheck {
  return !node || node.type === 'null' ? failed(claim, 'missing') : passed(claim, 'present');
}
