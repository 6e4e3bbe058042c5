import * as vscode from 'vscode';
import { anyOf } from '../../core/keys/candidates/globs';
import { readSmallFile } from '../documents/readSmallFile';
import { readSettings } from '../platform/settings';

/** Octets of a `.gitignore` that are looked at. */
const maximumSize = 262_144;

/** The glob of what is never looked at in a folder: our own exclusions and those of VS Code's search. `files.exclude` holds besides. */
export function excludedGlob(folder: vscode.WorkspaceFolder): string | undefined {
  const search: unknown = vscode.workspace.getConfiguration('search', folder).get('exclude');
  const searched = Object.entries((search ?? {}) as Record<string, unknown>)
    // An object asks for a sibling file (`when`); such a rule is about generated sources, and no glob can say it.
    .filter(([, value]) => value === true)
    .map(([glob]) => glob);
  const globs = [...readSettings(folder).keyFilesExclude.flatMap((glob) => below(folder, glob)), ...searched];
  // A glob that names a folder hides all in it.
  return anyOf(globs.flatMap((glob) => [glob, `${glob.replace(/\/+$/, '')}/**`]));
}

/** A glob of ours may begin with the folder's name where there are several folders, as paths do there. */
function below({ name }: vscode.WorkspaceFolder, glob: string): readonly string[] {
  const isOne = (vscode.workspace.workspaceFolders?.length ?? 0) < 2;
  return isOne || !glob.startsWith(`${name}/`) ? [glob] : [glob, glob.slice(name.length + 1)];
}

/**
 * Tells which files of a folder its `.gitignore` hides; as VS Code's search, only where `search.useIgnoreFiles` is on. The
 * file at the root alone is read: those further down seldom speak of keys.
 */
export async function gitIgnored(folder: vscode.WorkspaceFolder): Promise<(uri: vscode.Uri) => boolean> {
  const nothing = (): boolean => false;
  if (vscode.workspace.getConfiguration('search', folder).get('useIgnoreFiles') === false) return nothing;
  const bytes = await readSmallFile(vscode.Uri.joinPath(folder.uri, '.gitignore'), maximumSize);
  if (!bytes) return nothing;
  const { default: ignore } = await import('ignore');
  const rules = ignore().add(new TextDecoder('utf-8').decode(bytes));
  const root = folder.uri.path.replace(/\/?$/, '/');
  return ({ path }) => path.startsWith(root) && rules.ignores(path.slice(root.length));
}
