import { fileURLToPath } from 'node:url';

const {
  CLAIMCHECK_MUTATION_TESTS: tests = 'test/core/**/*.test.ts',
  CLAIMCHECK_MUTATION_OUT: out = 'out/mutation',
  CLAIMCHECK_MUTATION_SAMPLE: sample,
  CLAIMCHECK_MUTATION_SEED: seed = '1',
  CLAIMCHECK_MUTATION_AGAIN: again,
  CLAIMCHECK_MUTATION_PRELOAD: preload = 'test/support/loadCore.ts',
} = process.env;
const isPart = sample !== undefined || again !== undefined;

/**
 * Mutation testing of `src`, started by `npm run mutation` at the project's root: Stryker changes the code in a
 * copy, one small change at a time, and a change that no test notices shows a gap. See docs/mutation.md.
 */
export default {
  testRunner: 'mocha',
  mochaOptions: { spec: `${preload} ${tests}`.trim().split(/\s+/) },
  testRunnerNodeArgs: ['--import', 'tsx'],
  plugins: ['@stryker-mutator/*', fileURLToPath(new URL('samplePlugin.mjs', import.meta.url))],
  checkers: isPart ? ['sample'] : [],
  // No options of Stryker's: they stand in the report, where the summary finds them.
  claimcheckSample: again === undefined ? sample : undefined,
  claimcheckSeed: seed,
  warnings: { unknownOptions: false },
  coverageAnalysis: 'perTest',
  // What runs as a module loads would need all suites loaded anew for each change; such changes are counted apart.
  ignoreStatic: process.env.CLAIMCHECK_MUTATION_STATIC === undefined,
  disableTypeChecks: false,
  ignorePatterns: ['/out', '/dist', '/test/vscode', '/test/mutation', '/media', '/samples'],
  tempDirName: `${out}/copy`,
  incremental: !isPart,
  incrementalFile: `${out}/incremental.json`,
  reporters: ['clear-text', 'json', 'html', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `${out}/mutation.json` },
  htmlReporter: { fileName: `${out}/mutation.html` },
  concurrency: 1,
  timeoutMS: 5_000,
  allowEmpty: false,
  thresholds: { high: 90, low: 85, break: null },
};
