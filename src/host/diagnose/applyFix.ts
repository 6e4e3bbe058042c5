import * as vscode from 'vscode';
import { encodeBase64url } from '../../core/encoding/base64url';
import { parseToken } from '../../core/jose/parseToken';
import type { FoundToken } from '../documents/foundToken';
import { addReference, referenceTarget, setReferencedEncoding } from '../keys/keyReferenceEdits';
import type { RememberedPicks } from '../keys/rememberedPicks';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { UserError } from '../platform/userError';
import type { Fix } from './fix';
import { keyOfDiagnosis } from './why';

/** What a fix may touch. */
export interface FixPorts {
  readonly keys: WorkspaceKeys;
  readonly picks: Pick<RememberedPicks, 'remember'>;
}

/**
 * Carries a fix out. An edit is one undo step, and refused where the document has moved on; secrets go to secret storage
 * and nowhere else.
 * @throws UserError where it cannot be done any more
 */
export async function applyFix(fix: Fix, found: FoundToken, { keys, picks }: FixPorts): Promise<void> {
  switch (fix.kind) {
    case 'repair':
      await replaceToken(found, fix.text);
      return;
    case 'copy':
      await vscode.env.clipboard.writeText(fix.text);
      return;
    case 'encoding':
      await setReferencedEncoding(fix.name, fix.encoding);
      break;
    case 'store':
      await keys.secrets.set(fix.name, encodeBase64url(fix.octets));
      await addReference({ secret: fix.name, encoding: 'base64url' }, referenceTarget());
      break;
    case 'useKey': {
      const known = await keyOfDiagnosis(keys, found, fix.id);
      if (!known) throw new UserError(vscode.l10n.t('That key is gone by now.'));
      await picks.remember(parseToken(found.text), known.id);
    }
  }
  // Whoever shows an answer asks anew.
  keys.refresh();
}

async function replaceToken({ place, text: before }: FoundToken, text: string): Promise<void> {
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
