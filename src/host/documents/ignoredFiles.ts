import * as vscode from 'vscode';

/** Whether one of the glob patterns, as VS Code reads them relative to the document's workspace folder, names a document. */
export function isIgnoredFile(document: vscode.TextDocument, globs: readonly string[]): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return globs.some((glob) => {
    const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
    return vscode.languages.match({ pattern }, document) > 0;
  });
}

/** Documents people work on: no side of a diff from a repository, no output, no page of VS Code's own. */
export function isWorkedOn({ uri, isClosed }: vscode.TextDocument): boolean {
  if (isClosed) return false;
  return worked.has(uri.scheme) || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

const worked: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-notebook-cell']);
