import * as vscode from 'vscode';
import { signatureAlgorithm } from '../../core/jose/algorithms';
import { headerText, joseHeaders } from '../../core/jose/headers';
import type { KnownKey } from '../../core/keys/key';
import { keyWish } from '../../core/keys/keyWish';
import type { FoundToken } from '../documents/foundToken';
import { pickKey, type KeyPurpose } from '../keys/pickKey';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { readSettings } from '../platform/settings';
import { refreshRemote } from '../remoteKeys/refreshRemote';
import type { RemoteKeys } from '../remoteKeys/remoteKeys';
import { inspectText } from './inspectText';
import type { Verifier } from './verifier';

export interface PickOptions {
  /** Sets that are brought up to date before, where the user allowed their hosts: picking a key is asking for it. */
  readonly remote?: RemoteKeys;
  /** Laid over the usual words. */
  readonly purpose?: Partial<KeyPurpose>;
}

/** The key chooser for a token: fitting keys first, in the order they would be tried. */
export async function pickVerificationKey(
  keys: WorkspaceKeys,
  verifier: Verifier,
  found: FoundToken,
  { remote, purpose }: PickOptions = {},
): Promise<KnownKey | undefined> {
  const { token } = inspectText(found.text, readSettings(found.place?.uri), verifier.moment());
  const alg = headerText(joseHeaders(token), 'alg');
  const { rankKeys } = await import('../../core/keys/rankKeys');
  const algorithm = signatureAlgorithm(alg);
  if (remote) await refreshRemote(keys, remote, token);
  const known = (await keys.inventory()).keys;
  const ranked = algorithm ? await rankKeys(keyWish(joseHeaders(token), algorithm, 'verify'), known) : [];
  return await pickKey(keys, {
    title: vscode.l10n.t('Verify Token'),
    placeHolder: vscode.l10n.t('Which key should have signed it?'),
    algorithm,
    signing: false,
    fitting: ranked.map((one) => one.known.id),
    ...purpose,
  });
}
