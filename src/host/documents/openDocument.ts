import * as vscode from 'vscode';

/** The document of that address, if it is open. */
export function openDocument(uri: vscode.Uri | undefined): vscode.TextDocument | undefined {
  const address = uri?.toString();
  return address === undefined
    ? undefined
    : vscode.workspace.textDocuments.find((one) => one.uri.toString() === address);
}
