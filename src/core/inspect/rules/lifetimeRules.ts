import { memberOf } from '../../encoding/jsonNode';
import { claimDescriber } from '../../jose/claims';
import { readNumericDate } from '../../jose/numericDate';
import type { Finding, Severity } from '../finding';
import { finding, findingIf, type Rule, type RuleInput } from './rule';

/** A leap year, in seconds. */
const year = 366 * 86_400;
/** Clocks differ by so much without anyone being at fault, in seconds. */
const usualSkew = 60;
/** A time no farther ahead than this, in seconds, is told as one of clocks. */
const likelySkew = 300;
/** From here on, a time in seconds lies beyond the year 5138, and one in milliseconds after March 1973. */
const millisecondsFrom = 1e11;
/** From here on, not even milliseconds make sense of it. */
const millisecondsTo = 1e14;

interface Times {
  readonly iat: number | undefined;
  readonly nbf: number | undefined;
  readonly exp: number | undefined;
}

/** Time claims that are readable, and not written in milliseconds: those are told by a rule of their own. */
function timesOf({ claims }: RuleInput): Times {
  const read = (name: string): number | undefined => {
    const at = readNumericDate(memberOf(claims, name));
    return at === undefined || isMilliseconds(at) ? undefined : at;
  };
  return { iat: read('iat'), nbf: read('nbf'), exp: read('exp') };
}

function isMilliseconds(at: number): boolean {
  return at >= millisecondsFrom && at < millisecondsTo;
}

/** Claims by which a claims set shows that it is meant as a token that is used and then over. */
const tokenClaims = ['iss', 'sub', 'aud', 'iat', 'nbf', 'jti', 'scope', 'client_id'];
/** Tokens that tell of one event or request, and by design have no end (RFC 8417 §2.2, RFC 9449 §4.2, RFC 9901 §4.3). */
const withoutEnd: ReadonlySet<string> = new Set([
  'secevent+jwt',
  'dpop+jwt',
  'kb+jwt',
  'passport',
  'statuslist+jwt',
  'openid4vci-proof+jwt',
]);

export const noExpiry: Rule = (input) => {
  const { claims, type = '', payloadSpan } = input;
  if (!claims || memberOf(claims, 'exp') || withoutEnd.has(type) || memberOf(claims, 'events')) return [];
  const isToken =
    type === 'jwt' || type.endsWith('+jwt') || tokenClaims.some((name) => memberOf(claims, name));
  return findingIf(isToken, 'noExpiry', 'information', {
    span: payloadSpan,
    subject: 'exp',
    reference: 'RFC 7519 §4.1.4',
  });
};

export const longLifetime: Rule = (input) => {
  const { iat, nbf, exp } = timesOf(input);
  const start = iat ?? nbf;
  if (start === undefined || exp === undefined || exp - start <= year) return [];
  return [
    finding('longLifetime', 'information', {
      span: input.payloadSpan,
      subject: 'exp',
      facts: { days: Math.round((exp - start) / 86_400) },
      reference: 'RFC 6750 §5.3',
    }),
  ];
};

/** A span of time that ends before it begins: such a token is never in force. */
export const neverInForce: Rule = (input) => {
  const { iat, nbf, exp } = timesOf(input);
  if (exp === undefined) return [];
  const details = { span: input.payloadSpan, subject: 'exp', reference: 'RFC 7519 §4.1.4' };
  return [
    ...findingIf(iat !== undefined && exp <= iat, 'expiresBeforeIssued', 'warning', details),
    ...findingIf(nbf !== undefined && exp <= nbf, 'expiresBeforeValid', 'warning', details),
  ];
};

export const issuedInFuture: Rule = (input) => {
  const { iat } = timesOf(input);
  const ahead = iat === undefined ? 0 : iat - input.moment - input.leeway;
  return findingIf(ahead > usualSkew, 'issuedInFuture', 'warning', {
    span: input.payloadSpan,
    subject: 'iat',
    facts: { seconds: Math.round(ahead) },
    reference: 'RFC 7519 §4.1.6',
  });
};

/**
 * Two machines whose clocks differ a little: the token came, and its time has not. `nbf` keeps it out meanwhile; for `iat`
 * no reader may refuse it, and some do.
 */
export const clockSkew: Rule = (input) => {
  const { iat, nbf } = timesOf(input);
  const ahead = (at: number | undefined): number =>
    at === undefined ? 0 : Math.ceil(at - input.moment - input.leeway);
  const skew = (name: 'nbf' | 'iat', severity: Severity, most: number): readonly Finding[] => {
    const count = ahead(name === 'nbf' ? nbf : iat);
    return findingIf(count > 0 && count <= most, 'clockSkew', severity, {
      span: input.payloadSpan,
      subject: name,
      facts: { name, count, leeway: count + Math.ceil(input.leeway) },
      reference: name === 'nbf' ? 'RFC 7519 §4.1.5' : 'RFC 7519 §4.1.6',
    });
  };
  const begins = skew('nbf', 'warning', likelySkew);
  return begins.length > 0 ? begins : skew('iat', 'information', usualSkew);
};

/** `Date.now()` where seconds belong: the commonest mistake with time claims. */
export const millisecondsForSeconds: Rule = ({ claims, payloadSpan }) => {
  if (!claims) return [];
  const describe = claimDescriber(claims);
  return claims.members.flatMap(({ name, value }) => {
    const at = readNumericDate(value);
    if (at === undefined || !isMilliseconds(at) || describe(name)?.type !== 'date') return [];
    return [
      finding('millisecondsForSeconds', 'warning', {
        span: payloadSpan,
        subject: name,
        facts: { name, value: at, seconds: Math.floor(at / 1000) },
        reference: 'RFC 7519 §2',
      }),
    ];
  });
};
