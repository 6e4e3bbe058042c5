import { inUrlAlphabet, withoutPadding } from './causes/tokenAlphabet';
import { withoutWrapping } from './causes/tokenBase64Wrapped';
import { withoutEscapes } from './causes/tokenEscaped';
import { withoutBreaks } from './causes/tokenSplit';
import { withoutSurroundings } from './causes/tokenSurrounded';
import { withoutPercents } from './causes/tokenUrlEncoded';
import type { CauseCode } from './codes';
import { readParts } from './parts';
import type { Setting, Variant } from './stance';

/** The causes about the token's text, in the order they are undone. */
const textCauses: readonly {
  readonly code: CauseCode;
  readonly undo: (text: string, setting: Setting) => Iterable<string>;
}[] = [
  { code: 'token-escaped', undo: withoutEscapes },
  { code: 'token-url-encoded', undo: withoutPercents },
  { code: 'token-base64-wrapped', undo: withoutWrapping },
  { code: 'token-surrounded', undo: withoutSurroundings },
  { code: 'token-split', undo: withoutBreaks },
  { code: 'token-standard-base64', undo: inUrlAlphabet },
  { code: 'token-padded', undo: withoutPadding },
];

/** Causes about the text that are undone together, texts that come of one cause, and of all. */
const limits = { together: 3, perCause: 24, texts: 240, length: 262_144 } as const;

/**
 * Every text the token may be: as it stands, and with up to three causes about its text undone. Each text stands once, with
 * the fewest and first causes that lead to it.
 */
export async function textVariants(token: string, setting: Setting): Promise<readonly Variant[]> {
  const all: Variant[] = [{ text: token, causes: [], parts: readParts(token) }];
  const known = new Set([token]);
  if (token.length > limits.length) return all;
  let begin = 0;
  for (let count = 1; count <= limits.together; count++) {
    const end = all.length;
    // Sets of causes of this size in their order, so that a text belongs to the first that makes it.
    for (const [from, { code, undo }] of stepsFrom(all.slice(begin, end))) {
      let made = 0;
      for (const text of undo(from.text, setting)) {
        if (known.has(text) || text.length < 8) continue;
        if (++made > limits.perCause || all.length >= limits.texts) break;
        known.add(text);
        all.push({ text, causes: [...from.causes, code], parts: readParts(text) });
        await setting.pace.breathe();
      }
      await setting.pace.breathe();
      if (setting.pace.isOver) return all;
    }
    begin = end;
  }
  return all;
}

/** Each variant with each cause that comes behind those already undone in it. */
function* stepsFrom(
  variants: readonly Variant[],
): Generator<readonly [Variant, (typeof textCauses)[number]]> {
  for (const variant of variants) {
    const last = variant.causes.at(-1);
    const next = textCauses.findIndex(({ code }) => code === last) + 1;
    for (const cause of textCauses.slice(next)) yield [variant, cause];
  }
}
