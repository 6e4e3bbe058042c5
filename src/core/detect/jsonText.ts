import { codes, isJsonSpace } from './characters';

/** The longest JSON serialization looked for, in UTF-16 units, and the deepest nesting inside it. */
export const maxObjectLength = 1_048_576;
export const maxObjectDepth = 16;

/**
 * Where the object starts that has a member whose name begins (with its quote) at `offset`; undefined where the text before
 * is no beginning of an object. Reads backward, which JSON allows: a quote inside a string has an odd number of backslashes
 * before it. `known` tells the answer for members already asked about.
 */
export function objectStart(
  text: string,
  offset: number,
  known?: ReadonlyMap<number, number | undefined>,
): number | undefined {
  const floor = Math.max(0, offset - maxObjectLength);
  let name = offset;
  for (;;) {
    const before = spaceBefore(text, name, floor);
    const code = text.charCodeAt(before - 1);
    if (before <= floor) return undefined;
    if (code === codes.openBrace) return before - 1;
    if (code !== codes.comma) return undefined;
    const value = valueStart(text, spaceBefore(text, before - 1, floor), floor);
    if (value === undefined) return undefined;
    const colon = spaceBefore(text, value, floor);
    if (colon <= floor || text.charCodeAt(colon - 1) !== codes.colon) return undefined;
    const previous = stringStart(text, spaceBefore(text, colon - 1, floor), floor);
    if (previous === undefined) return undefined;
    if (known?.has(previous)) return known.get(previous);
    name = previous;
  }
}

/** Where the value that ends at `end` starts. */
function valueStart(text: string, end: number, floor: number): number | undefined {
  if (end <= floor) return undefined;
  const code = text.charCodeAt(end - 1);
  if (code === codes.quote) return stringStart(text, end, floor);
  if (code === codes.closeBrace || code === codes.closeBracket) return containerStart(text, end, floor);
  let start = end;
  while (start > floor && isLiteral(text.charCodeAt(start - 1))) start--;
  return start < end ? start : undefined;
}

function stringStart(text: string, end: number, floor: number): number | undefined {
  if (end <= floor || text.charCodeAt(end - 1) !== codes.quote) return undefined;
  let at = end - 2;
  for (; at >= floor; at--) {
    if (text.charCodeAt(at) !== codes.quote) continue;
    let escape = at;
    while (escape > floor && text.charCodeAt(escape - 1) === codes.backslash) escape--;
    if ((at - escape) % 2 === 0) return at;
    at = escape;
  }
  return undefined;
}

function containerStart(text: string, end: number, floor: number): number | undefined {
  let depth = 0;
  for (let at = end - 1; at >= floor; at--) {
    const code = text.charCodeAt(at);
    if (code === codes.quote) {
      const start = stringStart(text, at + 1, floor);
      if (start === undefined) return undefined;
      at = start;
    } else if (code === codes.closeBrace || code === codes.closeBracket) {
      if (++depth >= maxObjectDepth) return undefined;
    } else if ((code === codes.openBrace || code === codes.openBracket) && --depth === 0) return at;
  }
  return undefined;
}

/** The offset behind the white space at `offset`. */
export function spaceAfter(text: string, offset: number): number {
  let at = offset;
  while (isJsonSpace(text.charCodeAt(at))) at++;
  return at;
}

function spaceBefore(text: string, offset: number, floor: number): number {
  let at = offset;
  while (at > floor && isJsonSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Characters of numbers, `true`, `false` and `null`; JSON itself judges their order. */
function isLiteral(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x45 ||
    code === 0x2b ||
    code === codes.minus ||
    code === codes.dot
  );
}
