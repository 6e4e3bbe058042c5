import type * as vscode from 'vscode';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { Log } from '../platform/log';

/** `JWT: Encode Token`: claims, algorithm, key, destination; then one signed token and one edit. */
export function registerEncode(keys: WorkspaceKeys, now: () => number, log: Log): vscode.Disposable {
  return registerCommands(log, {
    id: commandIds.encodeToken,
    async run(argument) {
      const { encodeToken } = await import('./encodeToken');
      await encodeToken(argument, keys, now(), log);
    },
  });
}
