/**
 * JSON with its comments (`//` and the block kind) and the commas before closing brackets replaced by spaces, so that every
 * place stays where it was. Linear; strings are left alone.
 */
export function withoutComments(text: string): string {
  const pieces: string[] = [];
  let kept = 0;
  let comma = -1;
  const blank = (from: number, to: number): void => {
    pieces.push(text.slice(kept, from), text.slice(from, to).replace(/[^\r\n]/g, ' '));
    kept = to;
  };
  // Commas are judged when the next sign comes, which may be behind comments: both kinds of holes are put in order here.
  const holes: [from: number, to: number][] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') {
      at = endOfString(text, at);
      comma = -1;
    } else if (character === '/') {
      const end = endOfComment(text, at);
      if (end > at) holes.push([at, end]);
      at = Math.max(at, end - 1);
    } else if (character === ',') comma = at;
    else if (character === ']' || character === '}') {
      if (comma !== -1) holes.push([comma, comma + 1]);
      comma = -1;
    } else if (!/\s/.test(character)) comma = -1;
  }
  for (const [from, to] of holes.sort(([one], [other]) => one - other)) blank(from, to);
  return pieces.join('') + text.slice(kept);
}

/** Where the string that begins here ends: at its closing quote, or at the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}

/** Where the comment that begins here ends; its own start where it is none. */
function endOfComment(text: string, start: number): number {
  if (text.startsWith('//', start)) {
    const rest = /[\r\n]/g;
    rest.lastIndex = start;
    return rest.exec(text)?.index ?? text.length;
  }
  if (!text.startsWith('/*', start)) return start;
  const close = text.indexOf('*/', start + 2);
  return close === -1 ? text.length : close + 2;
}
