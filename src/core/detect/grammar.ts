import { readBase64url } from '../encoding/base64url';
import { maxHeaderLength } from './headerFacts';
import { maxObjectDepth, maxObjectLength } from './jsonText';
import { isTellingMember, serializationKind } from './serialization';
import { canBeWholeSignature, canBeWholeTag } from './signatureLength';
import type { TokenKind, TokenSpan } from './tokenSpan';

/**
 * What counts as a token in a text. This file is the definition: `referenceScan` applies it plainly, from left to right, and
 * `scanTokens`, which does the work, is held to finding the same.
 *
 * A *run* is a longest sequence of base64url characters `A-Z a-z 0-9 - _`.
 *
 *     token      = compact / sd-jwt / json
 *     compact    = jws / unsecured / detached / jwe
 *     jws        = header "." payload "." signature
 *     unsecured  = header "." payload "." [signature]        ; alg is "none"
 *     detached   = header ".." signature                     ; a signature as long as alg makes them
 *     jwe        = header "." [key] "." iv "." [ciphertext] "." tag
 *     sd-jwt     = jws "~" *(disclosure "~") [jws]           ; disclosure: encodes "[" at its beginning
 *     json       = a JSON object with the members of RFC 7515 §7.2 or RFC 7516 §7.2
 *
 * - A header is the end of a run, from the first place (of at most 8 that encode up to 16 octets of white
 *   space and a `{`) on which decodes to a JSON object whose `alg` is a string, the name written without escapes, in at most
 *   65,536 characters. What stands before that place in the run is not the token's: `n` of a `\n`, `22` of a `%22`, `_`.
 * - `enc` in the header asks for a JWE, its absence for a JWS.
 * - Every other segment is a whole run, of a length that base64url can have (not 1 mod 4); the payload under `b64: false` may
 *   have any. `=` belongs to a segment where it pads it to a multiple of 4 and header or payload is so padded.
 * - What closes the token's surroundings is not the token's: `-->`, and as many `_` (up to 3) as open the run before it.
 * - No further segment may follow. One dot may (it ends a sentence; for `unsecured` without signature, one more than its own);
 *   more dots, `…`, `*` or `[` may, but only where the signature or tag is as long as `alg` or `enc` make them.
 * - A JSON object is no longer than 1,048,576 characters and no deeper than 16. It has `signature` or `signatures` beside a
 *   `payload`, or `ciphertext`; `protected`, `header` or `unprotected`; and among the headers of one signature or recipient
 *   an `alg`, for a JWE also an `enc`. The names of these members are written without escapes.
 * - The first token in the text wins over those that overlap it. After a header that no token follows, the search goes on
 *   behind the segments looked at, eight at most.
 */
export function referenceScan(text: string): readonly TokenSpan[] {
  const found: TokenSpan[] = [];
  const start = /[\w-]+|\{/g;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const step = match[0] === '{' ? objectAt(text, match.index) : compactAt(text, match.index, match[0]);
    if (step?.token) found.push(step.token);
    if (step) start.lastIndex = step.resume;
  }
  return found;
}

/** A token, or none and how far the text is used up all the same. */
interface Step {
  readonly token: TokenSpan | undefined;
  readonly resume: number;
}

type Header = Readonly<Record<string, unknown>> & { readonly alg: string };

