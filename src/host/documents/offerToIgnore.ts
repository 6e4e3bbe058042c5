import * as vscode from 'vscode';
import { ignoreLine } from '../../core/editor/ignoreLine';
import { utf8Bytes } from '../../core/encoding/bytes';
import { messageText } from '../platform/messageText';
import { readFileIfThere, writeFile } from '../platform/refusals';

/**
 * Asks whether a file that holds a secret is to be kept out of version control, and writes its line into the `.gitignore`
 * of its workspace folder. `path` is relative to the folder. True where it was done.
 */
export async function offerToIgnore(
  folder: vscode.WorkspaceFolder,
  path: string,
  question: string,
): Promise<boolean> {
  const add = vscode.l10n.t('Add to .gitignore');
  const answer = await vscode.window.showInformationMessage(
    messageText(question),
    add,
    vscode.l10n.t('Not Now'),
  );
  if (answer !== add) return false;
  const ignore = vscode.Uri.joinPath(folder.uri, '.gitignore');
  const current = new TextDecoder().decode(await readFileIfThere(ignore));
  const lines = current === '' || current.endsWith('\n') ? current : `${current}\n`;
  await writeFile(ignore, utf8Bytes(`${lines}${ignoreLine(path)}\n`));
  return true;
}
