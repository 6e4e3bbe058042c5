import * as vscode from 'vscode';
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
