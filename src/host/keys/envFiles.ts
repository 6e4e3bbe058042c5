import * as vscode from 'vscode';
import { readSmallFile } from '../documents/readSmallFile';
import { readSettings } from '../platform/settings';
import { excludedGlob } from './hiddenFiles';

/** The names that environment files have. */
export const envFilePattern = '**/.env*';

const maximumFiles = 50;
/** Octets. */
const maximumFileSize = 262_144;

/** Whether environment files may be read at all: in a trusted workspace, unless the setting says no. */
export function mayReadEnvFiles(): boolean {
  return vscode.workspace.isTrusted && readSettings().envFilesEnabled;
}

/** The workspace's environment files with their texts, by path; none where they may not be read. */
export async function readEnvFiles(): Promise<
  readonly { readonly uri: vscode.Uri; readonly text: string }[]
> {
  if (!mayReadEnvFiles()) return [];
  const folders = vscode.workspace.workspaceFolders ?? [];
  const uris = (await Promise.all(folders.map(findIn))).flat().slice(0, maximumFiles);
  return await Promise.all(
    uris
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(async (uri) => ({
        uri,
        text: new TextDecoder().decode(await readSmallFile(uri, maximumFileSize)),
      })),
  );
}

/** `.gitignore` is not asked: environment files are kept out of version control because they hold secrets, the very ones to try. */
async function findIn(folder: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
  const include = new vscode.RelativePattern(folder, envFilePattern);
  return await vscode.workspace.findFiles(include, excludedGlob(folder), maximumFiles);
}
