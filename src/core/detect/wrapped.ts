import type { Span } from '../jose/span';
import { AnchorSearch } from './anchors';
import { runEnd, runStart } from './characters';
import { scanTokens } from './scan';
import type { TokenSpan } from './tokenSpan';

/** A token that line ends run through: its place, and its text put together again. */
export interface WrappedToken extends TokenSpan {
  readonly text: string;
}

/** The longest place of a wrapped token, in characters. */
const maxLength = 65_536;

/** What one line holds of a token: nothing else may stand behind it but what closes a string. */
const piece = /[\w.~-]+(?=["'`]?[ \t]*[+.&\\;,)]?[ \t]*(?:\r?\n|$))/y;
/**
 * What may stand between two pieces: a line end, with indentation and quote marks of mail; or the seam of two string
 * literals, with the operator in either line.
 */
const seam = /(?:["'`][ \t]*[+.&\\]?|\\)?[ \t]*\r?\n[ \t>]*(?:[+.&][ \t]*)?["'`]?/y;

/**
 * Compact tokens broken over several lines: hard-wrapped, indented, quoted in mail, or concatenated string literals. Apart
 * from `scanTokens` because it is a guess: what tells such a token from one with a word below it is a signature that is
 * whole with the later lines and not without. Linear; never throws.
 */
export function scanWrapped(text: string): readonly WrappedToken[] {
  const found: WrappedToken[] = [];
  const search = new AnchorSearch(text, 0);
  let resume = 0;
  const next = (): number => search.find(resume, text.length);
  for (let anchor = next(); anchor !== -1; anchor = next()) {
    const pieces = search.isCompact ? piecesAt(text, runStart(text, anchor, resume)) : [];
    const token = joinedToken(text, pieces);
    if (token) found.push(token);
    // What was looked at is used up: text that consists of first lines is not to be gone through for each.
    resume = Math.max(pieces.at(-1)?.end ?? 0, runEnd(text, anchor), anchor + 1);
  }
  return found;
}

function piecesAt(text: string, start: number): readonly Span[] {
  const pieces: Span[] = [];
  for (let at = start; at - start < maxLength;) {
    piece.lastIndex = at;
    if (!piece.test(text)) break;
    pieces.push({ start: at, end: piece.lastIndex });
    seam.lastIndex = piece.lastIndex;
    // Lines of a hard-wrapped text are of one width up to the last; the first may have something in front.
    if (!seam.test(text) || isLast(pieces)) break;
    at = seam.lastIndex;
  }
  return pieces;
}

function isLast(pieces: readonly Span[]): boolean {
  const [, second] = pieces;
  const last = pieces.at(-1);
  return second !== undefined && last !== undefined && last.end - last.start < second.end - second.start;
}

function joinedToken(text: string, pieces: readonly Span[]): WrappedToken | undefined {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined || first === last) return undefined;
  const joined = pieces.map(({ start, end }) => text.slice(start, end)).join('');
  const token = wholeToken(joined);
  if (token?.end !== joined.length || wholeToken(text.slice(first.start, first.end))) return undefined;
  return {
    start: first.start + token.start,
    end: last.end,
    kind: token.kind,
    text: joined.slice(token.start),
  };
}

/** The token a text begins with, if its signature is whole: an ellipsis behind it makes `scanTokens` ask for that. */
function wholeToken(text: string): TokenSpan | undefined {
  return scanTokens(`${text}...`)[0];
}
