/** One replacement in a document's text, as VS Code reports it. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * Where a place stands after replacements that are reported together: their offsets all speak of the text before any of
 * them. Text inserted right at the place moves it on; a replacement that swallows it leaves it at the replacement's start.
 */
export function movedOffset(offset: number, changes: readonly TextChange[]): number {
  let moved = offset;
  for (const { rangeOffset, rangeLength, text } of changes) {
    if (rangeOffset + rangeLength <= offset) moved += text.length - rangeLength;
    else if (rangeOffset < offset) moved += rangeOffset - offset;
  }
  return Math.max(0, moved);
}
