import * as vscode from 'vscode';
import { encodeBase64url } from '../../core/encoding/base64url';
import type { FoundToken } from '../documents/foundToken';
import { addReference, referenceTarget } from '../keys/keyReferenceEdits';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { UserError } from '../platform/userError';
import type { Fix } from './fix';

/** Carries a fix out, as far as it changes something; a choice of key changes nothing. An edit is one undo step, and refused where the document has moved on. */
export async function applyFix(fix: Fix, found: FoundToken, keys: WorkspaceKeys): Promise<void> {
  if (fix.kind === 'repair') {
    await replaceToken(found, fix.text);
  } else if (fix.kind === 'encoding') {
    await addReference({ secret: fix.name, encoding: fix.encoding }, referenceTarget());
    keys.refresh();
  } else if (fix.kind === 'store') {
    await keys.secrets.set(fix.name, encodeBase64url(fix.octets));
    await addReference({ secret: fix.name, encoding: 'base64url' }, referenceTarget());
    keys.refresh();
  }
}

async function replaceToken({ place }: FoundToken, text: string): Promise<void> {
  const refused = new UserError(
    vscode.l10n.t('The document changed or cannot be edited, so nothing was replaced.'),
  );
  if (!place) throw refused;
  const document = await vscode.workspace.openTextDocument(place.uri);
  if (document.version !== place.version) throw refused;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(place.uri, place.range, text);
  if (!(await vscode.workspace.applyEdit(edit))) throw refused;
}
