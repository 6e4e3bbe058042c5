/** How many UTF-16 units around a token do not belong to it. */
export interface Surroundings {
  readonly before: number;
  readonly after: number;
}

/** What cannot be part of a token: white space, invisible characters, quotes, brackets, separators, escapes of quotes. */
const around = /[\s\u00ad\u200b-\u200f\u2060\ufeff"'`()[\]<>,;\\]/;

/** Words that stand before tokens in headers, cookies and assignments; sticky, and linear for want of anything to go back to. */
const prefix = /(?:proxy-authorization|authorization|bearer|dpop|jwt|(?:access|id|refresh)?_?token)[\s:=]+/iy;

/** Words before a token that are taken away at most: `Authorization: Bearer` and one more. */
const maximumWords = 3;

/** Finds what stands around a token: quotes, white space, `Bearer ` and the like. All of it where there is nothing else. */
export function surroundings(text: string): Surroundings {
  let before = skip(text, 0);
  for (let words = 0; words < maximumWords; words++) {
    prefix.lastIndex = before;
    if (!prefix.test(text)) break;
    before = skip(text, prefix.lastIndex);
  }
  let end = text.length;
  while (end > before && around.test(text.charAt(end - 1))) end--;
  return { before, after: text.length - end };
}

function skip(text: string, from: number): number {
  let at = from;
  while (at < text.length && around.test(text.charAt(at))) at++;
  return at;
}
