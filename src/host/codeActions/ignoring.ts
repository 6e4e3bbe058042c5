import * as vscode from 'vscode';
import { isRemarkCode } from '../../core/editor/remark';
import { settingsSection } from '../platform/ids';
import { updateSetting } from '../platform/refusals';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';
import { surfaceSettingIds } from '../surfaces/surfaceIds';

/** Turns a rule off in the workspace, or for the user where there is none. */
export async function turnOffRule(code: unknown): Promise<void> {
  if (typeof code !== 'string' || !isRemarkCode(code)) return;
  const section = vscode.workspace.getConfiguration(settingsSection);
  const inspected = section.inspect<Record<string, unknown>>(surfaceSettingIds.diagnosticsRules);
  const own = hasWorkspace() ? inspected?.workspaceValue : inspected?.globalValue;
  await updateSetting(section, surfaceSettingIds.diagnosticsRules, { ...own, [code]: 'off' }, target());
}

/** Leaves a file of the workspace alone, by its path in `claimcheck.ignore`. */
export async function ignoreFile(address: unknown): Promise<void> {
  if (typeof address !== 'string') return;
  const uri = vscode.Uri.parse(address);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // The folder of a virtual workspace may be the root, whose path ends in a slash as no other does.
  const path = folder ? uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1) : uri.path;
  const glob = path.replace(/[[\]{}*?]/g, '[$&]');
  const section = vscode.workspace.getConfiguration(settingsSection, folder);
  const { ignore } = readSurfaceSettings(folder);
  if (ignore.includes(glob)) return;
  await updateSetting(section, surfaceSettingIds.ignore, [...ignore, glob], target());
}

function hasWorkspace(): boolean {
  return vscode.workspace.workspaceFolders !== undefined;
}

function target(): vscode.ConfigurationTarget {
  return hasWorkspace() ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}
