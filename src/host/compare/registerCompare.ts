import type * as vscode from 'vscode';
import type { TextDocuments } from '../documents/textDocuments';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { Log } from '../platform/log';

/** `JWT: Compare Tokens`. */
export function registerCompare(texts: TextDocuments, log: Log): vscode.Disposable {
  return registerCommands(log, {
    id: commandIds.compareTokens,
    async run(argument) {
      const { compareTokens } = await import('./compareTokens');
      await compareTokens(argument, await texts.open());
    },
  });
}
