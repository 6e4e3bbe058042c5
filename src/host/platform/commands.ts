import * as vscode from 'vscode';
import { commandIds } from './ids';
import type { Log } from './log';
import { UserError } from './userError';

/** A command: its id and what it does. Arguments come from anywhere, so each `run` checks its own. */
export interface Command {
  readonly id: string;
  run(...args: readonly unknown[]): unknown;
}

/**
 * Registers commands whose failures are told in one way: a `UserError` as its own sentence; anything else as our defect,
 * with its stack in the log and the way there. Results are not handed on: other extensions may call our commands.
 */
export function registerCommands(log: Log, ...commands: readonly Command[]): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(command.id, async (...args: readonly unknown[]) => {
        try {
          await command.run(...args);
        } catch (error) {
          await tell(log, command.id, error);
        }
      }),
    ),
  );
}

async function tell(log: Log, id: string, error: unknown): Promise<void> {
  // Turning away in the middle of a question is an answer, not a failure.
  if (error instanceof vscode.CancellationError) return;
  if (error instanceof UserError) {
    const { messageText } = await import('./messageText');
    await vscode.window.showErrorMessage(messageText(error.message));
    return;
  }
  log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const showLog = vscode.l10n.t('Show Log');
  const choice = await vscode.window.showErrorMessage(
    vscode.l10n.t('This did not work, and it is our mistake. The log says what happened.'),
    showLog,
  );
  if (choice === showLog) {
    await vscode.commands.executeCommand(commandIds.showLog);
  }
}
