import * as vscode from 'vscode';
import { isIgnoredFile } from '../documents/ignoredFiles';
import { openDocument } from '../documents/openDocument';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';
import { ToolProblem } from './toolProblem';

/** Octets of a file that is opened for a model, at most. */
const largest = 5_000_000;

/**
 * The document a model asks about: one of the workspace, or what the user has in front of them and never saved.
 * @throws ToolProblem
 */
export async function toolDocument(file: string | undefined): Promise<vscode.TextDocument> {
  const document = file === undefined ? activeDocument() : await documentOf(file);
  if (isIgnoredFile(document, readSurfaceSettings(document).ignore))
    throw new ToolProblem(
      'The user excluded this file with the setting “claimcheck.ignore”. Leave it alone.',
    );
  return document;
}

function activeDocument(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) throw new ToolProblem('No text editor is active. Send “file” and “line”.');
  if (!document.isUntitled && !isInside(document.uri))
    throw new ToolProblem(
      'The active editor shows a file that is not in the workspace. Send “file” and “line”.',
    );
  return document;
}

async function documentOf(file: string): Promise<vscode.TextDocument> {
  const candidates = addresses(file).filter(isInside);
  if (candidates.length === 0)
    throw new ToolProblem('That file is not in the workspace. Send a path relative to the workspace.');
  for (const uri of candidates) {
    const open = openDocument(uri);
    if (open) return open;
    const found = await opened(uri);
    if (found) return found;
  }
  throw new ToolProblem('There is no such file in the workspace. Send a path relative to the workspace.');
}

function isInside(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

/** What a path or URI may mean; without `..`, so that none leads out of a folder it seems to lie in. */
function addresses(file: string): readonly vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(file)) {
    try {
      const uri = vscode.Uri.parse(file, true).with({ query: '', fragment: '' });
      return [vscode.Uri.joinPath(uri, '.')];
    } catch {
      return [];
    }
  }
  const isAbsolute = /^(?:[\\/]|[a-z]:[\\/])/i.test(file);
  return folders.flatMap(({ uri, name }) => {
    if (isAbsolute) {
      const path = vscode.Uri.file(file).path;
      return [vscode.Uri.joinPath(uri.with({ path: '/' }), path)];
    }
    // With several folders VS Code writes the folder's name before the path.
    const behindName = file.startsWith(`${name}/`) ? [file.slice(name.length + 1)] : [];
    return [file, ...behindName].map((path) => vscode.Uri.joinPath(uri, path));
  });
}

/** Opens a file; undefined where there is none. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const stat = await vscode.workspace.fs.stat(uri).then(
    (found) => found,
    () => undefined,
  );
  // Reading a directory, FIFO or device may never end.
  if (!stat || (stat.type & vscode.FileType.File) === 0) return undefined;
  // It may lead anywhere; a repository can bring one along.
  if ((stat.type & vscode.FileType.SymbolicLink) !== 0)
    throw new ToolProblem('That file is a symbolic link. Send the path of the file it leads to.');
  if (stat.size > largest)
    throw new ToolProblem('That file is larger than 5 MB, and is not opened for this.');
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    throw new ToolProblem('That file cannot be opened as text.');
  }
}
