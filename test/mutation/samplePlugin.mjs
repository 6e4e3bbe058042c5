import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { isOpen, readShare, shareOf } from './share.mjs';

/**
 * Stryker knows no sampling; it does know checkers, which sort out changes that need no run. This one sorts out what is
 * not in the sample, or, to run survivors again with more tests, what the report of another run has settled.
 */
const {
  CLAIMCHECK_MUTATION_SAMPLE: sample,
  CLAIMCHECK_MUTATION_SEED: seed = '1',
  CLAIMCHECK_MUTATION_AGAIN: again,
} = process.env;

/** @param {{ fileName: string, mutatorName: string, replacement?: string, location: { start: { line: number, column: number }, end: { line: number, column: number } } }} mutant */
function changeOf({ fileName, mutatorName: mutator, replacement, location: { start, end } }) {
  const file = relative(process.cwd(), fileName).split(sep).join('/');
  const from = file.indexOf('src/');
  return {
    file: file.slice(from),
    ...{ mutator, replacement },
    // A checker is told places from 0, a report from 1.
    ...{ line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 },
  };
}

/** @returns {(change: ReturnType<typeof changeOf>) => boolean} */
function chosen() {
  if (again !== undefined) {
    const { files } = JSON.parse(readFileSync(again, 'utf8'));
    const survivors = new Set(
      Object.entries(files).flatMap(([file, { mutants }]) =>
        mutants
          .filter(({ status, statusReason }) => isOpen(status, statusReason))
          .map(({ mutatorName, replacement, location: { start, end } }) =>
            shareOf('', {
              ...{ file, mutator: mutatorName, replacement },
              ...{ line: start.line, column: start.column, endLine: end.line, endColumn: end.column },
            }),
          ),
      ),
    );
    return (change) => survivors.has(shareOf('', change));
  }
  const { from, to } = readShare(sample ?? '1');
  return (change) => {
    const share = shareOf(seed, change);
    return from <= share && share < to;
  };
}

const isChosen = chosen();

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Checker, 'sample', {
    init: async () => {},
    group: async (mutants) => [mutants.map(({ id }) => id)],
    check: async (mutants) =>
      Object.fromEntries(
        mutants.map((mutant) => [
          mutant.id,
          isChosen(changeOf(mutant))
            ? { status: 'passed' }
            : { status: 'compileError', reason: 'not in the sample' },
        ]),
      ),
  }),
];
