import * as vscode from 'vscode';
import type { TokenPlace } from './foundToken';

/**
 * Puts a token where one of some texts stands, the nearest to where it was last seen: one edit, one undo step. Gives the
 * new place; undefined where none of the texts is there any more, or the document cannot be edited.
 */
export async function swapToken(
  place: TokenPlace,
  olds: readonly string[],
  token: string,
): Promise<TokenPlace | undefined> {
  const document = await loadedDocument(place.uri);
  if (!document) return undefined;
  const range = nearest(document, document.offsetAt(place.range.start), olds);
  if (!range) return undefined;
  if (document.getText(range) !== token) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, token);
    if (!(await vscode.workspace.applyEdit(edit))) return undefined;
  }
  const start = document.offsetAt(range.start);
  return {
    uri: document.uri,
    range: new vscode.Range(range.start, document.positionAt(start + token.length)),
    version: document.version,
  };
}

async function loadedDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // It was moved, deleted, or never saved: there is nothing to replace.
    return undefined;
  }
}

function nearest(
  document: vscode.TextDocument,
  offset: number,
  olds: readonly string[],
): vscode.Range | undefined {
  const text = document.getText();
  let best: { readonly start: number; readonly length: number } | undefined;
  for (const old of olds) {
    if (old === '') continue;
    for (const start of [text.lastIndexOf(old, offset), text.indexOf(old, offset)])
      if (start >= 0 && (!best || Math.abs(start - offset) < Math.abs(best.start - offset)))
        best = { start, length: old.length };
  }
  return (
    best && new vscode.Range(document.positionAt(best.start), document.positionAt(best.start + best.length))
  );
}
