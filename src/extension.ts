import * as vscode from 'vscode';
import { Diagnoser } from './host/diagnose/diagnoser';
import { registerExplain } from './host/diagnose/registerExplain';
import { registerTokenUnderCursor } from './host/documents/tokenUnderCursor';
import { registerGenerateKey } from './host/generateKey/registerGenerateKey';
import { registerHover } from './host/hover/hover';
import { registerInspector } from './host/inspector/inspector';
import { registerKeyCommands } from './host/keys/keyCommands';
import { registerKeyStatus } from './host/keysView/keyStatus';
import { registerKeysView } from './host/keysView/keysView';
import { RememberedPicks } from './host/keys/rememberedPicks';
import { WorkspaceKeys } from './host/keys/workspaceKeys';
import { BackgroundWorkers } from './host/platform/backgroundWorkers';
import { registerDocuments } from './host/registerDocuments';
import { registerShowLog } from './host/platform/showLog';
import { registerInspectTool } from './host/languageModelTool/inspectTool';
import { ProfileFaults } from './host/profiles/profileFaults';
import { networkRules } from './host/remoteKeys/networkRules';
import { registerRemoteKeys } from './host/remoteKeys/registerRemoteKeys';
import { RemoteKeys } from './host/remoteKeys/remoteKeys';
import { registerStrength } from './host/strength/registerStrength';
import { registerSurfaces } from './host/surfaces/registerSurfaces';
import { registerVerify } from './host/verify/verify';
import { Verifier } from './host/verify/verifier';
import { registerWalkthrough } from './host/walkthrough/walkthrough';

/** The front door: builds the stores, registers the features, nothing else. Files are read at the first question. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Claimcheck', { log: true });
  const now = (): number => Date.now() / 1000;
  const remote = new RemoteKeys({ fetch: (...request) => fetch(...request), now, rules: networkRules });
  const keys = new WorkspaceKeys(context.secrets, now, [remote, new ProfileFaults()]);
  const picks = new RememberedPicks(context.workspaceState);
  const verifier = new Verifier(keys, now, () => vscode.workspace.isTrusted, { picks, remote });
  const workers = new BackgroundWorkers(context.extensionUri);
  const diagnoser = new Diagnoser({ keys, clock: () => performance.now(), workers });
  const inspector = registerInspector({
    extensionUri: context.extensionUri,
    keys,
    verifier,
    diagnoser,
    remote,
    picks,
    log,
  });
  context.subscriptions.push(
    log,
    keys,
    inspector,
    registerHover({ verifier, diagnoser, keys }),
    registerExplain({ keys, picks, verifier, diagnoser, log }),
    registerStrength({ extensionUri: context.extensionUri, workers, log }),
    registerVerify({ keys, verifier, inspector, log, remote, picks }),
    registerDocuments({ verifier, diagnoser, keys, remote, now, log }),
    registerKeyCommands(keys, log),
    registerRemoteKeys(remote, log),
    registerKeysView(keys, now, log),
    registerKeyStatus(keys),
    registerGenerateKey(keys, log),
    registerTokenUnderCursor(),
    registerSurfaces({ keys, inspector, verifier, log, now }),
    registerInspectTool({ verifier, log, isTrusted: () => vscode.workspace.isTrusted }, vscode.lm),
    registerWalkthrough(keys),
    registerShowLog(log),
  );
}
