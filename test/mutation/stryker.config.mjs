/**
 * Mutation testing of `src/core`, started by `npm run mutation` at the project's root: Stryker changes the code in a
 * copy, one small change at a time, and a change that no test notices shows a gap. See docs/mutation.md.
 */
export default {
  testRunner: 'mocha',
  mochaOptions: {
    spec: [process.env.CLAIMCHECK_MUTATION_TESTS ?? 'test/core/**/*.test.ts'],
  },
  testRunnerNodeArgs: ['--import', 'tsx'],
  coverageAnalysis: 'perTest',
  // What runs as a module loads would need all suites loaded anew for each change; such changes are counted apart.
  ignoreStatic: process.env.CLAIMCHECK_MUTATION_STATIC === undefined,
  disableTypeChecks: false,
  ignorePatterns: ['/out', '/dist', '/test/vscode', '/test/mutation', '/media', '/samples'],
  tempDirName: 'out/mutation/copy',
  incremental: true,
  incrementalFile: 'out/mutation/incremental.json',
  reporters: ['clear-text', 'json', 'html', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'out/mutation/mutation.json' },
  htmlReporter: { fileName: 'out/mutation/mutation.html' },
  concurrency: 1,
  timeoutMS: 10_000,
  allowEmpty: false,
  thresholds: { high: 90, low: 85, break: null },
};
