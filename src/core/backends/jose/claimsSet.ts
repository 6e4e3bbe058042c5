import type { Bytes } from '../../encoding/bytes';
import { isRefused, type BackendRefusal } from '../backendVerdict';
import { joseSeconds } from '../durations';
import { readJoseObject } from './joseBase64url';
import { claimError, joseError, typeError } from './joseErrors';
import type { JoseOptions } from './options';

interface Question {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly options: JoseOptions;
  /** Whole seconds since the epoch. */
  readonly now: number;
}

interface Timed extends Question {
  /** In seconds. */
  readonly tolerance: number;
}

type Check = (question: Question) => BackendRefusal | undefined;

/** The claims set, or the first thing about it that jose refuses. */
export function claimsRefusal(payload: Bytes, question: Omit<Question, 'claims'>): BackendRefusal | Question {
  const claims = readJoseObject(payload);
  if (!claims) return joseError('JWTInvalid', 'JWT Claims Set must be a top-level JSON object');
  const whole = { ...question, claims };
  const refusal = firstRefusal(checks, whole);
  if (refusal) return refusal;
  const tolerance = toleranceOf(question.options);
  if (isRefused(tolerance)) return tolerance;
  return firstRefusal(timeChecks, { ...whole, tolerance: tolerance.seconds }) ?? whole;
}

function firstRefusal<Q>(
  asked: readonly ((question: Q) => BackendRefusal | undefined)[],
  question: Q,
): BackendRefusal | undefined {
  for (const check of asked) {
    const refusal = check(question);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Claims that a JWE's header repeats (RFC 7519 §5.3) must be the same there. */
export function replicatedRefusal({ header, claims }: Question): BackendRefusal | undefined {
  const isSame = (name: string): boolean =>
    name === 'aud'
      ? JSON.stringify(header[name]) === JSON.stringify(claims[name])
      : header[name] === claims[name];
  const differing = ['iss', 'sub', 'aud'].find((name) => header[name] !== undefined && !isSame(name));
  if (differing === undefined) return undefined;
  const message = `replicated "${differing}" claim header parameter mismatch`;
  return claimError('JWTClaimValidationFailed', message, differing, 'mismatch');
}

const unexpected = (claim: string): BackendRefusal =>
  claimError('JWTClaimValidationFailed', `unexpected "${claim}" claim value`, claim, 'check_failed');
const failedTime = (claim: string, tail = ''): BackendRefusal =>
  claimError(
    'JWTClaimValidationFailed',
    `"${claim}" claim timestamp check failed${tail}`,
    claim,
    'check_failed',
  );

/** jose's checks of a claims set, in its order: those before it reads its tolerance, and those that need it. */
const checks: readonly Check[] = [
  ({ header, options: { typ } }) => {
    if (typ === undefined) return undefined;
    const found = header['typ'];
    if (typeof found === 'string' && mediaType(found) === mediaType(typ)) return undefined;
    return claimError('JWTClaimValidationFailed', 'unexpected "typ" JWT header value', 'typ', 'check_failed');
  },
  ({ claims, options }) => {
    const missing = requiredClaims(options).find((name) => !Object.hasOwn(claims, name));
    if (missing === undefined) return undefined;
    const message = `missing required "${missing}" claim`;
    return claimError('JWTClaimValidationFailed', message, missing, 'missing');
  },
  ({ claims, options: { issuer } }) =>
    issuer === undefined || oneOf(issuer).some((one) => one === claims['iss'])
      ? undefined
      : unexpected('iss'),
  ({ claims, options: { subject } }) =>
    subject === undefined || claims['sub'] === subject ? undefined : unexpected('sub'),
  ({ claims: { aud }, options: { audience } }) => {
    if (audience === undefined) return undefined;
    const found: readonly unknown[] = typeof aud === 'string' ? [aud] : Array.isArray(aud) ? aud : [];
    return oneOf(audience).some((one) => found.includes(one)) ? undefined : unexpected('aud');
  },
];
const timeChecks: readonly ((question: Timed) => BackendRefusal | undefined)[] = [
  ({ claims, options }) => noNumber(claims, 'iat', options.maxTokenAge !== undefined),
  ({ claims }) => noNumber(claims, 'nbf'),
  ({ claims: { nbf }, now, tolerance }) =>
    typeof nbf === 'number' && nbf > now + tolerance ? failedTime('nbf') : undefined,
  ({ claims }) => noNumber(claims, 'exp'),
  ({ claims: { exp }, now, tolerance }) =>
    typeof exp === 'number' && exp <= now - tolerance
      ? claimError('JWTExpired', '"exp" claim timestamp check failed', 'exp', 'check_failed')
      : undefined,
  ageRefusal,
];

/** In the order jose looks for them: what other options ask for first, and the list from its end. */
function requiredClaims({
  requiredClaims: named = [],
  maxTokenAge,
  audience,
  subject,
  issuer,
}: JoseOptions): readonly string[] {
  const implied = [
    ...(issuer === undefined ? [] : ['iss']),
    ...(subject === undefined ? [] : ['sub']),
    ...(audience === undefined ? [] : ['aud']),
    ...(maxTokenAge === undefined ? [] : ['iat']),
  ];
  return [...implied, ...[...named].reverse()];
}

function ageRefusal({
  claims: { iat },
  options: { maxTokenAge },
  now,
  tolerance,
}: Timed): BackendRefusal | undefined {
  if (maxTokenAge === undefined || typeof iat !== 'number') return undefined;
  const most = typeof maxTokenAge === 'number' ? maxTokenAge : joseSeconds(maxTokenAge);
  if (most === undefined) return typeError('Invalid time period format');
  if (!Number.isFinite(most) || most < 0) return typeError('Invalid maxTokenAge option input');
  const age = now - iat;
  if (age - tolerance > most) {
    const message = '"iat" claim timestamp check failed (too far in the past)';
    return claimError('JWTExpired', message, 'iat', 'check_failed');
  }
  return age < -tolerance ? failedTime('iat', ' (it should be in the past)') : undefined;
}

function noNumber(
  claims: Readonly<Record<string, unknown>>,
  claim: string,
  isRequired = false,
): BackendRefusal | undefined {
  const value = claims[claim];
  if (typeof value === 'number' || (value === undefined && !isRequired)) return undefined;
  return claimError('JWTClaimValidationFailed', `"${claim}" claim must be a number`, claim, 'invalid');
}

function toleranceOf({ clockTolerance = 0 }: JoseOptions): { readonly seconds: number } | BackendRefusal {
  const seconds = typeof clockTolerance === 'string' ? joseSeconds(clockTolerance) : clockTolerance;
  if (seconds === undefined) return typeError('Invalid time period format');
  return Number.isFinite(seconds) && seconds >= 0
    ? { seconds }
    : typeError('Invalid clockTolerance option input');
}

const oneOf = (wanted: string | readonly string[]): readonly string[] =>
  typeof wanted === 'string' ? [wanted] : wanted;

/** RFC 7515 §4.1.9: without a slash it is short for `application/…`. */
function mediaType(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes('/') ? lower : `application/${lower}`;
}
