import * as vscode from 'vscode';
import type { SecretEncoding } from '../../core/keys/key';
import { UserError } from '../platform/userError';
import { secretEncodings } from './keyReference';
import { keepSecret } from './keepSecret';
import { addReference } from './keyReferenceEdits';
import { fileReference } from './referenceLevel';
import { keyProblemIn } from './newKey';
import type { WorkspaceKeys } from './workspaceKeys';

/** Asks for a file or a secret and adds its reference to `claimcheck.keys`. True when a key was added. */
export async function addKeyInteractively(keys: WorkspaceKeys): Promise<boolean> {
  const file = {
    label: `$(file) ${vscode.l10n.t('Key File…')}`,
    detail: vscode.l10n.t('PEM, certificate, OpenSSH, JWK, JWK Set: only its path is remembered'),
  };
  const secret = {
    label: `$(lock) ${vscode.l10n.t('Secret…')}`,
    detail: vscode.l10n.t('For HS256, HS384, HS512: kept in VS Code’s secret storage, never in settings'),
  };
  const choice = await vscode.window.showQuickPick([secret, file], {
    title: vscode.l10n.t('Add Key'),
    placeHolder: vscode.l10n.t('What kind of key?'),
  });
  if (choice === undefined) return false;
  return choice === file ? await addFile(keys) : await addSecret(keys);
}

async function addFile(keys: WorkspaceKeys): Promise<boolean> {
  if (!vscode.workspace.isTrusted) {
    throw new UserError(
      vscode.l10n.t(
        'Key files are read in trusted workspaces only. Trust this workspace, or add a secret instead.',
      ),
    );
  }
  const folder = vscode.workspace.workspaceFolders?.[0];
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Add Key'),
      openLabel: vscode.l10n.t('Add Key'),
      ...(folder ? { defaultUri: folder.uri } : {}),
    })) ?? [];
  if (!uri) return false;
  const problem = await keyProblemIn(uri);
  if (problem !== undefined) throw new UserError(problem);
  await addReference(...fileReference(uri));
  keys.refresh();
  return true;
}

async function addSecret(keys: WorkspaceKeys): Promise<boolean> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add Key (1/3)'),
    prompt: vscode.l10n.t('A name for the secret. The name is written to settings, the secret is not.'),
    value: 'my-secret',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Give it a name.') : undefined),
  });
  if (name === undefined) return false;
  const secret = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add Key (2/3)'),
    prompt: vscode.l10n.t('The secret, exactly as the issuer has it.'),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) => (value === '' ? vscode.l10n.t('An empty secret protects nothing.') : undefined),
  });
  if (secret === undefined) return false;
  const encoding = await askForEncoding(secret);
  if (encoding === undefined) return false;
  await keepSecret(keys.secrets, { name: name.trim(), text: secret, encoding });
  keys.refresh();
  return true;
}

/** How the text becomes octets; only encodings it really is in are offered. */
async function askForEncoding(secret: string): Promise<SecretEncoding | undefined> {
  const { readSecret } = await import('../../core/keys/secret');
  const details: Record<SecretEncoding, string> = {
    utf8: vscode.l10n.t(
      'The characters themselves are the secret (what PyJWT and jsonwebtoken do with a string)',
    ),
    base64: vscode.l10n.t('The text is base64 of the secret'),
    base64url: vscode.l10n.t('The text is base64url of the secret (as k of a JWK)'),
    hex: vscode.l10n.t('The text is hexadecimal digits of the secret'),
  };
  const fitting = secretEncodings.filter((encoding) => readSecret(secret, encoding) instanceof Uint8Array);
  // What reads one way only needs no question; a key pasted as text is told by its own form.
  if (fitting.length <= 1) return 'utf8';
  const choice = await vscode.window.showQuickPick(
    fitting.map((encoding) => ({ label: encoding, detail: details[encoding] })),
    {
      title: vscode.l10n.t('Add Key (3/3)'),
      placeHolder: vscode.l10n.t('How is the secret written?'),
      ignoreFocusOut: true,
    },
  );
  return fitting.find((encoding) => encoding === choice?.label);
}
