import { checkTime, timeRules } from './claimTimes';
import { isRaised, Raised } from './exceptions';
import { isOn, type ClaimSwitch, type DecodeOptions } from './options';
import { contains } from './python/pythonContainer';
import { pythonStr } from './python/pythonText';
import { equals, isHashable, isList, isTruthy, itemsOf, typeName } from './python/pythonValue';
import type { PythonDict, PythonValue } from './python/pythonValue';
import { refuse } from './refusals';

/** What a call expects of the claims. None (null) expects nothing. */
export interface Expectations {
  readonly audience: PythonValue;
  readonly issuer: PythonValue;
  readonly subject: PythonValue;
  readonly leeway: PythonValue;
  /** Seconds since the epoch, with fraction. */
  readonly now: number;
}

interface ClaimCheck {
  readonly claim: string;
  readonly option: ClaimSwitch;
  readonly check: (payload: PythonDict, expected: Expectations, options: DecodeOptions) => Raised | undefined;
}

/** In PyJWT's order; the first that refuses decides. */
export const claimChecks: readonly ClaimCheck[] = [
  ...(['iat', 'nbf', 'exp'] as const).map((claim): ClaimCheck => ({
    claim,
    option: `verify_${claim}`,
    check: (payload, { now, leeway }) =>
      payload.has(claim) ? checkTime(timeRules[claim], payload.get(claim) ?? null, now, leeway) : undefined,
  })),
  { claim: 'iss', option: 'verify_iss', check: checkIssuer },
  { claim: 'aud', option: 'verify_aud', check: checkAudience },
  { claim: 'sub', option: 'verify_sub', check: checkSubject },
  { claim: 'jti', option: 'verify_jti', check: checkJti },
];

/** Every check PyJWT makes of the claims; the first refusal, or undefined. */
export function checkClaims(
  payload: PythonDict,
  options: DecodeOptions,
  expected: Expectations,
): Raised | undefined {
  // Asked before anything else and whatever is switched off: it is the argument that is judged here.
  if (expected.audience !== null && itemsOf(expected.audience) === undefined)
    return refuse('audienceArgument');
  const missing = checkRequired(payload, options.values.get('require') ?? null);
  if (missing) return missing;
  for (const { option, check } of claimChecks) {
    const refusal = isOn(options, option) ? check(payload, expected, options) : undefined;
    if (refusal) return refusal;
  }
  return undefined;
}

function checkRequired(payload: PythonDict, require: PythonValue): Raised | undefined {
  const names = itemsOf(require);
  if (!names) return new Raised('TypeError', `'${typeName(require)}' object is not iterable`, 'prefix');
  for (const name of names) {
    if (!isHashable(name)) return new Raised('TypeError', `unhashable type: '${typeName(name)}'`, 'prefix');
    const value = typeof name === 'string' ? payload.get(name) : undefined;
    if (value === undefined || value === null) return refuse('claimMissing', { claim: pythonStr(name) });
  }
  return undefined;
}

function checkIssuer(payload: PythonDict, { issuer }: Expectations): Raised | undefined {
  if (issuer === null) return undefined;
  const iss = payload.get('iss');
  if (iss === undefined) return refuse('claimMissing', { claim: 'iss' });
  if (typeof iss !== 'string') return refuse('issNoString');
  if (typeof issuer === 'string') return iss === issuer ? undefined : refuse('issWrong');
  const found = contains(issuer, iss);
  if (isRaised(found)) return refuse('issuerArgument');
  return found ? undefined : refuse('issWrong');
}

function checkAudience(
  payload: PythonDict,
  { audience }: Expectations,
  options: DecodeOptions,
): Raised | undefined {
  const aud = payload.get('aud') ?? null;
  if (audience === null) return isTruthy(aud) ? refuse('audUnasked') : undefined;
  if (!isTruthy(aud)) return refuse('claimMissing', { claim: 'aud' });
  if (isOn(options, 'strict_aud')) return checkStrictAudience(aud, audience);
  const claimed = isList(aud) ? aud : [aud];
  if (!claimed.every((value) => typeof value === 'string')) return refuse('audFormat');
  const expected = typeof audience === 'string' ? [audience] : (itemsOf(audience) ?? []);
  const meets = expected.some((value) => claimed.some((each) => equals(each, value)));
  return meets ? undefined : refuse('audWrong');
}

function checkStrictAudience(aud: PythonValue, audience: PythonValue): Raised | undefined {
  if (typeof audience !== 'string') return refuse('audStrictArgument');
  if (typeof aud !== 'string') return refuse('audStrictFormat');
  return aud === audience ? undefined : refuse('audStrictWrong');
}

function checkSubject(payload: PythonDict, { subject }: Expectations): Raised | undefined {
  const sub = payload.get('sub');
  if (sub === undefined) return undefined;
  if (typeof sub !== 'string') return refuse('subNoString');
  return subject === null || equals(sub, subject) ? undefined : refuse('subWrong');
}

function checkJti(payload: PythonDict): Raised | undefined {
  return payload.has('jti') && typeof payload.get('jti') !== 'string' ? refuse('jtiNoString') : undefined;
}
