import 'mocha'; // its browser build, bundled, which makes itself the global `Mocha`
import type MochaClass from 'mocha';
import { loadSuites } from 'suites';
import * as vscode from 'vscode';
import { mochaOptionsInVsCode, runMocha } from '../support/runMocha';
import { overPlainHttp } from './plainHttp';

/** Starts the closing line, from which scripts/layers/web.mjs takes the result: a worker has no files to write to. */
const resultMark = 'claimcheck-result ';

/**
 * Called by VS Code in its web-worker extension host.
 * @throws Error where a test failed
 */
export async function run(): Promise<void> {
  const { Mocha } = globalThis as unknown as { Mocha: typeof MochaClass };
  const mocha = new Mocha(mochaOptionsInVsCode);
  const hasWebCrypto = (crypto as Partial<Crypto>).subtle !== undefined;
  if (!hasWebCrypto) mocha.grep(new RegExp(overPlainHttp.map(literally).join('|')));
  const result = await runMocha(mocha, loadSuites);
  const lack = hasWebCrypto ? '' : ' without WebCrypto';
  const about = `VS Code ${vscode.version} (${vscode.env.appHost}), web-worker extension host${lack}`;
  console.log(resultMark + JSON.stringify({ ...result, about }));
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
