/** A made-up language for tests: English with accents and longer, so that a text that was not translated, or has no room, is seen. */

/** What VS Code calls the language that it uses for this itself. */
export const pseudoLocale = 'qps-ploc';

const plain = 'aceinouyACEINOUY';
const accented = 'áçéîñöûýÁÇÉÎÑÖÛÝ';

/** Parts that must stay as they are: placeholders, code, link targets, icons, bold marks. */
const kept =
  /(\{\w+\}|`[^`]*`|"[^"]*"|\]\([^)]*\)|\$\([^)]*\)|\*\*|\n|[A-Z]{2,}[A-Za-z]*[ #-]?\d\w*|\w*_\w+|\b[a-z]\w+(?:\.[a-z]\w+)+)/;

/**
 * A text in the made-up language: the letters of it accented, and at least 40 percent longer.
 * Placeholders, code, link targets, names and the ending stay as they are.
 * @param {string} text
 */
export function pseudoText(text) {
  const letters = text
    .split(kept)
    .map((part, index) => (index % 2 === 1 ? part : accent(part)))
    .join('');
  const filling = '·'.repeat(Math.ceil(text.length * 0.4));
  return `${filling}${letters}`;
}

/** Every text of a catalogue in the made-up language. @param {Readonly<Record<string, string>>} english @returns {Record<string, string>} */
export function pseudoCatalogue(english) {
  return Object.fromEntries(Object.entries(english).map(([key, text]) => [key, pseudoText(text)]));
}

/** @param {string} text */
function accent(text) {
  return text.replace(/[a-zA-Z]/g, (letter) => accented[plain.indexOf(letter)] ?? letter);
}
