/** Made by esbuild.js: every `*.test.ts` below the folder of the suite that imports it. */
declare module 'suites' {
  /** Runs the test files, which call mocha's `describe` and `it`; those must be there by then. */
  export function loadSuites(): void;
}
