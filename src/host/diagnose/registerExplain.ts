import type * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { ExplainPorts } from './explainFailure';

/** `JWT: Explain Failure`: says why, and offers the fix. `JWT: Fix Token`: does what the fix offers at once. */
export function registerExplain(ports: ExplainPorts): vscode.Disposable {
  return registerCommands(
    ports.log,
    {
      id: commandIds.explainFailure,
      async run(argument) {
        const { explainFailure } = await import('./explainFailure');
        await explainFailure(argument, ports);
      },
    },
    {
      id: commandIds.fixToken,
      async run(argument) {
        const { fixToken } = await import('./explainFailure');
        await fixToken(argument, ports);
      },
    },
  );
}
