import * as vscode from 'vscode';
import { settingsSection } from './ids';
import { settingsFrom, type Settings } from './settingsFrom';

export type { Settings } from './settingsFrom';

/** Reads the snapshot that holds for a place. */
export function readSettings(scope?: vscode.ConfigurationScope): Settings {
  const section = vscode.workspace.getConfiguration(settingsSection, scope);
  return settingsFrom((id) => section.get<unknown>(id));
}
