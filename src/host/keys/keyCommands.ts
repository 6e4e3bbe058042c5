import * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { Log } from '../platform/log';
import type { WorkspaceKeys } from './workspaceKeys';

/** `JWT: Add Key` and `JWT: Forget Secrets`. */
export function registerKeyCommands(keys: WorkspaceKeys, log: Log): vscode.Disposable {
  return registerCommands(
    log,
    {
      id: commandIds.addKey,
      async run() {
        const { addKeyInteractively } = await import('./addKey');
        if (await addKeyInteractively(keys)) {
          log.info('key added');
          vscode.window.setStatusBarMessage(vscode.l10n.t('Key added'), 3000);
        }
      },
    },
    {
      id: commandIds.forgetSecrets,
      async run() {
        const { forgetSecrets } = await import('./forgetSecrets');
        if (await forgetSecrets(keys)) log.info('secrets forgotten');
      },
    },
  );
}
