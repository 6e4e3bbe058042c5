import * as vscode from 'vscode';
import { settingsSection } from '../platform/ids';
import { surfaceSettingsFrom, type SurfaceSettings } from './surfaceSettingsFrom';

export type { ColoredTokens, SurfaceSettings } from './surfaceSettingsFrom';

/** Reads the snapshot that holds for a place. */
export function readSurfaceSettings(scope?: vscode.ConfigurationScope): SurfaceSettings {
  const section = vscode.workspace.getConfiguration(settingsSection, scope);
  return surfaceSettingsFrom((id) => section.get<unknown>(id));
}
