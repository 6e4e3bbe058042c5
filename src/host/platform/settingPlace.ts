import * as vscode from 'vscode';
import { settingsSection } from './ids';
import { valueAt } from './settingLevel';

/** How an entry of a list in the settings is named: of several folders the one whose settings hold it is named first. */
export function settingPlace(id: string, index: number, folder: vscode.WorkspaceFolder | undefined): string {
  const entry = `${settingsSection}.${id}[${index}]`;
  const isOne = (vscode.workspace.workspaceFolders?.length ?? 0) < 2;
  if (isOne || !folder) return entry;
  const level = { target: vscode.ConfigurationTarget.WorkspaceFolder, folder };
  return valueAt(settingsSection, id, level) === undefined ? entry : `${folder.name}: ${entry}`;
}
