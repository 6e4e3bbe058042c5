import type * as vscode from 'vscode';
import { registerCommands } from './commands';
import { commandIds } from './ids';
import type { Log } from './log';

/** `JWT: Show Log`. */
export function registerShowLog(log: Log): vscode.Disposable {
  return registerCommands(log, { id: commandIds.showLog, run: () => log.show() });
}
