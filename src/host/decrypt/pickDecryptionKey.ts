import * as vscode from 'vscode';
import { keyManagementAlgorithms } from '../../core/jose/encryptionAlgorithms';
import { headerText, joseHeaders } from '../../core/jose/headers';
import type { JweToken } from '../../core/jose/token';
import type { KnownKey } from '../../core/keys/key';
import { rankDecryptionKeys } from '../../core/keys/rankDecryptionKeys';
import { pickKey } from '../keys/pickKey';
import type { WorkspaceKeys } from '../keys/workspaceKeys';

/** The key chooser for an encrypted token: private keys and secrets, those that fit first in the order they would be tried. */
export async function pickDecryptionKey(keys: WorkspaceKeys, token: JweToken): Promise<KnownKey | undefined> {
  const ranked = await rankDecryptionKeys(token, (await keys.inventory()).keys);
  return await pickKey(keys, {
    title: vscode.l10n.t('Decrypt Token'),
    placeHolder: vscode.l10n.t('Which private key or secret opens it?'),
    algorithm: keyManagementAlgorithms.get(headerText(joseHeaders(token), 'alg') ?? ''),
    signing: true,
    fitting: ranked.map((one) => one.known.id),
  });
}
