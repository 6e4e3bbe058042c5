import { codes, isTokenCharacter, paddingAt, runEnd } from './characters';

/** The dotted segments of a token as they stand in the text, header first. Ends do not count padding. */
export interface Segments {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** `=` behind each segment that belong to the token. */
  readonly paddings: readonly number[];
  /** Number of segments up to the last that is not empty. */
  readonly count: number;
  /** Dots behind that last one. */
  readonly dots: number;
  /** Where the chain of segments and dots was left: nothing before it can be another token. */
  readonly chainEnd: number;
}

/** A JWE has five segments; a sixth tells that the chain is something else, empty ones behind that dots trail off. */
const maxSegments = 8;

/** Reads the chain of segments that begins with a header from `start` to `headerEnd`, as far as a token could reach. */
export function readSegments(
  text: string,
  start: number,
  headerEnd: number,
  headerPadding: number,
): Segments {
  const starts = [start];
  const ends = [headerEnd];
  const paddings = [headerPadding];
  let isPadded = headerPadding > 0;
  let at = headerEnd + headerPadding;
  while (starts.length < maxSegments && text.charCodeAt(at) === codes.dot) {
    const from = at + 1;
    const to = runEnd(text, from);
    // `=` behind a token is its surroundings', unless header or payload show that the issuer pads (AWS load balancers).
    const padding = (isPadded || starts.length === 1) && to > from ? paddingAt(text, to) : 0;
    const fits = padding > 0 && (to - from + padding) % 4 === 0;
    isPadded ||= fits;
    starts.push(from);
    ends.push(to);
    paddings.push(fits ? padding : 0);
    at = to + (fits ? padding : 0);
  }
  const last = ends.length - 1;
  if (paddings[last] === 0) ends[last] = withoutClosingMarks(text, start, starts[last] ?? at, at);
  let count = ends.length;
  while (count > 1 && starts[count - 1] === ends[count - 1]) count--;
  return { starts, ends, paddings, count, dots: ends.length - count, chainEnd: at };
}

/**
 * Where the last segment ends when the marks that close what the token stands in are left out: `-->` of a comment, and as
 * many `_` as open emphasis in front of it. Both are token characters only by accident.
 */
function withoutClosingMarks(text: string, tokenStart: number, from: number, end: number): number {
  if (text.startsWith('-->', end - 2) && end - 2 >= from) return end - 2;
  let marks = 0;
  while (marks < 3 && text.charCodeAt(tokenStart - 1 - marks) === codes.underscore) marks++;
  if (marks === 0 || isTokenCharacter(text, tokenStart - 1 - marks) || end - marks < from) return end;
  return text.startsWith('_'.repeat(marks), end - marks) ? end - marks : end;
}

/** Characters of a segment. */
export function segmentLength(segments: Segments, index: number): number {
  return (segments.ends[index] ?? 0) - (segments.starts[index] ?? 0);
}

/** Whether so many characters can be the base64url of anything: one over a multiple of four never is (RFC 4648 §4). */
export function canBeEncoded(characters: number): boolean {
  return characters % 4 !== 1;
}
