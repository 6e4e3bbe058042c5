import * as vscode from 'vscode';
import { UserError } from '../platform/userError';
import type { TokenPlace } from './foundToken';

/** Puts a text in place of a token: one edit, one undo step; refused where the document has moved on. */
export async function replaceTokenAt({ uri, range, version }: TokenPlace, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, range, text);
  if (document.version === version && (await vscode.workspace.applyEdit(edit))) return;
  throw new UserError(vscode.l10n.t('The document changed or cannot be edited, so nothing was replaced.'));
}
