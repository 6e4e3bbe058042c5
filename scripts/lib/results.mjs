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
 * @property {{ title: string, error: string }[]} [retried] what failed and was tried once more
 * @property {string} [about] where it ran: "VS Code 1.139.1, Node extension host"
 */

/** How a suite marks the lines it prints; whoever runs it shows them and leaves the rest to the log. */
export const suiteMark = '[tests] ';

/**
 * A place for a suite's result, empty: one of this run's own, so that no other run's result can pass for it.
 * @param {string} layer
 */
export function resultFile(layer) {
  mkdirSync(results, { recursive: true });
  const file = join(results, `${layer}-${process.pid}.json`);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file @returns {SuiteResult | undefined} nothing where the suite never came to its end */
export function readResult(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
