import 'mocha'; // its browser build, bundled, which makes itself the global `Mocha`
import type MochaClass from 'mocha';
import { loadSuites } from 'suites';
import { mochaOptions, runMocha } from '../support/runMocha';

/** The script of the worker: runs the suites its address asks for, and posts what they print and come to. */
const worker = globalThis as unknown as {
  readonly Mocha: typeof MochaClass;
  readonly isSecureContext: boolean;
  readonly location: { readonly search: string };
  postMessage(message: unknown): void;
};
const asked = new URLSearchParams(worker.location.search);
const print = (line: unknown): void => worker.postMessage({ line: String(line) });
console.log = print;
console.error = print;

runMocha(
  new worker.Mocha(mochaOptions),
  () => loadSuites(asked.getAll('place')),
  asked.get('grep') ?? undefined,
).then(
  (result) =>
    worker.postMessage({
      result,
      host: {
        isWorker: 'WorkerGlobalScope' in globalThis,
        isSecure: worker.isSecureContext,
        hasSubtle: (crypto.subtle as unknown) !== undefined,
        nodeGlobals: ['Buffer', 'process', 'require', 'global'].filter((name) => name in globalThis),
      },
    }),
  (error: unknown) => worker.postMessage({ problem: error instanceof Error ? error.stack : String(error) }),
);
