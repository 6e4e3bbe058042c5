import { renameSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import { loadSuites } from 'suites';
import * as vscode from 'vscode';
import { mochaOptionsInVsCode, runMocha, type SuiteResult } from '../support/runMocha';

/** What the launcher looks for among all that VS Code prints. */
const mark = '[tests] ';

/**
 * Called by VS Code in its extension host. Writes the result to the file named by CLAIMCHECK_RESULT.
 * @throws Error where a test failed, which gives desktop VS Code its exit code
 */
export async function run(): Promise<void> {
  markConsole();
  const Mocha = (await import('mocha')).default;
  const result = await runMocha(new Mocha(mochaOptionsInVsCode), loadSuites, process.env['CLAIMCHECK_GREP']);
  write({ ...result, about: about() });
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}

function write(result: SuiteResult): void {
  const file = process.env['CLAIMCHECK_RESULT'];
  if (!file) throw new Error('CLAIMCHECK_RESULT names no file for the result.');
  writeFileSync(`${file}.part`, JSON.stringify(result));
  renameSync(`${file}.part`, file);
}

function about(): string {
  const kind = process.env['CLAIMCHECK_HOST_KIND'] ?? 'unknown kind of';
  return `${kind} VS Code ${vscode.version} (${vscode.env.appHost}), Node extension host, Node.js ${process.versions.node}`;
}

/**
 * Marks what is printed, line by line, so that it can be told from VS Code's own log. VS Code guards the methods of its
 * console against being replaced, so the console itself is.
 */
function markConsole(): void {
  const plain = console;
  const marking = (print: (line: string) => void): PropertyDescriptor => ({
    value: (...values: unknown[]): void => {
      for (const line of format(...values).split('\n')) print.call(plain, mark + line);
    },
  });
  const { log, info, warn, error } = plain;
  globalThis.console = Object.create(plain, {
    log: marking(log),
    info: marking(info),
    warn: marking(warn),
    error: marking(error),
  }) as Console;
}
