import * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { Log } from '../platform/log';
import { addKeyInteractively } from './addKey';
import { forgetSecrets } from './forgetSecrets';
import type { WorkspaceKeys } from './workspaceKeys';

/** `JWT: Add Key` and `JWT: Forget Secrets`. */
export function registerKeyCommands(keys: WorkspaceKeys, log: Log): vscode.Disposable {
  return registerCommands(
    log,
    {
      id: commandIds.addKey,
      async run() {
        if (await addKeyInteractively(keys)) {
          log.info('key added');
          vscode.window.setStatusBarMessage(vscode.l10n.t('Key added'), 3000);
        }
      },
    },
    {
      id: commandIds.forgetSecrets,
      async run() {
        if (await forgetSecrets(keys)) log.info('secrets forgotten');
      },
    },
  );
}
