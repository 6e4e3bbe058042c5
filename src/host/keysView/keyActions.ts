import * as vscode from 'vscode';
import type { KnownKey } from '../../core/keys/key';
import { keyOutputs, writeKey, type KeyOutput } from '../../core/keys/write/writeKey';
import { originName } from '../keys/keyLabel';
import { plain } from '../platform/plain';
import { excludeFile } from '../keys/excludeFile';
import { removeReference, setReferencedKid } from '../keys/keyReferenceEdits';
import { unlock } from '../keys/unlock';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { UserError } from '../platform/userError';

/** What each text is called; functions, so that each is a literal to translate. */
const outputTitles: Readonly<Record<KeyOutput, () => string>> = {
  publicJwk: () => vscode.l10n.t('Public JWK'),
  publicJwkSet: () => vscode.l10n.t('Public JWK Set'),
  spkiPem: () => vscode.l10n.t('Public PEM'),
  opensshPublic: () => vscode.l10n.t('OpenSSH public line'),
  privateJwk: () => vscode.l10n.t('Private JWK'),
  pkcs8Pem: () => vscode.l10n.t('Private PEM (PKCS#8)'),
  opensshPrivate: () => vscode.l10n.t('OpenSSH private key'),
};

const privateOutputs: ReadonlySet<KeyOutput> = new Set(['privateJwk', 'pkcs8Pem', 'opensshPrivate']);

/** Puts a key on the clipboard in a format of the user's choice; what is private is asked for once more. */
export async function copyKey(keys: WorkspaceKeys, node: unknown): Promise<void> {
  const known = await keyOf(keys, node);
  const choice = await vscode.window.showQuickPick(
    keyOutputs(known.key).map((output) => ({
      label: outputTitles[output](),
      ...(privateOutputs.has(output) ? { description: vscode.l10n.t('private: handle with care') } : {}),
      output,
    })),
    { placeHolder: vscode.l10n.t('Copy {name} as…', { name: plain(originName(known.origin)) }) },
  );
  if (!choice) return;
  if (privateOutputs.has(choice.output) && !(await confirmPrivate())) return;
  const text = await writeKey(known.key, choice.output);
  if (typeof text !== 'string')
    throw new UserError(vscode.l10n.t('This key cannot be written in that format.'));
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Key copied'), 3000);
}

async function confirmPrivate(): Promise<boolean> {
  const copy = vscode.l10n.t('Copy');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('This puts a private key or secret on the clipboard, where every program can read it.'),
    { modal: true },
    copy,
  );
  return answer === copy;
}

/** Opens the file a key or a trouble is from, at its line. */
export async function revealKey(keys: WorkspaceKeys, node: unknown): Promise<void> {
  const trouble = (node as { trouble?: { uri?: vscode.Uri } } | undefined)?.trouble;
  const origin = trouble ? undefined : (await keyOf(keys, node)).origin;
  const uri = trouble?.uri ?? (origin && 'uri' in origin ? vscode.Uri.parse(origin.uri) : undefined);
  if (!uri) throw new UserError(vscode.l10n.t('This key is in no file.'));
  const line = origin && 'line' in origin ? (origin.line ?? 1) - 1 : 0;
  // `vscode.open` shows binary files too, or says why it cannot.
  await vscode.commands.executeCommand('vscode.open', uri, { selection: new vscode.Range(line, 0, line, 0) });
}

/** Writes the key id that tokens name a key by into its reference; the key's file stays as it is. */
export async function setKeyId(keys: WorkspaceKeys, node: unknown): Promise<void> {
  const known = await keyOf(keys, node);
  const kid = await vscode.window.showInputBox({
    title: vscode.l10n.t('Key id of {name}', { name: plain(originName(known.origin)) }),
    prompt: vscode.l10n.t(
      'Tokens whose header has this “kid” are verified with this key first. Empty: none.',
    ),
    value: known.key.labels.kid ?? '',
  });
  if (kid === undefined) return;
  await setReferencedKid(known.origin, kid.trim());
  keys.refresh();
}

/** Takes a key out of use: its reference, its stored secret, or the file by an exclusion. Never deletes a file. */
export async function removeKey(keys: WorkspaceKeys, node: unknown): Promise<void> {
  const { origin } = await keyOf(keys, node);
  const isForgotten = keys.forget(origin);
  const removed = (await removeReference(origin)) || isForgotten;
  if (origin.from === 'secretStorage') await keys.secrets.forget(origin.name);
  else if (!removed && origin.from === 'file') await excludeFile(vscode.Uri.parse(origin.uri));
  else if (!removed)
    throw new UserError(
      vscode.l10n.t('Remove this key where it stands: {place}.', { place: originName(origin) }),
    );
  keys.refresh();
}

/** Asks for the passphrase of a locked key file. */
export async function unlockKey(keys: WorkspaceKeys, node: unknown): Promise<void> {
  const uri = (node as { trouble?: { uri?: vscode.Uri } } | undefined)?.trouble?.uri;
  if (uri) await unlock(keys, uri);
}

/** The key of a view's node, by its id: nodes may be stale, and other extensions may call our commands with anything. */
async function keyOf(keys: WorkspaceKeys, node: unknown): Promise<KnownKey> {
  const id = (node as { summary?: { id?: unknown } } | undefined)?.summary?.id;
  const known = typeof id === 'string' ? await keys.key(id) : undefined;
  if (!known) throw new UserError(vscode.l10n.t('Choose a key in the Keys view of the Explorer.'));
  return known;
}
