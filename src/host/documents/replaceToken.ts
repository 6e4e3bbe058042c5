import * as vscode from 'vscode';
import { UserError } from '../platform/userError';
import type { FoundToken } from './foundToken';

/**
 * Puts a text in place of a token: one edit, one undo step.
 * @throws UserError where the token no longer stands where it was found, or its document cannot be edited
 */
export async function replaceToken({ place, text: before }: FoundToken, text: string): Promise<void> {
  const refused = new UserError(
    vscode.l10n.t('The document changed or cannot be edited, so nothing was replaced.'),
  );
  if (!place) throw refused;
  const document = await vscode.workspace.openTextDocument(place.uri);
  // Elsewhere the document may have changed: what counts is that the token stands where it stood.
  if (document.getText(place.range) !== before) throw refused;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(place.uri, place.range, text);
  if (!(await vscode.workspace.applyEdit(edit))) throw refused;
}
