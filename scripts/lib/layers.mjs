import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root, tool } from './paths.mjs';
import { servesHere } from './servedVsCode.mjs';

/**
 * What `npm test` runs, in order: a row for each layer.
 *
 * @typedef {object} Layer
 * @property {string} name for `--only`, the report and the log
 * @property {string} proves
 * @property {string[]} command for Node: a script and its arguments
 * @property {'command' | 'closingLine' | 'resultFile'} counts how many tests it was: the command itself as one, what its
 *   last line `N passed, M failed` says, or what the suite wrote into its result file
 * @property {'served' | 'chosen'} [needs] a VS Code: the one from the npm registry, or the one chosen for the host tests
 * @property {string} [after] the layer that makes what this one tests; where that failed, this one cannot run
 * @property {string} [beside] goes on beside its neighbours of the same word: it measures no time, and writes where they do not
 * @property {boolean} [takesGrep] is mocha underneath, and understands `--grep`
 * @property {number} minutes after which it has failed
 * @property {string} [cannotRunHere] why this system is excused, said in the report
 */

/** @param {string[]} path */
const script = (...path) => join(root, 'scripts', ...path);
/** The suites that run in plain Node, found by glob. */
const unitTests = 'test/{core,protocol,inspector,manifest,conformance,scripts,soak,hostile}/**/*.test.ts';
const mochaReporter = script('lib', 'mochaReporter.cjs');
/** Mocha’s own choice would leave one of two processors idle. */
const jobs = String(Math.max(2, availableParallelism()));

/** @type {Layer[]} */
export const layers = [
  {
    name: 'types',
    proves: 'the compiler accepts every place with only what that place may use',
    command: [tool.tsc, '--build'],
    counts: 'command',
    beside: 'sources',
    minutes: 4,
  },
  {
    name: 'lint',
    proves: 'the walls between the places, no floating promises, no any',
    command: [tool.eslint, '.', '--max-warnings=0'],
    counts: 'command',
    beside: 'sources',
    minutes: 6,
  },
  {
    name: 'format',
    proves: 'the formatter has nothing to change',
    command: [tool.prettier, '--check', '.', '--log-level', 'warn'],
    counts: 'command',
    beside: 'sources',
    minutes: 3,
  },
  {
    name: 'unit',
    proves: 'core, protocol, inspector and manifest, and the hostile corpus, in Node',
    command: [tool.mocha, '--parallel', '--jobs', jobs, '--reporter', mochaReporter, unitTests],
    counts: 'resultFile',
    takesGrep: true,
    beside: 'sources', // what they bound is the processor’s time
    minutes: 8,
  },
  {
    name: 'worker',
    proves: 'the same suites of core and protocol in a browser’s Web Worker, with WebCrypto and without',
    command: ['--import', 'tsx', join(root, 'test', 'worker', 'main.ts')],
    counts: 'resultFile',
    needs: 'served', // for its browser
    takesGrep: true,
    beside: 'builds',
    minutes: 6,
  },
  {
    name: 'conformance',
    proves: 'the test vectors of others, through the same core',
    command: ['--import', 'tsx', join(root, 'test', 'conformance', 'main.ts')],
    counts: 'closingLine',
    beside: 'builds',
    minutes: 8,
  },
  {
    name: 'package',
    proves: 'the .vsix is made and holds exactly what it should',
    command: [script('package.mjs')],
    counts: 'command',
    beside: 'builds',
    minutes: 4,
  },
  {
    name: 'bundles',
    proves: 'the extension and the suites that run inside VS Code build for Node and web worker',
    command: [join(root, 'esbuild.js'), '--tests'],
    counts: 'command',
    minutes: 3,
  },
  {
    name: 'host',
    proves: "the extension's API behaviour in VS Code's Node extension host",
    after: 'bundles',
    command: [script('layers', 'host.mjs')],
    counts: 'resultFile',
    needs: 'chosen',
    takesGrep: true,
    beside: 'hosts',
    minutes: 8,
  },
  {
    name: 'web',
    proves: 'the same extension in the web-worker extension host, on a virtual workspace',
    after: 'bundles',
    command: [script('layers', 'web.mjs')],
    counts: 'resultFile',
    needs: 'served',
    takesGrep: true,
    beside: 'hosts',
    minutes: 5,
  },
  {
    name: 'ui',
    proves: 'the installed .vsix through mouse, keyboard and webview',
    after: 'package',
    command: [script('layers', 'ui.mjs'), '--reporter', mochaReporter],
    counts: 'resultFile',
    needs: 'served',
    takesGrep: true,
    minutes: 10,
    ...(servesHere
      ? {}
      : { cannotRunHere: 'VS Code Server does not run on Windows; the host layer is the proof here' }),
  },
];
