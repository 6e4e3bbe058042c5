import type { Bytes } from '../../encoding/bytes';
import type { BackendRefusal } from '../backendVerdict';
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

type Check = (question: Question) => BackendRefusal | undefined;

/** The claims set, or the first thing about it that jose refuses. */
export function claimsRefusal(payload: Bytes, question: Omit<Question, 'claims'>): BackendRefusal | Question {
  const claims = readJoseObject(payload);
  if (!claims) return joseError('JWTInvalid', 'JWT Claims Set must be a top-level JSON object');
  const whole = { ...question, claims };
  for (const check of checks) {
    const refusal = check(whole);
    if (refusal) return refusal;
  }
  return whole;
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

/** jose's checks of a claims set, in its order. */
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
  ({ options }) => {
    const seconds = tolerance(options);
    if (seconds === undefined) return typeError('Invalid time period format');
    return Number.isFinite(seconds) && seconds >= 0
      ? undefined
      : typeError('Invalid clockTolerance option input');
  },
  ({ claims, options }) => noNumber(claims, 'iat', options.maxTokenAge !== undefined),
  ({ claims }) => noNumber(claims, 'nbf'),
  ({ claims: { nbf }, options, now }) =>
    typeof nbf === 'number' && nbf > now + (tolerance(options) ?? 0) ? failedTime('nbf') : undefined,
  ({ claims }) => noNumber(claims, 'exp'),
  ({ claims: { exp }, options, now }) =>
    typeof exp === 'number' && exp <= now - (tolerance(options) ?? 0)
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

function ageRefusal({ claims: { iat }, options, now }: Question): BackendRefusal | undefined {
  const { maxTokenAge } = options;
  if (maxTokenAge === undefined || typeof iat !== 'number') return undefined;
  const most = typeof maxTokenAge === 'number' ? maxTokenAge : joseSeconds(maxTokenAge);
  if (most === undefined) return typeError('Invalid time period format');
  if (!Number.isFinite(most) || most < 0) return typeError('Invalid maxTokenAge option input');
  const age = now - iat;
  const leeway = tolerance(options) ?? 0;
  if (age - leeway > most) {
    const message = '"iat" claim timestamp check failed (too far in the past)';
    return claimError('JWTExpired', message, 'iat', 'check_failed');
  }
  return age < -leeway ? failedTime('iat', ' (it should be in the past)') : undefined;
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

/** Seconds; undefined where it is a text that is no time span. */
function tolerance({ clockTolerance = 0 }: JoseOptions): number | undefined {
  return typeof clockTolerance === 'string' ? joseSeconds(clockTolerance) : clockTolerance;
}

const oneOf = (wanted: string | readonly string[]): readonly string[] =>
  typeof wanted === 'string' ? [wanted] : wanted;

/** RFC 7515 §4.1.9: without a slash it is short for `application/…`. */
function mediaType(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes('/') ? lower : `application/${lower}`;
}
