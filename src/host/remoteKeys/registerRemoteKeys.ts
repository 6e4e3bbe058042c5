import type * as vscode from 'vscode';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import type { Log } from '../platform/log';
import { networkRules } from './networkRules';
import type { RemoteKeys } from './remoteKeys';

/** `JWT: Fetch Issuer's Keys`. */
export function registerRemoteKeys(remote: RemoteKeys, log: Log): vscode.Disposable {
  return registerCommands(log, {
    id: commandIds.fetchIssuerKeys,
    async run(argument) {
      const { fetchIssuerKeys } = await import('./fetchIssuerKeys');
      await fetchIssuerKeys(argument, remote, networkRules, log);
    },
  });
}
