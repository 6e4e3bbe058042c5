import * as vscode from 'vscode';
import type { WordList } from '../../core/strength/words';

/** The lists that ship with the extension, as files of one word a line. What is tried first stands first. */
export async function shippedLists(extensionUri: vscode.Uri): Promise<readonly WordList[]> {
  const read = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(
      await vscode.workspace.fs.readFile(
        vscode.Uri.joinPath(extensionUri, 'dist', 'wordLists', `${name}.txt`),
      ),
    );
  return [
    { source: 'knownSecrets', thoroughness: 'thorough', words: await read('knownSecrets') },
    { source: 'commonPasswords', thoroughness: 'usual', words: await read('commonPasswords') },
  ];
}
