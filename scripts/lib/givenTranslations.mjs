/**
 * Translations in one file, as whoever adds a text writes them: English text (or key of package.nls.json) -> language ->
 * translation. From there they go into the catalogues, of which there are two for each language.
 * @typedef {Readonly<Record<string, Readonly<Record<string, string>>>>} GivenTranslations
 */

/**
 * A file to fill in: each text that some language lacks, with an empty place for each of those.
 * @param {readonly { language: string, missing: readonly string[] }[]} lacking
 * @returns {Record<string, Record<string, string>>}
 */
export function emptyTranslations(lacking) {
  /** @type {Record<string, Record<string, string>>} */
  const given = {};
  for (const { language, missing } of lacking)
    for (const key of missing) given[key] = { ...given[key], [language]: '' };
  return given;
}

/**
 * A catalogue with what is given for it; places still empty are left out.
 * @param {string} language
 * @param {{ english: Readonly<Record<string, string>>, translated: Readonly<Record<string, string>> }} catalogue
 * @param {GivenTranslations} given
 * @returns {Record<string, string>}
 */
export function withGiven(language, { english, translated }, given) {
  const own = Object.entries(given).flatMap(([key, texts]) => {
    const text = Object.hasOwn(texts, language) ? texts[language] : undefined;
    return text && Object.hasOwn(english, key) ? [[key, text]] : [];
  });
  return { ...translated, ...Object.fromEntries(own) };
}

/**
 * What of the given goes nowhere, one line each.
 * @param {GivenTranslations} given
 * @param {{ keys: ReadonlySet<string>, languages: readonly string[] }} known
 * @returns {string[]}
 */
export function strayTranslations(given, { keys, languages }) {
  return Object.entries(given).flatMap(([key, texts]) => [
    ...(keys.has(key) ? [] : [`“${key}” is no English text of the sources and no key of package.nls.json`]),
    ...Object.keys(texts)
      .filter((language) => !languages.includes(language))
      .map((language) => `“${key}”: no such language: ${language}`),
  ]);
}
