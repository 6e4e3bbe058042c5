import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { results } from './paths.mjs';

/**
 * What a suite reports about itself, in a file, because exit codes and output get lost between a browser, an extension
 * host and us. The file appears whole and last; where it never appears, the suite has failed.
 * @typedef {object} SuiteResult
 * @property {number} passed
 * @property {number} failed
 * @property {{ title: string, error: string }[]} failures
 * @property {string} [about] where it ran: "VS Code 1.139.1, Node extension host"
 */

/** @param {string} layer */
export const resultFile = (layer) => join(results, `${layer}.json`);

/** Removes the result of an earlier run, so that it can never pass for this one's. @param {string} layer */
export function clearResult(layer) {
  mkdirSync(results, { recursive: true });
  rmSync(resultFile(layer), { force: true });
  return resultFile(layer);
}

/** @param {string} file @returns {SuiteResult | undefined} nothing where the suite never came to its end */
export function readResult(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
