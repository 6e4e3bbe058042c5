import * as vscode from 'vscode';
import { generateKey, type KeySpec } from '../../core/keys/generateKey';
import type { Key } from '../../core/keys/key';
import { keyOutputs, writeKey, writeSecret } from '../../core/keys/write/writeKey';
import { keepSecret } from '../keys/keepSecret';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { messageText } from '../platform/messageText';
import { plain } from '../platform/plain';
import { UserError } from '../platform/userError';
import { keyKinds, type KeyKind } from './keyKinds';
import { keyFileFormats, type KeyFileFormat } from './keyFileFormats';
import { saveKeyFiles } from './saveKeyFiles';

/** Asks what kind of key, of those that fit, and where it should live, makes it, and puts it there. True when a key was made. */
export async function generateKeyInteractively(
  keys: WorkspaceKeys,
  isFit: (spec: KeySpec) => boolean = () => true,
): Promise<boolean> {
  const title = vscode.l10n.t('Generate Key');
  const kind = await vscode.window.showQuickPick(
    keyKinds().filter(({ spec }) => isFit(spec)),
    {
      title,
      placeHolder: vscode.l10n.t('What kind of key?'),
      matchOnDescription: true,
    },
  );
  if (!kind) return false;
  const destination = await askForDestination(title, kind);
  if (!destination) return false;
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('A name for the key; it becomes the name of the file or of the secret.'),
    value: kind.name,
    validateInput: (value) =>
      /^[\w.-]{1,64}$/.test(value)
        ? undefined
        : vscode.l10n.t('Letters, digits, dots, dashes and underscores.'),
  });
  if (name === undefined) return false;
  const key = await made(kind);
  if (destination === 'secretStorage') await keep(keys, name, key);
  else if (!(await saveKeyFiles(name, key, destination))) return false;
  keys.refresh();
  return true;
}

async function askForDestination(
  title: string,
  kind: KeyKind,
): Promise<'secretStorage' | KeyFileFormat | undefined> {
  const stored = {
    label: `$(lock) ${vscode.l10n.t('VS Code’s secret storage')}`,
    detail: vscode.l10n.t('Stays on this machine, in no file and no setting'),
    destination: 'secretStorage' as const,
  };
  const files = keyFileFormats(kind.spec).map((format) => ({
    label: `$(file) ${format.label}`,
    detail: format.detail,
    destination: format,
  }));
  const choice = await vscode.window.showQuickPick([stored, ...files], {
    title,
    placeHolder: vscode.l10n.t('Where should it live?'),
  });
  return choice?.destination;
}

async function made(kind: KeyKind): Promise<Key> {
  const key = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: messageText(vscode.l10n.t('Making {kind}…', { kind: kind.label })),
    },
    () => generateKey(kind.spec),
  );
  if ('code' in key) {
    throw new UserError(vscode.l10n.t('This VS Code cannot make such a key. Choose another kind.'));
  }
  return key;
}

/** A secret is stored as base64url, as `k` of a JWK; any other key as its private JWK. */
async function keep(keys: WorkspaceKeys, name: string, key: Key): Promise<void> {
  const isSecret = key.material.kty === 'oct';
  const output = keyOutputs(key).includes('privateJwk') ? 'privateJwk' : 'pkcs8Pem';
  const text = isSecret ? writeSecret(key, 'base64url') : await writeKey(key, output);
  if (typeof text !== 'string') throw new UserError(vscode.l10n.t('This key cannot be stored as text.'));
  await keepSecret(keys.secrets, { name, text, encoding: isSecret ? 'base64url' : 'utf8' });
  vscode.window.setStatusBarMessage(vscode.l10n.t('Key kept as {name}', { name: plain(name) }), 5000);
}
