import { memberOf, type JsonNode } from '../../encoding/jsonNode';
import { registeredClaims } from '../../jose/claims';
import { describeHeaderParameter } from '../../jose/headerParameters';
import { headerText } from '../../jose/headers';
import { headerShapes } from '../../jose/headerTypes';
import type { ValueType } from '../../jose/registries/registered';
import { cut, finding, findingIf, type Rule } from './rule';

const fits: Readonly<Record<ValueType, (node: JsonNode) => boolean>> = {
  any: () => true,
  text: (node) => node.type === 'string',
  uri: (node) => node.type === 'string',
  number: (node) => node.type === 'number',
  date: (node) => node.type === 'number' && Number.isFinite(node.value),
  flag: (node) => node.type === 'boolean',
  object: (node) => node.type === 'object',
  list: (node) => node.type === 'array',
  texts: (node) => node.type === 'array' && node.items.every((item) => item.type === 'string'),
  textOrTexts: (node) => node.type === 'string' || fits.texts(node),
};

/** Claims that libraries check and refuse a token for. */
const strict: ReadonlySet<string> = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti']);
/** Claims whose type decides what they do. Of others, the world writes what it likes, and nobody is hurt. */
const told: ReadonlySet<string> = new Set([
  ...strict,
  ...['cnf', 'act', 'may_act', 'scope', 'client_id', 'azp', 'nonce', 'auth_time', 'events', 'vc', 'vp'],
  ...['email_verified', 'phone_number_verified', 'authorization_details', '_sd', '_sd_alg', 'sd_hash'],
]);

export const claimType: Rule = ({ claims, payloadSpan }) =>
  (claims?.members ?? []).flatMap(({ name, value }) => {
    const registered = told.has(name) ? registeredClaims.get(name) : undefined;
    if (!registered || fits[registered.type](value)) return [];
    return [
      finding('claimType', strict.has(name) ? 'warning' : 'information', {
        span: payloadSpan,
        subject: name,
        facts: { name, expected: registered.type, found: value.type },
        reference: registered.reference,
      }),
    ];
  });

/** Types of header parameters that reading did not already judge. */
export const headerType: Rule = ({ token, headers, headerSpan }) => {
  if (token.kind === 'malformed') return [];
  const { kind } = token;
  return headers.flatMap((header) =>
    (header.object?.members ?? []).flatMap(({ name, value }) => {
      const registered = headerShapes.has(name) ? undefined : describeHeaderParameter(name, kind);
      if (!registered || name === 'crit' || fits[registered.type](value)) return [];
      return [
        finding('headerType', 'warning', {
          span: header.segment?.span ?? headerSpan,
          subject: name,
          facts: { name, expected: registered.type, found: value.type },
          reference: registered.reference,
        }),
      ];
    }),
  );
};

/** Types of a token that holds a claims set, besides `jwt` and those that end in `+jwt`. */
const claimsTypes: ReadonlySet<string> = new Set(['jose', 'jose+json', 'passport', 'vc+sd-jwt', 'dc+sd-jwt']);

/** RFC 8725 §3.11: `typ` and `cty` tell one kind of token from another; here they do not fit what the token holds. */
export const typeUnexpected: Rule = ({ token, headers, type, claims, headerSpan }) => {
  if (token.kind !== 'jws' || !claims) return [];
  const cty = headerText(headers, 'cty');
  const isForeign =
    type !== undefined && type !== 'jwt' && !/\+(?:sd-)?jwt$/.test(type) && !claimsTypes.has(type);
  const isNested = cty?.toLowerCase() === 'jwt';
  const details = (name: string, value = '') =>
    ({ span: headerSpan, subject: name, facts: { name, value: cut(value) } }) as const;
  return [
    ...findingIf(isForeign, 'typeUnexpected', 'information', {
      ...details('typ', headerText(headers, 'typ')),
      reference: 'RFC 8725 §3.11',
    }),
    ...findingIf(isNested, 'typeUnexpected', 'information', {
      ...details('cty', cty),
      reference: 'RFC 7519 §5.2',
    }),
  ];
};

/** What a token of a declared kind must hold. */
const required: Readonly<Record<string, { readonly claims: readonly string[]; readonly reference: string }>> =
  {
    'at+jwt': {
      claims: ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'],
      reference: 'RFC 9068 §2.2',
    },
    'dpop+jwt': { claims: ['jti', 'htm', 'htu', 'iat'], reference: 'RFC 9449 §4.2' },
    'secevent+jwt': { claims: ['iss', 'iat', 'jti', 'events'], reference: 'RFC 8417 §2.2' },
    'kb+jwt': { claims: ['iat', 'aud', 'nonce', 'sd_hash'], reference: 'RFC 9901 §4.3' },
    'logout+jwt': {
      claims: ['iss', 'aud', 'iat', 'jti', 'events'],
      reference: 'OpenID Connect Back-Channel Logout 1.0 §2.4',
    },
  };

export const typeMissingClaims: Rule = ({ type = '', claims, payloadSpan }) => {
  if (!claims || !Object.hasOwn(required, type)) return [];
  const row = required[type];
  const missing = row?.claims.filter((name) => !memberOf(claims, name)) ?? [];
  return findingIf(missing.length > 0, 'typeMissingClaims', 'information', {
    span: payloadSpan,
    subject: 'typ',
    facts: { type, names: missing.join(', '), count: missing.length },
    reference: row?.reference ?? '',
  });
};
