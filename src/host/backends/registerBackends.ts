import type * as vscode from 'vscode';
import type { TextDocuments } from '../documents/textDocuments';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { BackendPorts } from './compareBackends';

/** `JWT: What Would My Backend Say`: the answers of PyJWT, jsonwebtoken and jose to a token, a key and what is expected. */
export function registerBackends(texts: TextDocuments, ports: BackendPorts): vscode.Disposable {
  return registerCommands(ports.log, {
    id: commandIds.compareBackends,
    async run(argument) {
      const { compareBackends } = await import('./compareBackends');
      await compareBackends(argument, ports, await texts.open());
    },
  });
}
