import type * as vscode from 'vscode';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { Log } from '../platform/log';

/** `JWT: Generate Key`. */
export function registerGenerateKey(keys: WorkspaceKeys, log: Log): vscode.Disposable {
  return registerCommands(log, {
    id: commandIds.generateKey,
    async run() {
      const { generateKeyInteractively } = await import('./generateKeyInteractively');
      if (await generateKeyInteractively(keys)) log.info('key generated');
    },
  });
}
