import * as vscode from 'vscode';

/** Where a setting can be written. A folder is named where there are several: one that is alone is the workspace. */
export interface SettingLevel {
  readonly target: vscode.ConfigurationTarget;
  readonly folder?: vscode.WorkspaceFolder;
}

/** The settings of the user. */
export const userLevel: SettingLevel = { target: vscode.ConfigurationTarget.Global };

/** Every level there is, from the narrowest. */
export function settingLevels(): readonly SettingLevel[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [
    ...(folders.length > 1 ? folders : []).map(levelOf),
    ...(folders.length > 0 ? [{ target: vscode.ConfigurationTarget.Workspace }] : []),
    userLevel,
  ];
}

/** Where to write what concerns one folder, or all of the workspace; for the user where there is no workspace. */
export function levelOf(folder?: vscode.WorkspaceFolder): SettingLevel {
  const count = vscode.workspace.workspaceFolders?.length ?? 0;
  if (folder && count > 1) return { target: vscode.ConfigurationTarget.WorkspaceFolder, folder };
  return count > 0 ? { target: vscode.ConfigurationTarget.Workspace } : userLevel;
}

const members = [
  [vscode.ConfigurationTarget.WorkspaceFolder, 'workspaceFolderValue'],
  [vscode.ConfigurationTarget.Workspace, 'workspaceValue'],
  [vscode.ConfigurationTarget.Global, 'globalValue'],
] as const;

/** What is written at a level, and there alone. */
export function valueAt(section: string, id: string, { target, folder }: SettingLevel): unknown {
  const inspected = vscode.workspace.getConfiguration(section, folder).inspect<unknown>(id);
  const member = members.find(([one]) => one === target)?.[1];
  return member && inspected?.[member];
}