function headerOf(encoded: string): Header | undefined {
  try {
    if (encoded.length > maxHeaderLength || encoded.length % 4 === 1) return undefined;
    const text = new TextDecoder().decode(readBase64url(encoded).bytes);
    const header: unknown = JSON.parse(text);
    const isObject = typeof header === 'object' && header !== null && !Array.isArray(header);
    if (!isObject || !('alg' in header) || typeof header.alg !== 'string' || header.alg === '')
      return undefined;
    return /"alg"[\t\n\r ]*:/.test(text) ? (header as Header) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the first octets a run encodes are white space and then the bracket. */
function encodes(run: string, bracket: string): boolean {
  const octets = readBase64url(run.slice(0, 24)).bytes.slice(0, 17);
  return String.fromCharCode(...octets)
    .replace(/^[\t\n\r ]{0,16}/, '')
    .startsWith(bracket);
}

function compactAt(text: string, runStart: number, run: string): Step | undefined {
  const [padding] = matchAt(/={0,2}(?=\.)/y, text, runStart + run.length);
  if (padding === undefined) return undefined;
  let tries = 0;
  for (let start = Math.max(0, run.length - maxHeaderLength); start < run.length && tries < 8; start++) {
    // The first six bits of white space and of a brace: most places need no decoding.
    if (!'CDIe'.includes(run.charAt(start)) || !encodes(run.slice(start, start + 24), '{')) continue;
    tries++;
    const encoded = run.slice(start);
    const header = padding === '' || isMultipleOf4(encoded + padding) ? headerOf(encoded) : undefined;
    if (!header) continue;
    const { token, resume } = afterHeader(text, runStart + start, encoded + padding, header);
    const whole = token && withDisclosures(text, token);
    return { token: whole, resume: whole?.end ?? resume };
  }
  return undefined;
}

function afterHeader(text: string, start: number, written: string, header: Header): Step {
  const segments = [written];
  let end = start + written.length;
  while (segments.length < 8) {
    const [dotted, run = '', equals = ''] = matchAt(/\.([\w-]*)(={0,2})/y, text, end);
    if (dotted === undefined) break;
    const mayPad = segments.length === 1 || segments.some((segment) => segment.includes('='));
    const padding = mayPad && run !== '' && isMultipleOf4(run + equals) ? equals : '';
    segments.push(run + padding);
    end += 1 + run.length + padding.length;
  }
  const last = segments.pop() ?? '';
  segments.push(last.slice(0, last.length - closingMarks(text, start, end, last)));
  const token = shapeOf(text, start, segments, header, /[…*[]/.test(text.charAt(end)));
  return { token, resume: token?.end ?? end };
}

/** How many characters at the end of the last segment close what the token stands in. */
function closingMarks(text: string, start: number, end: number, last: string): number {
  if (last.endsWith('--') && text.charAt(end) === '>') return 2;
  const opening = /(?:^|[^\w-])(_{1,3})$/.exec(text.slice(Math.max(0, start - 4), start))?.[1] ?? '';
  return last.endsWith(opening) ? opening.length : 0;
}

function shapeOf(
  text: string,
  start: number,
  segments: readonly string[],
  header: Header,
  isCutBehind: boolean,
): TokenSpan | undefined {
  const whole = segments.join('.');
  const content = whole.replace(/\.+$/, '');
  const dots = whole.length - content.length;
  const [, ...rest] = content.split('.');
  const lengths = rest.map((segment) => segment.replace(/=+$/, '').length);
  const isCut = dots > 1 || isCutBehind;
  const span = (kind: TokenKind, end = start + content.length): TokenSpan => ({ start, end, kind });
  const isImpossible = (length: number): boolean => length % 4 === 1;

  if (typeof header.enc === 'string') {
    if (lengths.length !== 4 || lengths.some(isImpossible) || lengths[1] === 0) return undefined;
    return isCut && !canBeWholeTag(lengths[3] ?? 0) ? undefined : span('jwe-compact');
  }
  const [payload = 0, signature = 0] = lengths;
  const isUnsecured = header.alg.toLowerCase() === 'none';
  if (header.b64 !== false && isImpossible(payload)) return undefined;
  if (lengths.length === 1) {
    const isWhole = isUnsecured && dots >= 1 && dots <= 2 && text.charAt(start + content.length + 1) !== '…';
    return isWhole ? span('jws-unsecured', start + content.length + 1) : undefined;
  }
  if (lengths.length !== 2 || isImpossible(signature) || (isUnsecured && payload === 0)) return undefined;
  if ((isCut || payload === 0) && !canBeWholeSignature(header.alg, signature)) return undefined;
  if (payload === 0) return span('jws-detached');
  return span(isUnsecured ? 'jws-unsecured' : 'jws-compact');
}

function withDisclosures(text: string, jws: TokenSpan): TokenSpan {
  if (jws.kind !== 'jws-compact' || text.charAt(jws.end) !== '~') return jws;
  let end = jws.end + 1;
  for (;;) {
    const [ended, disclosure = ''] = matchAt(/([\w-]+)~/y, text, end);
    if (ended === undefined || disclosure.length % 4 === 1 || !encodes(disclosure, '[')) break;
    end += ended.length;
  }
  const [run] = matchAt(/[\w-]+(?=\.)/y, text, end);
  const header = run === undefined ? undefined : headerOf(run);
  const keyBinding = run !== undefined && header ? afterHeader(text, end, run, header).token : undefined;
  if (keyBinding?.kind === 'jws-compact') return { start: jws.start, end: keyBinding.end, kind: 'sd-jwt-kb' };
  const isPunctuation = end === jws.end + 1 && /[\w~-]/.test(text.charAt(end));
  return isPunctuation ? jws : { start: jws.start, end, kind: 'sd-jwt' };
}

function objectAt(text: string, start: number): Step | undefined {
  const end = objectEnd(text, start);
  const kind = end === undefined ? undefined : serializationKind(text.slice(start, end));
  if (end === undefined || kind === undefined || !isPlainlyNamed(text, start, end)) return undefined;
  return { token: { start, end, kind }, resume: end };
}

/** Where the brackets and strings that begin at `start` are balanced. */
function objectEnd(text: string, start: number): number | undefined {
  const part = /"[^"\\]*(?:\\[^][^"\\]*)*"?|[{}[\]]|[^"{}[\]]+/y;
  let depth = 0;
  for (part.lastIndex = start; part.lastIndex < text.length;) {
    const [written] = part.exec(text) ?? [''];
    if (part.lastIndex - start > maxObjectLength) return undefined;
    if (written === '{' || written === '[') depth++;
    if (written === '}' || written === ']') depth--;
    if (depth > maxObjectDepth) return undefined;
    if (depth === 0) return part.lastIndex;
  }
  return undefined;
}

/** Whether a telling member of the object itself, and not of one inside it, is written without escapes. */
function isPlainlyNamed(text: string, start: number, end: number): boolean {
  const strings = /"(?:signatures?|ciphertext)"/g;
  strings.lastIndex = start;
  for (let match = strings.exec(text); match && match.index < end; match = strings.exec(text))
    if (isTellingMember(text, match.index) && depthAt(text.slice(start, match.index)) === 1) return true;
  return false;
}

/** How many brackets are open at the end of a text; 0 where it ends in a string. */
function depthAt(text: string): number {
  const bare = text.replaceAll(/"[^"\\]*(?:\\[^][^"\\]*)*"/g, '');
  return bare.includes('"') ? 0 : [...bare.matchAll(/[{[]/g)].length - [...bare.matchAll(/[}\]]/g)].length;
}

function matchAt(sticky: RegExp, text: string, offset: number): readonly string[] {
  sticky.lastIndex = offset;
  return sticky.exec(text) ?? [];
}

function isMultipleOf4(text: string): boolean {
  return text.length % 4 === 0;
}
