import * as vscode from 'vscode';
import { encodeBase64url } from '../../core/encoding/base64url';
import type { SecretEncoding } from '../../core/keys/key';
import { parseToken } from '../../core/jose/parseToken';
import type { FoundToken } from '../documents/foundToken';
import { replaceToken } from '../documents/replaceToken';
import { namedReferences } from '../keys/namedReferences';
import { keepSecret } from '../keys/keepSecret';
import { setReferencedEncoding } from '../keys/keyReferenceEdits';
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
      await untilRead(fix.name, fix.encoding);
      break;
    case 'store':
      await keep(fix, keys);
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

/** Keeps a secret: in place of the stored one it was made from, else under a name of its own. */
async function keep(
  fix: Extract<Fix, { readonly kind: 'store' }>,
  { secrets }: WorkspaceKeys,
): Promise<void> {
  const text = encodeBase64url(fix.octets);
  const name = fix.isNew ? await freeName(fix.name, text, secrets) : fix.name;
  await keepSecret(secrets, { name, text, encoding: 'base64url' });
  await untilRead(name, 'base64url');
}

/** The name, or the name with the first number that no other secret has. */
async function freeName(name: string, text: string, secrets: WorkspaceKeys['secrets']): Promise<string> {
  for (let number = 2, free = name; ; number++) {
    const stored = await secrets.get(free);
    if (stored === undefined || stored === text) return free;
    free = `${name} ${number}`;
  }
}

/** Milliseconds between two looks at the settings, and looks at most. */
const betweenLooks = 25;
const mostLooks = 100;

/** Waits until a written reference is read back: VS Code may tell of a change a moment after it was made. */
async function untilRead(secret: string, encoding: SecretEncoding): Promise<void> {
  for (let look = 0; look < mostLooks; look++) {
    const references = namedReferences().flatMap((one) => one.references);
    if (references.some((one) => one.kind === 'secret' && one.secret === secret && one.encoding === encoding))
      return;
    await new Promise<void>((resolve) => {
      setTimeout(() => resolve(), betweenLooks);
    });
  }
}
