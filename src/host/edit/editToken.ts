import { askForToken } from '../documents/askForToken';
import { nameOfToken } from '../documents/nameOfToken';
import type { DraftDesk } from './draftDesk';
import { editedToken } from './editedToken';
import { signingKeyOf, type SigningPorts } from './signingKey';

/** Opens the token at the cursor, taken apart, as a document to edit; saving it signs it again. */
export async function editToken(argument: unknown, desk: DraftDesk, ports: SigningPorts): Promise<void> {
  const found = await askForToken(argument);
  if (!found) return;
  const { text, serialization } = editedToken(found);
  const { place } = found;
  await desk.open({
    name: nameOfToken(found),
    text,
    original: { text: found.text, place },
    serialization,
    key: await signingKeyOf(found, ports),
    cursor: undefined,
  });
}
