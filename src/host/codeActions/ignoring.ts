import * as vscode from 'vscode';
import { isRemarkCode } from '../../core/editor/remark';
import { settingsSection } from '../platform/ids';
import { pathInFolder } from '../platform/pathInFolder';
import { updateSetting } from '../platform/refusals';
import { levelOf, valueAt } from '../platform/settingLevel';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';
import { surfaceSettingIds } from '../surfaces/surfaceIds';

/** Turns a rule off in the workspace, or for the user where there is none. */
export async function turnOffRule(code: unknown): Promise<void> {
  if (typeof code !== 'string' || !isRemarkCode(code)) return;
  const section = vscode.workspace.getConfiguration(settingsSection);
  const level = levelOf();
  const own = valueAt(settingsSection, surfaceSettingIds.diagnosticsRules, level);
  const rules = { ...(Object(own) as object), [code]: 'off' };
  await updateSetting(section, surfaceSettingIds.diagnosticsRules, rules, level.target);
}

/** Leaves a file of the workspace alone, by its path in `claimcheck.ignore`. */
export async function ignoreFile(address: unknown): Promise<void> {
  if (typeof address !== 'string') return;
  const uri = vscode.Uri.parse(address);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const path = folder ? pathInFolder(uri, folder) : uri.path;
  const glob = path.replace(/[[\]{}*?]/g, '[$&]');
  const section = vscode.workspace.getConfiguration(settingsSection, folder);
  const { ignore } = readSurfaceSettings(folder);
  if (ignore.includes(glob)) return;
  await updateSetting(section, surfaceSettingIds.ignore, [...ignore, glob], levelOf(folder).target);
}
