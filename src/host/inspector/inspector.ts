import * as vscode from 'vscode';
import type { KnownKey } from '../../core/keys/key';
import { askForToken } from '../documents/askForToken';
import type { FoundToken } from '../documents/foundToken';
import { pickVerificationKey } from '../verify/pickVerificationKey';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { registerCommands } from '../platform/commands';
import { commandIds, inspectorViewType, settingsSection } from '../platform/ids';
import type { Log } from '../platform/log';
import type { Verifier } from '../verify/verifier';
import { InspectorSession } from './inspectorSession';
import { readRememberedPlace } from './rememberedPlace';

/** The panel beside the editor, for every feature that has a token to show. */
export interface Inspector {
  /** Shows a token and verifies it: with the key given, or with the one that fits best. Resolves when the answer is known. */
  show(found: FoundToken, picked?: KnownKey): Promise<void>;
  dispose(): void;
}

/** `JWT: Inspect Token`, and the panel's return after a restart. */
export function registerInspector(
  extensionUri: vscode.Uri,
  keys: WorkspaceKeys,
  verifier: Verifier,
  log: Log,
): Inspector {
  const session = new InspectorSession({
    extensionUri,
    verifier,
    keys,
    pickKey: (found) => pickVerificationKey(keys, verifier, found),
    log,
  });
  const registrations = vscode.Disposable.from(
    session,
    registerCommands(log, {
      id: commandIds.inspectToken,
      async run(argument) {
        const found = await askForToken(argument);
        if (found) await session.show(found);
      },
    }),
    vscode.window.registerWebviewPanelSerializer(inspectorViewType, {
      deserializeWebviewPanel: (panel, state) => session.restore(panel, readRememberedPlace(state)),
    }),
    keys.onDidChange(() => void session.verifyAgain()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void session.verifyAgain()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settingsSection)) void session.showAgain();
    }),
  );
  return {
    show: (found, picked) => session.show(found, picked),
    dispose: () => void registrations.dispose(),
  };
}
