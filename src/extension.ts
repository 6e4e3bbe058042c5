import * as vscode from 'vscode';
import { registerTokenUnderCursor } from './host/documents/tokenUnderCursor';
import { registerEncode } from './host/encode/encode';
import { registerGenerateKey } from './host/generateKey/registerGenerateKey';
import { registerHover } from './host/hover/hover';
import { registerInspector } from './host/inspector/inspector';
import { registerKeyCommands } from './host/keys/keyCommands';
import { registerKeyStatus } from './host/keysView/keyStatus';
import { registerKeysView } from './host/keysView/keysView';
import { WorkspaceKeys } from './host/keys/workspaceKeys';
import { registerShowLog } from './host/platform/showLog';
import { registerVerify } from './host/verify/verify';
import { Verifier } from './host/verify/verifier';

/** The front door: builds the stores, registers the features, nothing else. Files are read at the first question. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Claimcheck', { log: true });
  const now = (): number => Date.now() / 1000;
  const keys = new WorkspaceKeys(context.secrets, now);
  const verifier = new Verifier(keys, now, () => vscode.workspace.isTrusted);
  const inspector = registerInspector(context.extensionUri, keys, verifier, log);
  context.subscriptions.push(
    log,
    keys,
    inspector,
    registerHover(verifier),
    registerVerify({ keys, verifier, inspector, log }),
    registerEncode(keys, now, log),
    registerKeyCommands(keys, log),
    registerKeysView(keys, now, log),
    registerKeyStatus(keys),
    registerGenerateKey(keys, log),
    registerTokenUnderCursor(),
    registerShowLog(log),
  );
}
