import { touches } from '../jose/span';
import { codes, isTokenCharacter } from './characters';
import { scanTokens } from './scan';
import type { TokenSpan } from './tokenSpan';

/** A text that is read in parts: a string, or a document that would rather not hand out all of itself. */
export interface TextSlices {
  /** UTF-16 units. */
  readonly length: number;
  slice(start: number, end: number): string;
}

/** Characters on each side of the offset that are looked at. A JSON serialization must lie within them whole. */
const reach = 65_536;
/** The same for a compact token that leaves those. */
const farReach = 1_048_576;

/**
 * The token that has the offset inside it or at an edge; of two that touch there the second. Costs the same in a document
 * of any size: only the neighbourhood of the offset is read, more of it only while it is token characters.
 */
export function tokenAt(text: TextSlices, offset: number): TokenSpan | undefined {
  const near = windowAround(text, offset, reach);
  const isCut = chainIsCut(text, near);
  return findIn(isCut ? windowAround(text, offset, farReach) : near);
}

interface Window {
  readonly text: string;
  /** Where the window starts in the whole text. */
  readonly start: number;
  /** The offset asked about, in the window. */
  readonly offset: number;
}

function windowAround(text: TextSlices, offset: number, characters: number): Window {
  const start = Math.max(0, offset - characters);
  const end = Math.min(text.length, offset + characters);
  return { text: text.slice(start, end), start, offset: offset - start };
}

function findIn({ text, start, offset }: Window): TokenSpan | undefined {
  const token = scanTokens(text).findLast((span) => touches(span, offset));
  return token && { start: token.start + start, end: token.end + start, kind: token.kind };
}

/** Whether the characters a compact token could consist of go on, from the offset, to an edge that is not the text's own. */
function chainIsCut(whole: TextSlices, { text, start, offset }: Window): boolean {
  let first = offset;
  while (first > 0 && isOfChain(text, first - 1)) first--;
  if (first === 0 && start > 0) return true;
  let last = offset;
  while (last < text.length && isOfChain(text, last)) last++;
  return last === text.length && start + last < whole.length;
}

function isOfChain(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return (
    isTokenCharacter(text, offset) || code === codes.dot || code === codes.tilde || code === codes.equals
  );
}
