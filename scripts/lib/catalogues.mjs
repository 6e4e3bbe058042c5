import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The languages that Claimcheck speaks besides English, as VS Code names them. */
export const languages = /** @type {const} */ (['de', 'es', 'fr', 'ja', 'pt-br', 'zh-cn']);

/** The two catalogues of a language, relative to the project: without a language, the English ones. @param {string} [language] */
export function catalogueFiles(language) {
  const suffix = language === undefined ? '' : `.${language}`;
  return [join('l10n', `bundle.l10n${suffix}.json`), `package.nls${suffix}.json`];
}

/** @param {string} root @param {string} file @returns {Record<string, string>} empty where there is no such file */
export function readCatalogue(root, file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return {};
    throw error;
  }
}

/** @param {string} root @param {string} file @param {Readonly<Record<string, string>>} catalogue @returns {boolean} whether the file was changed */
export function writeCatalogue(root, file, catalogue) {
  if (formatted(readCatalogue(root, file)) === formatted(catalogue)) return false;
  writeFileSync(join(root, file), formatted(catalogue));
  return true;
}

/** As all catalogues are written: two blanks, one text a line. @param {Readonly<Record<string, string>>} catalogue */
export function formatted(catalogue) {
  return `${JSON.stringify(catalogue, undefined, 2)}\n`;
}
