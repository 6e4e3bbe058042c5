import type * as vscode from 'vscode';
import type { TextDocuments } from '../documents/textDocuments';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { TwinPorts } from '../text/tokenTwin';

/** `JWT: Decrypt Token`. */
export function registerDecrypt(texts: TextDocuments, ports: TwinPorts): vscode.Disposable {
  return registerCommands(ports.log, {
    id: commandIds.decryptToken,
    async run(argument) {
      const { decryptInteractively } = await import('./decryptInteractively');
      await decryptInteractively(argument, await texts.open(), ports);
    },
  });
}
