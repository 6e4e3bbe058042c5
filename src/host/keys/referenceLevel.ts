import * as vscode from 'vscode';
import { pathInFolder } from '../platform/pathInFolder';
import { levelOf, userLevel, type SettingLevel } from '../platform/settingLevel';

/**
 * Where a new reference is written: the folder it is of, the workspace, or the user's settings where none is open. What a
 * workspace says of keys counts for nothing until it is trusted, and cannot even be read: a list written there would
 * replace the one it has.
 */
export function referenceLevel(folder?: vscode.WorkspaceFolder): SettingLevel {
  return vscode.workspace.isTrusted ? levelOf(folder) : userLevel;
}

/** How a file is named, and where: by its path below its folder; one outside the workspace by its address, for this user alone. */
export function fileReference(uri: vscode.Uri): readonly [reference: { file: string }, level: SettingLevel] {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const level = folder ? referenceLevel(folder) : userLevel;
  return [{ file: folder && level !== userLevel ? pathInFolder(uri, folder) : uri.toString() }, level];
}
