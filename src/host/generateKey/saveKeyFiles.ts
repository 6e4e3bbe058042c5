import * as vscode from 'vscode';
import { utf8Bytes } from '../../core/encoding/bytes';
import type { Key } from '../../core/keys/key';
import { writeKey, type KeyOutput } from '../../core/keys/write/writeKey';
import { offerToIgnore } from '../documents/offerToIgnore';
import { addReference } from '../keys/keyReferenceEdits';
import { fileReference } from '../keys/referenceLevel';
import { pathInFolder } from '../platform/pathInFolder';
import { writeFile } from '../platform/refusals';
import { UserError } from '../platform/userError';
import type { KeyFileFormat } from './keyFileFormats';

/** Writes both halves into a folder of the user's choice, never over a file that is there. False where the user turned away. */
export async function saveKeyFiles(name: string, key: Key, format: KeyFileFormat): Promise<boolean> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const [directory] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Folder for the Key Files'),
      openLabel: vscode.l10n.t('Save Here'),
      canSelectFiles: false,
      canSelectFolders: true,
      ...(folder ? { defaultUri: folder.uri } : {}),
    })) ?? [];
  if (!directory) return false;
  const halves = [format.private, ...(format.public ? [format.public] : [])].map((half) => ({
    output: half.output,
    uri: vscode.Uri.joinPath(directory, name + half.ending),
  }));
  for (const { uri } of halves) await refuseExisting(uri);
  await writeAll(await Promise.all(halves.map(async ({ uri, output }) => [uri, await textOf(key, output)])));
  const [privateHalf] = halves;
  if (privateHalf) await keepOut(privateHalf.uri);
  return true;
}

/** All or none: half a pair, or half a file on a full disk, is of no use, and a private key nobody was told of is worse. */
async function writeAll(files: readonly (readonly [vscode.Uri, string])[]): Promise<void> {
  const begun: vscode.Uri[] = [];
  try {
    for (const [uri, text] of files) {
      begun.push(uri);
      await writeFile(uri, utf8Bytes(text));
    }
  } catch (error) {
    for (const uri of begun) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    throw error;
  }
}

async function textOf(key: Key, output: KeyOutput): Promise<string> {
  const text = await writeKey(key, output);
  if (typeof text !== 'string')
    throw new UserError(vscode.l10n.t('This key cannot be written in that format.'));
  return text.endsWith('\n') ? text : `${text}\n`;
}

async function refuseExisting(uri: vscode.Uri): Promise<void> {
  const exists = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  const path = vscode.workspace.asRelativePath(uri);
  throw new UserError(
    vscode.l10n.t('{path} is there already, and nothing was written. Choose another name.', { path }),
  );
}

/** A private key in a repository is soon a public one. */
async function keepOut(uri: vscode.Uri): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return;
  const path = pathInFolder(uri, folder);
  const question = vscode.l10n.t('{path} holds a private key. Keep it out of version control?', { path });
  if (!(await offerToIgnore(folder, path, question))) return;
  // Ignored files are not looked for any more; one that is named is read all the same.
  await addReference(...fileReference(uri));
}
