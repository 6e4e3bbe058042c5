import { createHash } from 'node:crypto';

/**
 * A change's place in a lottery: a number from 0 (included) to 1, the same for the same seed, file, place and change.
 * Taking all below 0.2 takes every change with the same chance of one in five.
 * @param {string} seed
 * @param {{ file: string, mutator: string, replacement?: string, line: number, column: number, endLine: number, endColumn: number }} change
 * `file` below the project's root, with slashes; lines and columns from 1.
 * @returns {number}
 */
export function shareOf(seed, change) {
  const { file, mutator, replacement, line, column, endLine, endColumn } = change;
  const text = JSON.stringify([seed, file, line, column, endLine, endColumn, mutator, replacement]);
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

/**
 * Reads what `--sample` says: `0.2`, or `0.2..0.4` for those behind the first fifth, which a run before had.
 * @param {string} text
 * @returns {{ from: number, to: number }}
 */
export function readShare(text) {
  const [first, second] = text.split('..').map(Number);
  const [from, to] = second === undefined ? [0, first] : [first, second];
  if (!(from >= 0 && from < to && to <= 1)) throw new Error(`--sample takes 0.2 or 0.2..0.4, not ${text}.`);
  return { from, to };
}

/**
 * Whether a change ran into an endless loop: Stryker counted that a place was passed a hundred times as often as without
 * it. Running out of time by the clock may only mean that the machine was busy.
 * @param {string} status
 * @param {string} [reason]
 */
export function isLoop(status, reason) {
  return status === 'Timeout' && Boolean(reason?.includes('Hit limit'));
}

/**
 * Whether a report leaves it open what becomes of a change with other tests, or more time.
 * @param {string} status
 * @param {string} [reason]
 */
export function isOpen(status, reason) {
  return ['Survived', 'NoCoverage', 'Timeout'].includes(status) && !isLoop(status, reason);
}
