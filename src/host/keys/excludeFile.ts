import * as vscode from 'vscode';
import { settingIds, settingsSection } from '../platform/ids';
import { updateSetting } from '../platform/refusals';
import { readSettings } from '../platform/settings';
import { referenceLevel } from './referenceLevel';

/** Keeps a discovered file from being read as a key. */
export async function excludeFile(uri: vscode.Uri): Promise<void> {
  const section = vscode.workspace.getConfiguration(settingsSection);
  const excluded = [...readSettings().keyFilesExclude, excludingGlob(uri)];
  await updateSetting(section, settingIds.keyFilesExclude, excluded, referenceLevel().target);
}

/** The setting holds for the whole window: of several folders the one that is meant is named first, as VS Code does in paths. */
function excludingGlob(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri).replace(/[*?{}[\]]/g, '?');
  return (vscode.workspace.workspaceFolders?.length ?? 0) > 1 ? path : `**/${path}`;
}
