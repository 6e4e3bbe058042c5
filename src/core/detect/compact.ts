import { codes, paddingAt } from './characters';
import { encodesStartOf, maxHeaderLength, type HeaderFacts, type HeaderReader } from './headerFacts';
import { withDisclosures } from './sdJwt';
import { readSegments } from './segments';
import { jweSpan, jwsSpan } from './shapes';
import type { TokenSpan } from './tokenSpan';

/** What a run of token characters turned out to begin: a token or nothing; and where to look on. */
export interface CompactFinding {
  readonly token: TokenSpan | undefined;
  readonly resume: number;
}

/** How many places of a run are tried as the start of a header. Real ones need one or two; hostile text would offer many. */
const maxHeaderTries = 8;

/** Judges a run of token characters, from `start` to `end`, as the one a compact token's header ends. */
export function compactAt(
  text: string,
  start: number,
  end: number,
  readHeader: HeaderReader,
): CompactFinding {
  const padding = paddingAt(text, end);
  if (text.charCodeAt(end + padding) !== codes.dot) return { token: undefined, resume: end };
  const header = findHeader(text, start, end, padding, readHeader);
  if (header === undefined) return { token: undefined, resume: end };
  const segments = readSegments(text, header.start, end, padding);
  const token =
    header.facts.enc === undefined ? jwsSpan(text, segments, header.facts) : jweSpan(text, segments);
  if (token === undefined) return { token, resume: segments.chainEnd };
  const whole = token.kind === 'jws-compact' ? withDisclosures(text, token, readHeader) : token;
  return { token: whole, resume: whole.end };
}

/**
 * The first place in the run from which all the rest of it is a JOSE header. Usually the run's start; but the letter of an
 * escape (`\n`), hex digits (`%22`), a prefix (`ghs_1_`) or a diff's `-` may be glued to a header.
 */
function findHeader(
  text: string,
  start: number,
  end: number,
  padding: number,
  readHeader: HeaderReader,
): { readonly start: number; readonly facts: HeaderFacts } | undefined {
  let tries = 0;
  for (let at = Math.max(start, end - maxHeaderLength); at < end && tries < maxHeaderTries; at++) {
    if (!encodesStartOf(text, at, codes.openBrace)) continue;
    tries++;
    if (padding > 0 && (end - at + padding) % 4 !== 0) continue;
    const facts = readHeader(text.slice(at, end));
    if (facts !== undefined) return { start: at, facts };
  }
  return undefined;
}
