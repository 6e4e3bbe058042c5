import * as vscode from 'vscode';
import type { KnownKey } from '../../core/keys/key';
import type { Diagnoser } from '../diagnose/diagnoser';
import type { FoundToken } from '../documents/foundToken';
import type { RememberedPicks } from '../keys/rememberedPicks';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { registerCommands } from '../platform/commands';
import { commandIds, inspectorViewType, settingIds, settingsSection } from '../platform/ids';
import type { Log } from '../platform/log';
import type { RemoteKeys } from '../remoteKeys/remoteKeys';
import type { Verifier } from '../verify/verifier';
import type { InspectorSession } from './inspectorSession';
import { readRememberedPlace } from './rememberedPlace';

/** The panel beside the editor, for every feature that has a token to show. */
export interface Inspector {
  /** Shows a token and verifies it: with the key given, or with the one that fits best. Resolves when the answer is known. */
  show(found: FoundToken, picked?: KnownKey): Promise<void>;
  dispose(): void;
}

/** What the panel leans on. */
export interface InspectorStores {
  readonly extensionUri: vscode.Uri;
  readonly keys: WorkspaceKeys;
  readonly verifier: Verifier;
  readonly diagnoser: Diagnoser;
  readonly remote: RemoteKeys;
  readonly picks: RememberedPicks;
  readonly log: Log;
}

/** `JWT: Inspect Token`, and the panel's return after a restart. What fills the panel is loaded when it is first wanted. */
export function registerInspector(stores: InspectorStores): Inspector {
  const { extensionUri, keys, verifier, diagnoser, remote, picks, log } = stores;
  let opened: InspectorSession | undefined;
  const session = async (): Promise<InspectorSession> => {
    const [
      { InspectorSession },
      { pickKeyFor },
      { explainWhy, wantsExplanation },
      { applyFix },
      { decryptorOf },
      { offerText },
      { patience },
    ] = await Promise.all([
      import('./inspectorSession'),
      import('./pickKeyFor'),
      import('../diagnose/why'),
      import('../diagnose/applyFix'),
      import('../decrypt/decryptor'),
      import('./offerText'),
      import('./silenceWatch'),
    ]);
    return (opened ??= new InspectorSession({
      extensionUri,
      verifier,
      keys,
      pickKey: (found) => pickKeyFor({ keys, verifier, remote }, found),
      decryptor: decryptorOf({ keys, verifier }),
      explain: {
        isWanted: (report) => wantsExplanation(report, 'all'),
        search: (found, options) => explainWhy(diagnoser, keys, found, options),
        applyFix: (fix, found) => applyFix(fix, found, { keys, picks }),
      },
      patience,
      onSilent: offerText,
      log,
    }));
  };
  const registrations = vscode.Disposable.from(
    { dispose: () => opened?.dispose() },
    registerCommands(log, {
      id: commandIds.inspectToken,
      async run(argument) {
        const { askForToken } = await import('../documents/askForToken');
        const found = await askForToken(argument);
        if (found) await (await session()).show(found);
      },
    }),
    vscode.window.registerWebviewPanelSerializer(inspectorViewType, {
      deserializeWebviewPanel: async (panel, state) =>
        (await session()).restore(panel, readRememberedPlace(state)),
    }),
    keys.onDidChange(() => void opened?.verifyAgain()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void opened?.verifyAgain()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(settingsSection)) return;
      void opened?.showAgain(event.affectsConfiguration(`${settingsSection}.${settingIds.timeZone}`));
    }),
  );
  return {
    show: async (found, picked) => (await session()).show(found, picked),
    dispose: () => void registrations.dispose(),
  };
}
