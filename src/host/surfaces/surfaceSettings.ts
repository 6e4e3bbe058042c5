import * as vscode from 'vscode';
import { settingsSection } from '../platform/ids';
import { surfaceSettingIds as ids } from './surfaceIds';

/** What the settings say of the editor's surfaces, for one place. The master switch is worked in: off, each of them is. */
export interface SurfaceSettings {
  readonly diagnostics: boolean;
  /** Unchecked: `readLevels` judges it. */
  readonly rules: unknown;
  /** Glob patterns of files that are left alone. */
  readonly ignore: readonly string[];
}

/** Reads the snapshot that holds for a place; a value of the wrong type counts as its default. */
export function readSurfaceSettings(scope?: vscode.ConfigurationScope): SurfaceSettings {
  const section = vscode.workspace.getConfiguration(settingsSection, scope);
  const value = (id: string): unknown => section.get<unknown>(id);
  const isEnabled = value(ids.enabled) !== false;
  const ignore = value(ids.ignore);
  return {
    diagnostics: isEnabled && value(ids.diagnosticsEnabled) !== false,
    rules: value(ids.diagnosticsRules),
    ignore: Array.isArray(ignore) ? ignore.filter((glob): glob is string => typeof glob === 'string') : [],
  };
}
