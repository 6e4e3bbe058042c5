import * as vscode from 'vscode';
import { backendVerdicts } from '../../core/backends/backendVerdicts';
import { parseToken } from '../../core/jose/parseToken';
import { backendReport, backendRows } from '../../core/present/backendText';
import { askForToken } from '../documents/askForToken';
import type { VirtualTexts } from '../documents/virtualTexts';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { Log } from '../platform/log';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';
import { expectations } from '../profiles/expectations';
import type { RemoteKeys } from '../remoteKeys/remoteKeys';
import { pickVerificationKey } from '../verify/pickVerificationKey';
import type { Verifier } from '../verify/verifier';
import { pickBackend } from './pickBackend';

/** What comparing needs of the rest. */
export interface BackendPorts {
  readonly keys: WorkspaceKeys;
  readonly verifier: Verifier;
  readonly remote: RemoteKeys;
  readonly log: Log;
}

/** Asks for a token where none is given, and for a key; lists what each library answers, and copies code that shows it. */
export async function compareBackends(
  argument: unknown,
  { keys, verifier, remote, log }: BackendPorts,
  texts: VirtualTexts,
): Promise<void> {
  const found = await askForToken(argument);
  if (!found) return;
  const title = vscode.l10n.t('What Would My Backend Say');
  const placeHolder = vscode.l10n.t('Which key does your backend verify with?');
  const picked = await pickVerificationKey(keys, verifier, found, {
    remote,
    purpose: { title, placeHolder },
  });
  if (!picked) return;
  const settings = readSettings(found.place?.uri);
  const { policy } = expectations(parseToken(found.text), settings, [picked]);
  const verdicts = await backendVerdicts(found.text, picked.key, policy, verifier.moment());
  log.info(`compared: ${verdicts.map(({ backend, outcome }) => `${backend} ${outcome.status}`).join(', ')}`);
  const { translate } = words(settings);
  const choice = await pickBackend(title, backendRows(verdicts, translate));
  if (choice !== 'report') return;
  const report = backendReport(verdicts, translate);
  const uri = texts.add(`${title}.md`, { text: () => Promise.resolve(report) });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
}
