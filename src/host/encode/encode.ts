import type * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { EncodePorts } from './encodeToken';

/** `JWT: Encode Token`: a template, or claims, algorithm, key, destination; then one token and one edit. */
export function registerEncode(ports: EncodePorts): vscode.Disposable {
  return registerCommands(ports.log, {
    id: commandIds.encodeToken,
    async run(argument) {
      const { encodeToken } = await import('./encodeToken');
      await encodeToken(argument, ports);
    },
  });
}
