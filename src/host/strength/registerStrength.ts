import type * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { StrengthPorts } from './checkSecretStrength';

/** `JWT: Check Secret Strength`. */
export function registerStrength(ports: StrengthPorts): vscode.Disposable {
  return registerCommands(ports.log, {
    id: commandIds.checkSecretStrength,
    async run(argument) {
      const { checkSecretStrength } = await import('./checkSecretStrength');
      await checkSecretStrength(argument, ports);
    },
  });
}
