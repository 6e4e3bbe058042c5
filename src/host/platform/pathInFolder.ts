import type * as vscode from 'vscode';

/** The path of a file below its folder, with `/` between its parts. */
export function pathInFolder(uri: vscode.Uri, folder: vscode.WorkspaceFolder): string {
  // The folder of a virtual workspace may be the root, whose path ends in a slash as no other does.
  return uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
}
