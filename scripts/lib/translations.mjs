/** What a translation must have in common with its English source, and how a whole catalogue of them compares. */

/**
 * Parts of a text that a machine reads, or that name something: they are the same in every language. A part may stand
 * elsewhere in the sentence, but must stand there as often.
 * @type {Readonly<Record<string, RegExp>>}
 */
const keptParts = {
  placeholders: /\{\w+\}/g,
  'code in back-ticks': /`[^`]*`/g,
  'straight quotes': /"[^"]*"/g,
  'link targets': /\]\([^)]*\)/g,
  icons: /\$\([^)]*\)/g,
  'bold marks': /\*\*/g,
  'line breaks': /\n/g,
};

/** Names that a translation must have too, however often: HS256, RFC 7523, `jwks_uri`, `claimcheck.keys`. */
const names = /[A-Z]{2,}[A-Za-z]*[ #-]?\d\w*|\w*_\w+|\b[a-z]\w+(?:\.[a-z]\w+)+/g;

/** What a text may end in, in every script. @type {Readonly<Record<string, RegExp>>} */
const endings = {
  'a full stop': /[.。]$/,
  'a question mark': /[?？]$/,
  'an exclamation mark': /[!！]$/,
  'a colon': /[:：]$/,
  'an ellipsis': /…$/,
};

/**
 * What is wrong with a translation as far as a machine can tell.
 * @param {string} english
 * @param {string} translated
 * @returns {string | undefined} one English sentence, or nothing
 */
export function translationFault(english, translated) {
  if (translated.trim() === '') return 'is empty';
  if (translated !== translated.trim()) return 'begins or ends with a blank';
  for (const [what, pattern] of Object.entries(keptParts)) {
    const [expected, found] = [parts(english, pattern), parts(translated, pattern)];
    if (expected.join('\0') !== found.join('\0'))
      return `has other ${what}: ${shown(found)} instead of ${shown(expected)}`;
  }
  const missing = parts(english, names).find((name) => !translated.includes(name));
  if (missing) return `lacks the name ${missing}`;
  for (const [what, ending] of Object.entries(endings))
    if (ending.test(english) !== ending.test(translated))
      return `${ending.test(english) ? 'does not end' : 'ends'} with ${what}`;
  return undefined;
}

/**
 * Compares a language's catalogue with the English one.
 * @param {Readonly<Record<string, string>>} english
 * @param {Readonly<Record<string, string>>} translated
 * @returns {{missing: string[], stale: string[], faults: string[]}} keys not translated; keys that English has no more; what is wrong, one line each
 */
export function compareCatalogues(english, translated) {
  const faults = Object.entries(translated).flatMap(([key, text]) => {
    const source = Object.hasOwn(english, key) ? english[key] : undefined;
    const fault = source === undefined ? undefined : translationFault(source, text);
    return fault ? [`“${key}” ${fault}`] : [];
  });
  return {
    missing: Object.keys(english).filter((key) => !Object.hasOwn(translated, key)),
    stale: Object.keys(translated).filter((key) => !Object.hasOwn(english, key)),
    faults,
  };
}

/**
 * A catalogue without stale keys, in the order of the English one.
 * @param {Readonly<Record<string, string>>} english
 * @param {Readonly<Record<string, string>>} translated
 * @returns {Record<string, string>}
 */
export function alignedCatalogue(english, translated) {
  return Object.fromEntries(
    Object.keys(english).flatMap((key) => {
      const text = Object.hasOwn(translated, key) ? translated[key] : undefined;
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

/** @param {string} text @param {RegExp} pattern a global one */
function parts(text, pattern) {
  return (text.match(pattern) ?? []).sort();
}

/** @param {string[]} found */
function shown(found) {
  return found.length > 0 ? JSON.stringify(found) : 'none';
}
