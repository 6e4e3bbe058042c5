import type { Random } from './random.mjs';
import { dictionary, seedTokens } from './seeds';

type Mutation = (text: string, random: Random) => string;

/** Texts grow by repeated mutation; beyond this they are cut. */
const longest = 20_000;
const tokenCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function place(text: string, random: Random): number {
  return random.below(text.length + 1);
}

function spliced(text: string, at: number, removed: number, inserted: string): string {
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

/** A stretch of a text, mostly short. */
function stretch(text: string, random: Random): { readonly at: number; readonly length: number } {
  const at = place(text, random);
  const most = random.below(4) === 0 ? text.length - at : Math.min(16, text.length - at);
  return { at, length: random.below(most + 1) };
}

const changeCharacter: Mutation = (text, random) =>
  spliced(text, place(text, random), 1, random.pick(tokenCharacters.split('')));
const changeUnit: Mutation = (text, random) =>
  spliced(text, place(text, random), 1, String.fromCharCode(random.below(random.pick([128, 256, 65_536]))));
const insertWord: Mutation = (text, random) => spliced(text, place(text, random), 0, random.pick(dictionary));
const overwriteWord: Mutation = (text, random) => {
  const word = random.pick(dictionary);
  return spliced(text, place(text, random), word.length, word);
};
const remove: Mutation = (text, random) => {
  const { at, length } = stretch(text, random);
  return spliced(text, at, length, '');
};
const repeat: Mutation = (text, random) => {
  const { at, length } = stretch(text, random);
  const piece = text.slice(at, at + length);
  return spliced(text, at, 0, piece.repeat(1 + random.below(random.below(10) === 0 ? 200 : 3)));
};
const cut: Mutation = (text, random) => text.slice(0, place(text, random));
const swapHalves: Mutation = (text, random) => {
  const at = place(text, random);
  return text.slice(at) + text.slice(0, at);
};
const cross: Mutation = (text, random) => {
  const other = random.pick(seedTokens);
  return text.slice(0, place(text, random)) + other.slice(place(other, random));
};

/** Does something to the list of pieces a separator makes. */
function onPieces(
  separator: string,
  change: (pieces: string[], at: number, random: Random) => void,
): Mutation {
  return (text, random) => {
    const pieces = text.split(separator);
    change(pieces, random.below(pieces.length), random);
    return pieces.join(separator);
  };
}
const removePiece = (pieces: string[], at: number): void => void pieces.splice(at, 1);
const emptyPiece = (pieces: string[], at: number): void => void pieces.splice(at, 1, '');
const doublePiece = (pieces: string[], at: number): void => void pieces.splice(at, 0, pieces[at] ?? '');
const swapPieces = (pieces: string[], at: number, random: Random): void => {
  const other = random.below(pieces.length);
  [pieces[at], pieces[other]] = [pieces[other], pieces[at]];
};
const foreignPiece = (pieces: string[], at: number, random: Random): void => {
  const others = random.pick(seedTokens).split('.');
  pieces[at] = others[random.below(others.length)] ?? '';
};

/** Opens one encoded segment, changes the text inside, and closes it again. */
const inside: Mutation = (text, random) => {
  const segments = [...text.matchAll(/[\w-]{4,}/g)];
  if (segments.length === 0) return text;
  const { index, 0: segment } = random.pick(segments);
  const decoded = Buffer.from(segment, 'base64url').toString('utf8');
  const changed = random.pick(plainMutations)(decoded, random);
  const encoding = random.below(12) === 0 ? 'base64' : 'base64url';
  return spliced(text, index, segment.length, Buffer.from(changed).toString(encoding));
};

const plainMutations: readonly Mutation[] = [
  ...[changeCharacter, changeUnit, insertWord, overwriteWord, remove, repeat, cut, swapHalves, cross],
  ...[removePiece, emptyPiece, doublePiece, swapPieces].map((change) => onPieces(',', change)),
  onPieces(':', swapPieces),
];
const tokenMutations: readonly Mutation[] = [
  ...[changeCharacter, changeUnit, insertWord, overwriteWord, remove, repeat, cut, swapHalves, cross],
  ...[removePiece, emptyPiece, doublePiece, swapPieces, foreignPiece].map((change) => onPieces('.', change)),
  ...[removePiece, emptyPiece, doublePiece, swapPieces].map((change) => onPieces('~', change)),
  ...[removePiece, doublePiece, swapPieces].map((change) => onPieces(',', change)),
  // What matters most is said inside the segments.
  ...[inside, inside, inside, inside, inside, inside, inside],
];

/** A text that is no token, changed one to four times. */
export function changed(text: string, random: Random): string {
  let current = text;
  for (let times = 1 + random.below(4); times > 0; times--)
    current = random.pick(plainMutations)(current, random).slice(0, longest);
  return current;
}

/** A real token, or now and then nothing, changed up to eight times; mostly a few, for much changed all are alike. */
export function mutated(random: Random): string {
  let text = random.below(50) === 0 ? '' : random.pick(seedTokens);
  for (let times = Math.min(random.below(9), random.below(9)); times > 0; times--)
    text = random.pick(tokenMutations)(text, random).slice(0, longest);
  return text;
}

/** Several of them with what stands between tokens in documents. */
export function mutatedDocument(random: Random): string {
  let text = '';
  for (let count = 1 + random.below(3); count > 0; count--)
    text += random.pick(dictionary) + mutated(random) + random.pick(dictionary);
  return text;
}
