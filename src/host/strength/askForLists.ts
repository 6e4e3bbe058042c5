import * as vscode from 'vscode';
import type { WordList } from '../../core/strength/words';
import { UserError } from '../platform/userError';

/** Octets of a word list of the user's own. */
const maximumSize = 64 * 1_048_576;

/**
 * Says what a check is for, and asks whether to begin: alone, or with a word list of the user's own besides. Undefined where
 * the user turned away.
 */
export async function askForLists(): Promise<readonly WordList[] | undefined> {
  const check = vscode.l10n.t('Check');
  const withList = vscode.l10n.t('Check with a Word List…');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Check only tokens that you are entitled to test.'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Well-known secrets, common passwords and words of this workspace are tried as the secret of this token, on this machine. Nothing is sent, logged or stored.',
      ),
    },
    check,
    withList,
  );
  if (choice === check) return [];
  if (choice !== withList) return undefined;
  const [uri] =
    (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Word List, One Word a Line') })) ?? [];
  return uri && [await ownList(uri)];
}

async function ownList(uri: vscode.Uri): Promise<WordList> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > maximumSize) {
    throw new UserError(vscode.l10n.t('This word list is larger than 64 MB. Choose a smaller one.'));
  }
  const words = new Uint8Array(await vscode.workspace.fs.readFile(uri));
  return { source: 'wordList', thoroughness: 'asIs', words };
}
