import type * as vscode from 'vscode';
import type { TextDocuments } from '../documents/textDocuments';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { TwinPorts } from './tokenTwin';

/** `JWT: Show Token as Text`. */
export function registerText(texts: TextDocuments, ports: TwinPorts): vscode.Disposable {
  return registerCommands(ports.log, {
    id: commandIds.showTokenAsText,
    async run(argument) {
      const { showTokenAsText } = await import('./showText');
      await showTokenAsText(argument, await texts.open(), ports);
    },
  });
}
