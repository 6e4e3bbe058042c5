/**
 * Gathers every English text that users may see into l10n/bundle.l10n.json, the catalogue that translations are made
 * from (package.nls.json is written by hand), and takes out of the translations what English has no more.
 * `--check` writes nothing, and fails where a catalogue is not up to date or a translation cannot be right.
 * `--add FILE` writes there what is not translated yet, as JSON to fill in; given the filled file, puts it into the catalogues.
 * `--pseudo FOLDER` writes catalogues of a made-up language there, for tests.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueFiles, formatted, languages, readCatalogue, writeCatalogue } from './lib/catalogues.mjs';
import { checkCatalogues } from './lib/checkCatalogues.mjs';
import { gatherTexts } from './lib/gatherTexts.mjs';
import { emptyTranslations, strayTranslations, withGiven } from './lib/givenTranslations.mjs';
import { root } from './lib/paths.mjs';
import { pseudoCatalogue, pseudoLocale } from './lib/pseudoLocale.mjs';
import { alignedCatalogue, compareCatalogues } from './lib/translations.mjs';

/** Whether `--check` fails for a text that a language does not have yet. */
const isMissingAFault = true;

/** Lines shown for each file: who adds a text wants to see it, not a whole new language. */
const shownAtMost = 20;

const [bundle, manifest] = /** @type {[string, string]} */ (catalogueFiles());
const isCheck = process.argv.includes('--check');
const pseudoFlag = process.argv.indexOf('--pseudo');
const addFlag = process.argv.indexOf('--add');

const { texts, faults } = gatherTexts(root);
if (faults.length > 0) {
  for (const fault of faults) console.error(fault);
  process.exit(1);
}

const sorted = [...texts.keys()].sort((one, other) => (one < other ? -1 : 1));
const english = Object.fromEntries(sorted.map((text) => [text, text]));

if (pseudoFlag >= 0) writePseudo(process.argv[pseudoFlag + 1]);
else if (addFlag >= 0) add(process.argv[addFlag + 1]);
else if (isCheck) process.exitCode = check() ? 0 : 1;
else update();

/** Writes what can be written by a machine, and lists what cannot. @param {import('./lib/givenTranslations.mjs').GivenTranslations} [given] */
function update(given = {}) {
  writeCatalogue(root, bundle, english);
  console.log(`${bundle}: ${sorted.length} texts`);
  for (const language of languages)
    for (const { file, english: source, translated: before } of filesOf(language)) {
      const translated = withGiven(language, { english: source, translated: before }, given);
      const { missing, stale, faults: wrong } = compareCatalogues(source, translated);
      writeCatalogue(root, file, alignedCatalogue(source, translated));
      console.log(
        `${file}: ${missing.length} missing, ${stale.length} stale ones removed, ${wrong.length} wrong`,
      );
      for (const line of [...wrong, ...missing.map((key) => `“${key}” is missing`)].slice(0, shownAtMost))
        console.log(`  ${line}`);
    }
}

/** Makes a file to fill in, or takes one that was filled in. @param {string | undefined} file */
function add(file) {
  if (file === undefined) throw new Error('--add needs a file');
  if (!existsSync(file)) {
    const lacking = languages.flatMap((language) =>
      filesOf(language).map(({ english: source, translated }) => ({
        language,
        missing: compareCatalogues(source, translated).missing,
      })),
    );
    const given = emptyTranslations(lacking);
    writeFileSync(file, `${JSON.stringify(given, undefined, 2)}\n`);
    console.log(`${file}: ${Object.keys(given).length} texts to translate. Then run this again.`);
    return;
  }
  const given = JSON.parse(readFileSync(file, 'utf8'));
  const keys = new Set([...Object.keys(english), ...Object.keys(readCatalogue(root, manifest))]);
  const strays = strayTranslations(given, { keys, languages });
  for (const stray of strays) console.error(stray);
  if (strays.length > 0) process.exitCode = 1;
  update(given);
}

/** Whether all catalogues are as they should be; says what is not. */
function check() {
  /** @type {string[]} */
  const complaints = [];
  if (formatted(readCatalogue(root, bundle)) !== formatted(english))
    complaints.push(`${bundle} is not up to date`);
  for (const language of languages) {
    const found = checkCatalogues(filesOf(language), { isMissingAFault });
    console.log(`${language}: ${found.translated} translated, ${found.missing} missing`);
    for (const complaint of found.complaints) complaints.push(complaint);
  }
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) console.error('Run: npm run l10n, and see docs/translating.md');
  return complaints.length === 0;
}

/** Both catalogues of a language beside the English ones. @param {string} language */
function filesOf(language) {
  const [bundleFile, manifestFile] = /** @type {[string, string]} */ (catalogueFiles(language));
  return [
    { file: bundleFile, english, translated: readCatalogue(root, bundleFile) },
    {
      file: manifestFile,
      english: readCatalogue(root, manifest),
      translated: readCatalogue(root, manifestFile),
    },
  ];
}

/** @param {string | undefined} folder */
function writePseudo(folder) {
  if (folder === undefined) throw new Error('--pseudo needs a folder');
  const [bundleFile, manifestFile] = /** @type {[string, string]} */ (catalogueFiles(pseudoLocale));
  mkdirSync(join(folder, 'l10n'), { recursive: true });
  writeCatalogue(folder, bundleFile, pseudoCatalogue(english));
  writeCatalogue(folder, manifestFile, pseudoCatalogue(readCatalogue(root, manifest)));
  console.log(`${bundleFile} and ${manifestFile} in ${folder}`);
}
