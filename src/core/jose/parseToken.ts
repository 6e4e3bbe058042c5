import { decodePercent } from '../encoding/percent';
import { asMalformed } from './asMalformed';
import { readCompact } from './compact';
import { readJsonSerialization } from './jsonSerialization';
import { tokenLimits } from './limits';
import type { Problem } from './problem';
import { surroundings } from './surroundings';
import type { MalformedToken, Token } from './token';

/**
 * Reads any text as a token: JWS, JWE, SD-JWT in each serialization, or what can be shown of something else.
 * Never throws; linear in the text. What is not as the RFCs have it stands in the token's problems.
 */
export function parseToken(text: string): Token {
  if (text.length > tokenLimits.length) return tooLong(text);
  const { before, after } = surroundings(text);
  const inner = text.slice(before, text.length - after);
  if (inner === '')
    return {
      kind: 'malformed',
      text,
      segments: [],
      header: undefined,
      payload: undefined,
      problems: [{ code: 'token.empty', facts: {} }],
    };
  if (inner.startsWith('{') && isJsonWhiteSpace(text, before, after)) return readJsonSerialization(text);
  if (before + after === 0) return readForm(text);
  return surrounded(text, readForm(inner), before, after);
}

function readForm(text: string): Token {
  if (text.startsWith('{')) return readJsonSerialization(text);
  const token = readCompact(text);
  return text.includes('%') ? withPercentEncoding(token) : token;
}

/** White space around a JSON serialization belongs to it (RFC 8259 §2). */
function isJsonWhiteSpace(text: string, before: number, after: number): boolean {
  return !/[^\t\n\r ]/.test(text.slice(0, before) + text.slice(text.length - after));
}

/** A token with something around it is none: it is shown, and what it would be without stands beside it. */
function surrounded(text: string, inner: Token, before: number, after: number): MalformedToken {
  const malformed = asMalformed(inner, text, before);
  const span = before > 0 ? { start: 0, end: before } : { start: text.length - after, end: text.length };
  const problem: Problem = { code: 'token.surrounded', facts: { before, after }, span };
  return { ...malformed, problems: [problem, ...malformed.problems] };
}

/** Tells of percent-encoding, and what a malformed text would be without it. */
function withPercentEncoding(token: Token): Token {
  if (token.kind === 'jws' && !token.payload.isEncoded) return token;
  const { text: decoded, count } = decodePercent(token.text);
  if (count === 0) return token;
  const at = token.text.indexOf('%');
  const problem: Problem = {
    code: 'token.percentEncoded',
    facts: { count },
    span: { start: at, end: at + 3 },
  };
  const problems = [problem, ...token.problems];
  if (token.kind !== 'malformed') return { ...token, problems };
  const intended = decoded.startsWith('{') ? readJsonSerialization(decoded) : readCompact(decoded);
  return { ...token, problems, ...(intended.kind === 'malformed' ? {} : { intended }) };
}

/** Only the beginning of an overlong text is read, to show whose token it was. */
function tooLong(text: string): MalformedToken {
  const { length, beginning } = tokenLimits;
  const { segments, header, payload, problems } = asMalformed(readForm(text.slice(0, beginning)), text, 0);
  const problem: Problem = { code: 'token.tooLong', facts: { length: text.length, limit: length } };
  return { kind: 'malformed', text, segments, header, payload, problems: [problem, ...problems] };
}
