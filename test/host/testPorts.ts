import * as vscode from 'vscode';
import { WorkspaceKeys } from '../../src/host/keys/workspaceKeys';
import type { Log } from '../../src/host/platform/log';
import { Verifier } from '../../src/host/verify/verifier';

/** Keys of the sample workspace and what verifies with them, beside those of the running extension: without secrets, and quiet. */
export function testPorts(now: () => number = () => 1_767_225_600): {
  readonly keys: WorkspaceKeys;
  readonly verifier: Verifier;
  readonly log: Log;
} {
  const nothing = (): undefined => undefined;
  const secrets: vscode.SecretStorage = {
    get: () => Promise.resolve(undefined),
    store: () => Promise.resolve(),
    delete: () => Promise.resolve(),
    onDidChange: new vscode.EventEmitter<never>().event,
  };
  const keys = new WorkspaceKeys(secrets, now, []);
  const picks = { keyId: () => Promise.resolve(undefined) };
  const verifier = new Verifier(keys, now, () => true, { picks, remote: { ofIssuer: nothing } });
  return { keys, verifier, log: { info: nothing, warn: nothing, error: nothing, show: nothing } };
}
