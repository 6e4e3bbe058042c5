/**
 * A change's place in a lottery: a number from 0 (included) to 1, the same for the same seed, file, place and change.
 * Taking all below 0.2 takes every change with the same chance of one in five.
 * @param {string} seed
 * @param {{ file: string, mutator: string, replacement?: string, line: number, column: number, endLine: number, endColumn: number }} change
 * `file` below the project's root, with slashes; lines and columns from 1.
 * @returns {number}
 */
export function shareOf(
  seed: string,
  change: {
    file: string;
    mutator: string;
    replacement?: string;
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
  },
): number;
/**
 * Reads what `--sample` says: `0.2`, or `0.2..0.4` for those behind the first fifth, which a run before had.
 * @param {string} text
 * @returns {{ from: number, to: number }}
 */
export function readShare(text: string): {
  from: number;
  to: number;
};
