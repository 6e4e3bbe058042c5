import * as vscode from 'vscode';

/** The file a reference names: below its folder, or the very URI a person chose. Undefined for what is no URI after all. */
export function fileUri(file: string, folder: vscode.WorkspaceFolder | undefined): vscode.Uri | undefined {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return folder && vscode.Uri.joinPath(folder.uri, file);
  try {
    return vscode.Uri.parse(file, true);
  } catch {
    return undefined;
  }
}
