import type * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { ExplainPorts } from './explainFailure';

/** `JWT: Explain Failure`. */
export function registerExplain(ports: ExplainPorts): vscode.Disposable {
  return registerCommands(ports.log, {
    id: commandIds.explainFailure,
    async run(argument) {
      const { explainFailure } = await import('./explainFailure');
      await explainFailure(argument, ports);
    },
  });
}
