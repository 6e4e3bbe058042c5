import type * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { VerifyPorts } from './verifyWithKey';

/** `JWT: Verify Token`: a key is picked, the answer is shown in the panel and said in one line. `JWT: Pick Key for This Token`: the pick is remembered besides. */
export function registerVerify(ports: VerifyPorts): vscode.Disposable {
  return registerCommands(
    ports.log,
    {
      id: commandIds.verifyToken,
      async run(argument) {
        const { verifyWithPickedKey } = await import('./verifyWithKey');
        await verifyWithPickedKey(argument, ports);
      },
    },
    {
      id: commandIds.pickKey,
      async run(argument) {
        const { pickKeyForToken } = await import('./pickKeyForToken');
        await pickKeyForToken(argument, ports);
      },
    },
  );
}
