/** How an encoded JSON object begins: `{"`, `{ `, `{` with LF or CR. */
const headerStart = /eyJ|eyA|ewo|ew0/g;
/** Padding right behind a token is its own: that it is there is another cause. */
const runs = [/[A-Za-z0-9_.~-]+(?:={1,2}(?![A-Za-z0-9_=-]))?/g, /[A-Za-z0-9_.~+/=-]+/g] as const;
/** Runs of one text, and starts within one run, that are looked at. */
const limits = { runs: 40, starts: 12 } as const;
/** Shorter runs hold no token. */
const shortest = 16;

/** Row 4: what may be the token in a text that has something before or behind it. */
export function* withoutSurroundings(text: string): Generator<string> {
  for (const pattern of runs) {
    let count = 0;
    for (const [run] of text.matchAll(pattern)) {
      if (run.length < shortest || !run.includes('.')) continue;
      if (++count > limits.runs) break;
      yield* tokensOfRun(run);
    }
  }
  yield* fromHeaderToEnd(text);
  const [open, close] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (open >= 0 && close > open) yield text.slice(open, close + 1);
}

function* tokensOfRun(run: string): Generator<string> {
  yield run;
  const starts = [...run.matchAll(headerStart)].slice(0, limits.starts).map(({ index }) => index);
  for (const begin of [0, ...starts]) {
    const rest = run.slice(begin);
    yield rest;
    for (const end of starts) if (end > begin && run.charAt(end - 1) !== '.') yield run.slice(begin, end);
    yield withoutEnd(rest, /[A-Za-z0-9=]/);
    // A dot and a word behind it, as at the end of a sentence.
    const three = /^[^.]*\.[^.]*\.[^.]*(?=\.)/.exec(rest);
    if (three) yield three[0];
  }
}

/** From the first header start to the last character a token can have. */
function* fromHeaderToEnd(text: string): Generator<string> {
  const start = text.search(headerStart);
  if (start < 0) return;
  const rest = text.slice(start);
  const bare = withoutEnd(rest, /[A-Za-z0-9_.~-]/);
  const padding = /^={1,2}(?![A-Za-z0-9_=-])/.exec(rest.slice(bare.length, bare.length + 3))?.[0] ?? '';
  yield bare + padding;
  yield withoutEnd(rest, /[A-Za-z0-9_.~+/=-]/);
}

function withoutEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && !character.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
