/** What other people wrote that ships inside our bundles: who, which version, under which licence. Found in the bundles, not listed by hand. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} licence the SPDX expression its package.json gives
 * @property {string} text its licence in full
 */

/** Licences that let us ship under MIT with the notice kept (SPDX). */
const welcome = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense']);

/**
 * The packages that bundles took something from.
 * @param {readonly { readonly inputs: Readonly<Record<string, unknown>> }[]} metafiles of esbuild
 * @param {string} root where node_modules lies
 * @returns {Package[]} by name
 * @throws Error for a package without a licence that is welcome, or without its text
 */
export function thirdPartyOf(metafiles, root) {
  const paths = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(paths.flatMap((path) => packageFolder(path) ?? []));
  return [...folders]
    .map((folder) => readPackage(join(root, folder)))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * The folder of the package that a file belongs to, the innermost one.
 * @param {string} path
 */
export function packageFolder(path) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path.replaceAll('\\', '/'))?.[0];
}

/**
 * Whether one of the licences that an expression offers is welcome.
 * @param {string} expression SPDX; with AND, all of them must be
 */
export function isWelcome(expression) {
  return expression
    .replaceAll(/[()]/g, '')
    .split(/ OR /)
    .some((offer) => offer.split(/ AND /).every((licence) => welcome.has(licence.trim())));
}

/** @param {string} folder @returns {Package} */
function readPackage(folder) {
  const { name, version, license: licence } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof licence !== 'string' || !isWelcome(licence))
    throw new Error(`${name} ${version} may not ship: its licence is ${licence ?? 'not named'}.`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} ${version} has no text of its licence.`);
  return { name, version, licence, text: readFileSync(join(folder, file), 'utf8').trim() };
}

/**
 * The notices that licences ask for.
 * @param {readonly Package[]} packages
 */
export function noticesText(packages) {
  const line = '-'.repeat(80);
  return [
    'Claimcheck contains the following third-party software, each under its own licence.',
    ...packages.flatMap(({ name, version, licence, text }) => [
      line,
      `${name} ${version} (${licence})`,
      text.replaceAll('\r\n', '\n'),
    ]),
    '',
  ].join('\n\n');
}

/**
 * The same as a software bill of materials (CycloneDX 1.6), without a time or serial number, so that two builds make the same.
 * @param {{ name: string, version: string, license: string }} product
 * @param {readonly Package[]} packages
 */
export function billOfMaterials({ name, version, license }, packages) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', name, version, licenses: [{ license: { id: license } }] },
    },
    components: packages.map((one) => ({
      type: 'library',
      name: one.name,
      version: one.version,
      purl: `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`,
      licenses: [{ expression: one.licence }],
    })),
  };
}
