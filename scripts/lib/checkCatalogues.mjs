import { compareCatalogues } from './translations.mjs';

/**
 * @typedef {object} TranslatedFile
 * @property {string} file as complaints name it
 * @property {Readonly<Record<string, string>>} english
 * @property {Readonly<Record<string, string>>} translated
 */

/**
 * What is wrong with the catalogues of one language.
 * @param {readonly TranslatedFile[]} files
 * @param {{isMissingAFault: boolean}} strictness whether a text that is not translated yet is a complaint
 * @returns {{complaints: string[], translated: number, missing: number}} complaints of one line each, and how many texts there are and lack
 */
export function checkCatalogues(files, { isMissingAFault }) {
  /** @type {string[]} */
  const complaints = [];
  let [translatedInAll, missingInAll] = [0, 0];
  for (const { file, english, translated } of files) {
    const { missing, stale, faults } = compareCatalogues(english, translated);
    translatedInAll += Object.keys(translated).length - stale.length;
    missingInAll += missing.length;
    for (const fault of faults) complaints.push(`${file}: ${fault}`);
    for (const key of stale) complaints.push(`${file}: “${key}” is stale`);
    if (isMissingAFault) for (const key of missing) complaints.push(`${file}: “${key}” is missing`);
  }
  return { complaints, translated: translatedInAll, missing: missingInAll };
}
