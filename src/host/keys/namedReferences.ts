import * as vscode from 'vscode';
import { settingsSection } from '../platform/ids';
import { valueAt } from '../platform/settingLevel';
import { readSettings } from '../platform/settings';
import { readKeyReferences, type KeyReference, type ReferenceFault } from './keyReference';

/** What `claimcheck.keys` says in one folder, or where no folder is open. */
export interface NamedReferences {
  readonly folder: vscode.WorkspaceFolder | undefined;
  readonly references: readonly KeyReference[];
  readonly faults: readonly ReferenceFault[];
}

/** The references of every folder. The same user setting holds for each; only what is relative differs from one to the next. */
export function namedReferences(): readonly NamedReferences[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return (folders.length > 0 ? folders : [undefined]).map((folder) => ({
    folder,
    ...readKeyReferences(readSettings(folder).keys),
  }));
}

/** How an entry of a list in the settings is named: of several folders the one whose settings hold it is named first. */
export function settingPlace(id: string, index: number, folder: vscode.WorkspaceFolder | undefined): string {
  const entry = `${settingsSection}.${id}[${index}]`;
  const isOne = (vscode.workspace.workspaceFolders?.length ?? 0) < 2;
  if (isOne || !folder) return entry;
  const level = { target: vscode.ConfigurationTarget.WorkspaceFolder, folder };
  return valueAt(settingsSection, id, level) === undefined ? entry : `${folder.name}: ${entry}`;
}
