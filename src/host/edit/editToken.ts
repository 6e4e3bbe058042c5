import * as vscode from 'vscode';
import { askForToken } from '../documents/askForToken';
import type { DraftDesk } from './draftDesk';
import { editedToken } from './editedToken';
import { signingKeyOf, type SigningPorts } from './signingKey';

/** Opens the token at the cursor, taken apart, as a document to edit; saving it signs it again. */
export async function editToken(argument: unknown, desk: DraftDesk, ports: SigningPorts): Promise<void> {
  const found = await askForToken(argument);
  if (!found) return;
  const { text, serialization } = editedToken(found);
  const { place } = found;
  const name = place
    ? vscode.l10n.t('Token of {name} {line}', {
        name: place.uri.path.slice(place.uri.path.lastIndexOf('/') + 1),
        line: place.range.start.line + 1,
      })
    : vscode.l10n.t('Token');
  await desk.open({
    name,
    text,
    original: { text: found.text, place },
    serialization,
    key: await signingKeyOf(found, ports),
    cursor: undefined,
  });
}
