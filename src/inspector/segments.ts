import type { InspectedSegment } from '../core/inspect/inspection';

/** A piece of a token's text: a segment to be coloured and named, or what stands between two. */
export interface Piece {
  readonly text: string;
  /** The segment's name and its index among the segments; absent for dots and other text between. */
  readonly segment?: { readonly name: string; readonly index: number };
}

/** Cuts a token's text at its segments. Segments are taken in the order of the text; one that overlaps another is passed over. */
export function cutSegments(text: string, segments: readonly InspectedSegment[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const ordered = segments
    .map(({ name, span }, index) => ({ name, span, index }))
    .sort((a, b) => a.span.start - b.span.start);
  for (const { name, span, index } of ordered) {
    if (span.start < at || span.end < span.start || span.end > text.length) continue;
    if (span.start > at) pieces.push({ text: text.slice(at, span.start) });
    pieces.push({ text: text.slice(span.start, span.end), segment: { name, index } });
    at = span.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
