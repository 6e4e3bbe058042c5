import * as vscode from 'vscode';
import { UserError } from '../platform/userError';
import type { TokenPlace } from '../documents/foundToken';
import type { EncodeSource } from './encodeSource';

interface Destination extends vscode.QuickPickItem {
  readonly run: () => Promise<void>;
}

/** Puts a new token where the user wants it: in place of what it came from, at the cursor, or on the clipboard. */
export async function deliver(token: string, source: EncodeSource): Promise<void> {
  const destinations = possibleDestinations(token, source);
  const choice = await vscode.window.showQuickPick(destinations, {
    title: vscode.l10n.t('Encode Token'),
    placeHolder: vscode.l10n.t('The token is signed. Where should it go?'),
    ignoreFocusOut: true,
  });
  await choice?.run();
}

function possibleDestinations(token: string, source: EncodeSource): readonly Destination[] {
  const { place } = source;
  const editor = vscode.window.activeTextEditor;
  return [
    ...(place
      ? [
          {
            label:
              source.from === 'token'
                ? `$(replace) ${vscode.l10n.t('Replace the Token')}`
                : `$(replace) ${vscode.l10n.t('Replace the Selection')}`,
            run: () => replace(place, token),
          },
        ]
      : []),
    ...(editor
      ? [
          {
            label: `$(insert) ${vscode.l10n.t('Insert at the Cursor')}`,
            run: () => insert(editor, token),
          },
        ]
      : []),
    {
      label: `$(copy) ${vscode.l10n.t('Copy')}`,
      run: async () => {
        await vscode.env.clipboard.writeText(token);
        vscode.window.setStatusBarMessage(vscode.l10n.t('Token copied'), 3000);
      },
    },
  ];
}

/** One edit, one undo step; refused where the document has moved on, so that nothing else is overwritten. */
async function replace({ uri, range, version }: TokenPlace, token: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, range, token);
  if (document.version !== version || !(await vscode.workspace.applyEdit(edit))) await refuse(token);
}

async function insert(editor: vscode.TextEditor, token: string): Promise<void> {
  const done = await editor.edit((edit) => edit.replace(editor.selection, token));
  if (!done) await refuse(token);
}

/** The work is not lost: what cannot be written is on the clipboard. */
async function refuse(token: string): Promise<void> {
  await vscode.env.clipboard.writeText(token);
  throw new UserError(
    vscode.l10n.t(
      'The document changed or cannot be edited, so nothing was replaced. The token is on the clipboard.',
    ),
  );
}
