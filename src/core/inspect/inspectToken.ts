import { memberOf, type JsonMember, type JsonNode, type JsonObject } from '../encoding/jsonNode';
import { writeCompactNode } from '../encoding/writeJson';
import { claimDescriber } from '../jose/claims';
import { describeHeaderParameter } from '../jose/headerParameters';
import { headerText, joseHeaders } from '../jose/headers';
import { readNumericDate, standingAt } from '../jose/numericDate';
import type { RegisteredName } from '../jose/registries/registered';
import type { DecodedJson, JoseHeader, Token } from '../jose/token';
import { findFindings } from './findings';
import type { InspectedRow, InspectedTime, Inspection } from './inspection';
import type { RuleInput } from './rules/rule';
import { segmentsOf } from './segmentsOf';

/** Rows shown of a header or claims set at most; the texts hold the rest. */
export const mostRows = 1000;

/**
 * All that can be said of a token without a key, at a moment and with a leeway in seconds. Pure, never throws, linear
 * in the token, and cheap enough for a hover.
 */
export function inspectToken(token: Token, moment: number, leeway = 0): Inspection {
  const headers = joseHeaders(token);
  const [first] = headers;
  const payload = payloadOf(token);
  const claims = objectOf(payload);
  const input = ruleInput(token, headers, claims, moment, leeway);
  return {
    moment,
    kind: token.kind,
    serialization: token.kind === 'malformed' ? 'unknown' : token.serialization,
    form: formOf(token, input.alg),
    text: token.text,
    segments: segmentsOf(token),
    alg: input.alg,
    enc: headerText(headers, 'enc'),
    kid: input.kid,
    typ: headerText(headers, 'typ'),
    headerText: first?.text,
    payloadText: payload?.text,
    header: headers.flatMap((header) => headerRows(header, token.kind)).slice(0, mostRows),
    claims: claims ? claimRows(claims) : [],
    times: claims ? timesOf(claims) : [],
    standing: claims
      ? standingAt({ exp: memberOf(claims, 'exp'), nbf: memberOf(claims, 'nbf') }, moment, leeway)
      : 'unknown',
    problems: token.problems,
    findings: findFindings(input),
  };
}

function ruleInput(
  token: Token,
  headers: readonly JoseHeader[],
  claims: JsonObject | undefined,
  moment: number,
  leeway: number,
): RuleInput {
  const type = headerText(headers, 'typ')?.slice(0, 200).toLowerCase();
  const payloadSpan =
    token.kind === 'jws'
      ? token.payload.segment.span
      : token.kind === 'malformed'
        ? token.segments.find((segment) => segment.name === 'payload')?.span
        : undefined;
  return {
    token,
    headers,
    claims,
    moment,
    leeway,
    payloadSpan,
    alg: headerText(headers, 'alg'),
    kid: headerText(headers, 'kid'),
    type: type?.startsWith('application/') ? type.slice('application/'.length) : type,
    headerSpan: headers.find((header) => header.segment)?.segment?.span,
  };
}

/** The payload as far as it can be read; undefined where it travels apart or is encrypted. */
function payloadOf(token: Token): DecodedJson | undefined {
  if (token.kind === 'jwe') return undefined;
  if (token.kind === 'malformed') return token.payload;
  return token.payload.isDetached ? undefined : token.payload;
}

function objectOf(decoded: DecodedJson | undefined): JsonObject | undefined {
  const node = decoded?.node ?? decoded?.partial;
  return node?.type === 'object' ? node : undefined;
}

function formOf(token: Token, alg: string | undefined): Inspection['form'] {
  if (token.kind === 'malformed') return 'malformed';
  if (token.kind === 'jwe') return 'encrypted';
  if (token.sdJwt) return 'sd-jwt';
  return alg === 'none' ? 'unsecured' : 'signed';
}

function headerRows(header: JoseHeader, kind: Token['kind']): readonly InspectedRow[] {
  const members = objectOf(header)?.members ?? [];
  const form = kind === 'jwe' ? 'jwe' : 'jws';
  return members.slice(0, mostRows).map((member) => row(member, describeHeaderParameter(member.name, form)));
}

/** Each claim with what the registries say of it. */
export /** The claims of a claims set as rows, with what the registries say of each; `mostRows` of them at most. */
function claimRows(claims: JsonObject): readonly InspectedRow[] {
  const describe = claimDescriber(claims);
  return claims.members.slice(0, mostRows).map((member) => row(member, describe(member.name)));
}

function row({ name, value }: JsonMember, registered: RegisteredName | undefined): InspectedRow {
  return {
    name,
    value,
    text: writeCompactNode(value),
    meaning: registered?.meaning,
    reference: registered?.reference,
    url: registered?.url,
    numericDate: isDate(name, value, registered) ? readNumericDate(value) : undefined,
  };
}

/** The years 2000 to 2100: a private number so large, under a name like that, is a time. */
const likelyTimes = { from: 946_684_800, to: 4_102_444_800 };
const timeName =
  /(?:^|[_-])(?:at|time|date|exp|expires|expiry|until|since)$|(?:At|Time|Date|Expires|Expiry)$/;

function isDate(name: string, value: JsonNode, registered: RegisteredName | undefined): boolean {
  if (registered) return registered.type === 'date';
  if (value.type !== 'number' || !Number.isInteger(value.value)) return false;
  const isLikely = value.value >= likelyTimes.from && value.value <= likelyTimes.to;
  return isLikely && timeName.test(name.slice(-32));
}

function timesOf(claims: JsonObject): readonly InspectedTime[] {
  return (['iat', 'nbf', 'exp'] as const).flatMap((claim) => {
    const at = readNumericDate(memberOf(claims, claim));
    return at === undefined ? [] : [{ claim, at }];
  });
}
