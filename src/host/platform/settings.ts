import * as vscode from 'vscode';
import { settingsSection } from './ids';
import { settingsFrom, type Settings } from './settingsFrom';

export type { Settings } from './settingsFrom';

/** Reads the snapshot that holds for a place. */
export function readSettings(scope?: vscode.ConfigurationScope): Settings {
  const section = vscode.workspace.getConfiguration(settingsSection, scope);
  const uri = scope instanceof vscode.Uri ? scope : scope?.uri;
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  return settingsFrom((id) => section.get<unknown>(id), folder?.uri.toString());
}
