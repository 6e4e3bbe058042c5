import { refused, type BackendRefusal } from '../backendVerdict';
import { msSeconds } from '../durations';
import { memberOf } from './decodeToken';
import type { JsonwebtokenOptions } from './options';

interface Question {
  readonly payload: unknown;
  readonly options: JsonwebtokenOptions;
  /** Whole seconds since the epoch. */
  readonly now: number;
}

type Check = (question: Question) => BackendRefusal | undefined;

const wrong = (message: string): BackendRefusal => refused('JsonWebTokenError', message);

/** jsonwebtoken's checks of the claims, in its order. Options that are empty or zero ask nothing. */
const checks: readonly Check[] = [
  ({ payload, options, now }) => {
    const nbf = memberOf(payload, 'nbf');
    if (nbf === undefined || options.ignoreNotBefore) return undefined;
    if (typeof nbf !== 'number') return wrong('invalid nbf value');
    return nbf > now + tolerance(options) ? refused('NotBeforeError', 'jwt not active') : undefined;
  },
  ({ payload, options, now }) => {
    const exp = memberOf(payload, 'exp');
    if (exp === undefined || options.ignoreExpiration) return undefined;
    if (typeof exp !== 'number') return wrong('invalid exp value');
    return now >= exp + tolerance(options) ? refused('TokenExpiredError', 'jwt expired') : undefined;
  },
  ({ payload, options: { audience } }) => {
    if (audience === undefined || audience === '') return undefined;
    const wanted: readonly string[] = typeof audience === 'string' ? [audience] : audience;
    const aud = memberOf(payload, 'aud');
    const found: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
    const isMeant = found.some((one) => wanted.some((each) => each === one));
    return isMeant ? undefined : wrong(`jwt audience invalid. expected: ${wanted.join(' or ')}`);
  },
  ({ payload, options: { issuer } }) => {
    if (issuer === undefined || issuer === '') return undefined;
    const wanted: readonly string[] = typeof issuer === 'string' ? [issuer] : issuer;
    const iss = memberOf(payload, 'iss');
    return wanted.some((each) => each === iss)
      ? undefined
      : wrong(`jwt issuer invalid. expected: ${wanted.join(',')}`);
  },
  ...(
    [
      ['subject', 'sub'],
      ['jwtid', 'jti'],
      ['nonce', 'nonce'],
    ] as const
  ).map(([option, claim]): Check => ({ payload, options }) => {
    const wanted = options[option];
    if (!wanted || memberOf(payload, claim) === wanted) return undefined;
    return wrong(`jwt ${option} invalid. expected: ${wanted}`);
  }),
  ({ payload, options, now }) => {
    const { maxAge } = options;
    if (!maxAge) return undefined;
    const iat = memberOf(payload, 'iat');
    if (typeof iat !== 'number') return wrong('iat required when maxAge is specified');
    const latest = latestMoment(maxAge, iat || now);
    if (latest === undefined)
      return wrong(
        '"maxAge" should be a number of seconds or string representing a timespan eg: "1d", "20h", 60',
      );
    return now >= latest + tolerance(options) ? refused('TokenExpiredError', 'maxAge exceeded') : undefined;
  },
];

/** The first thing about the claims that jsonwebtoken refuses. */
export function claimRefusal(question: Question): BackendRefusal | undefined {
  if (question.payload === null) {
    // Under `typ: JWT` a payload of null gets as far as this.
    return refused('TypeError', "Cannot read properties of null (reading 'nbf')");
  }
  for (const check of checks) {
    const refusal = check(question);
    if (refusal) return refusal;
  }
  return undefined;
}

const tolerance = ({ clockTolerance = 0 }: JsonwebtokenOptions): number => clockTolerance;

function latestMoment(maxAge: number | string, iat: number): number | undefined {
  if (typeof maxAge === 'number') return iat + maxAge;
  const seconds = msSeconds(maxAge);
  return seconds === undefined ? undefined : Math.floor(iat + seconds);
}
