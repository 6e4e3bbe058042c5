/** Made where suites are bundled: every `*.test.ts` below the folder of the suite that imports it. */
declare module 'suites' {
  /**
   * Runs the test files, which call mocha's `describe` and `it`; those must be there by then. `places` are what a file's
   * path may begin with, where not every file of the bundle is meant (test/worker).
   */
  export function loadSuites(places?: readonly string[]): void;
}
