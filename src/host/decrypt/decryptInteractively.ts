import * as vscode from 'vscode';
import { keyManagementAlgorithms } from '../../core/jose/encryptionAlgorithms';
import { headerText, joseHeaders } from '../../core/jose/headers';
import { parseToken } from '../../core/jose/parseToken';
import type { JweToken } from '../../core/jose/token';
import { undecryptedText } from '../../core/present/decryptionWording';
import { askForToken } from '../documents/askForToken';
import type { FoundToken } from '../documents/foundToken';
import type { VirtualTexts } from '../documents/virtualTexts';
import { describeToken } from '../platform/log';
import { messageText } from '../platform/messageText';
import { readSettings } from '../platform/settings';
import { UserError } from '../platform/userError';
import { words } from '../platform/words';
import { showText } from '../text/showText';
import type { TwinPorts } from '../text/tokenTwin';
import { decryptorOf, type Decrypted, type DecryptOptions } from './decryptor';
import { pickDecryptionKey } from './pickDecryptionKey';

/** Decrypts the token at the cursor with the keys known, or with one that is picked or typed, and shows what it holds. */
export async function decryptInteractively(
  argument: unknown,
  texts: VirtualTexts,
  ports: TwinPorts,
): Promise<void> {
  const found = await askForToken(argument);
  if (!found) return;
  const token = parseToken(found.text);
  if (token.kind !== 'jwe')
    throw new UserError(
      vscode.l10n.t('This token is not encrypted: its content can be read by anyone. Inspect it instead.'),
    );
  const decrypted = await tryKeys(token, found, ports);
  if (!decrypted) return;
  ports.log.info(`decrypted: ${describeToken(token)}: ${decrypted.answer.status}`);
  if (decrypted.answer.status === 'failed') {
    const reason = undecryptedText(decrypted.answer.reason, words(readSettings(found.place?.uri)));
    throw new UserError(vscode.l10n.t('The token was not decrypted: {reason}.', { reason }));
  }
  await showText(found, texts, ports, decrypted);
}

/** What came of it; undefined where the user turned away. */
async function tryKeys(token: JweToken, found: FoundToken, ports: TwinPorts): Promise<Decrypted | undefined> {
  const { place } = found;
  const known = await withConsent(token, { place }, ports);
  if (known?.answer.status !== 'failed' || !isKeyMissing(known)) return known;
  const typed = await askForKey(token, ports);
  return typed && (await withConsent(token, { ...typed, place }, ports));
}

/** Whether another key could help. */
function isKeyMissing({ answer }: Decrypted): boolean {
  return (
    answer.status === 'failed' &&
    ['noKeys', 'noFittingKey', 'workspaceNotTrusted', 'notDecryptable', 'keyUnusable', 'stopped'].includes(
      answer.reason.code,
    )
  );
}

/** Decrypts; where a password asks for more work than usual, only after the user agreed. */
async function withConsent(
  token: JweToken,
  options: DecryptOptions,
  ports: TwinPorts,
): Promise<Decrypted | undefined> {
  const decryptor = decryptorOf(ports);
  const first = await decryptor.decrypt(token, options);
  if (first.answer.status !== 'failed' || first.answer.reason.code !== 'needsConsent') return first;
  const { iterations, limit } = first.answer.reason;
  const go = vscode.l10n.t('Decrypt Anyway');
  const answer = await vscode.window.showWarningMessage(
    messageText(vscode.l10n.t('Opening this token takes {iterations} rounds of hashing.', { iterations })),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Up to {limit} are done without asking. A hostile token may ask for any number, to keep this machine busy.',
        { limit },
      ),
    },
    go,
  );
  if (answer !== go) return undefined;
  return await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Decrypting…') },
    async () => await decryptor.decrypt(token, { ...options, pbes2Limit: iterations }),
  );
}

/** A password for a token that was encrypted with one; else a key out of those known, or a new one. */
async function askForKey(token: JweToken, { keys }: TwinPorts): Promise<DecryptOptions | undefined> {
  const algorithm = keyManagementAlgorithms.get(headerText(joseHeaders(token), 'alg') ?? '');
  if (algorithm?.family === 'pbes2') {
    const password = await vscode.window.showInputBox({
      title: vscode.l10n.t('Decrypt Token'),
      prompt: vscode.l10n.t('The password that the token was encrypted with. It is not kept.'),
      password: true,
      ignoreFocusOut: true,
    });
    return password === undefined ? undefined : { password };
  }
  const picked = await pickDecryptionKey(keys, token);
  return picked && { picked };
}
