/** Whether a UTF-16 unit is of the base64url alphabet (RFC 4648 §5), by its code; false from 128 on. */
const ofToken = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
  ofToken[character.charCodeAt(0)] = 1;

/** Codes of the characters detection looks at. */
export const codes = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  quote: 0x22,
  comma: 0x2c,
  minus: 0x2d,
  dot: 0x2e,
  colon: 0x3a,
  equals: 0x3d,
  greater: 0x3e,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  underscore: 0x5f,
  openBrace: 0x7b,
  closeBrace: 0x7d,
  tilde: 0x7e,
  ellipsis: 0x2026,
} as const;

/** Whether the character at `offset` may stand in a segment; false outside the text. */
export function isTokenCharacter(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code < 128 && ofToken[code] === 1;
}

/** The engine's own search is quick from the first call on, when our loops are not yet compiled. */
const foreign = /[^\w-]/g;

/** Where the run of token characters around or behind `offset` ends; `offset` itself where there is none. */
export function runEnd(text: string, offset: number): number {
  if (!isTokenCharacter(text, offset)) return offset;
  foreign.lastIndex = offset;
  return foreign.test(text) ? foreign.lastIndex - 1 : text.length;
}

/** Where the run of token characters that ends at `offset` starts, looking back no further than `floor`. */
export function runStart(text: string, offset: number, floor: number): number {
  let start = offset;
  while (start > floor && ofToken[text.charCodeAt(start - 1)] === 1) start--;
  return start;
}

/** How many `=` stand at `offset`: 0, 1 or 2. */
export function paddingAt(text: string, offset: number): number {
  if (text.charCodeAt(offset) !== codes.equals) return 0;
  return text.charCodeAt(offset + 1) === codes.equals ? 2 : 1;
}

/** JSON white space (RFC 8259 §2). */
export function isJsonSpace(code: number): boolean {
  return (
    code === codes.space || code === codes.lineFeed || code === codes.carriageReturn || code === codes.tab
  );
}
