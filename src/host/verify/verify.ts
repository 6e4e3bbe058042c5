import type * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { VerifyPorts } from './verifyWithKey';

/** `JWT: Verify Token`: a key is picked, the answer is shown in the panel and said in one line. */
export function registerVerify(ports: VerifyPorts): vscode.Disposable {
  return registerCommands(ports.log, {
    id: commandIds.verifyToken,
    async run(argument) {
      const { verifyWithPickedKey } = await import('./verifyWithKey');
      await verifyWithPickedKey(argument, ports);
    },
  });
}
