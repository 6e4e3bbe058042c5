import 'mocha'; // its browser build, bundled, which makes itself the global `Mocha`
import type MochaClass from 'mocha';
import { loadSuites } from 'suites';
import * as vscode from 'vscode';
import { mochaOptionsInVsCode, runMocha } from '../support/runMocha';

/** Starts the closing line, from which scripts/layers/web.mjs takes the result: a worker has no files to write to. */
const resultMark = 'claimcheck-result ';

/**
 * Called by VS Code in its web-worker extension host.
 * @throws Error where a test failed
 */
export async function run(): Promise<void> {
  const { Mocha } = globalThis as unknown as { Mocha: typeof MochaClass };
  const result = await runMocha(new Mocha(mochaOptionsInVsCode), loadSuites);
  const about = `VS Code ${vscode.version} (${vscode.env.appHost}), web-worker extension host`;
  console.log(resultMark + JSON.stringify({ ...result, about }));
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}
