import * as vscode from 'vscode';
import type { TokenPlace } from '../documents/foundToken';
import { swapToken } from '../documents/swapToken';
import { originName } from '../keys/keyLabel';
import { plain } from '../platform/plain';
import { messageText } from '../platform/messageText';
import type { DraftSession } from './draftSession';

/** Puts a token that was made where it belongs: in place of the one it was made of, else where the user says. True when it is there. */
export async function deliverDraft(token: string, session: DraftSession): Promise<boolean> {
  if (!session.place) return await askWhere(token, session);
  const place = await swapToken(session.place, session.tokens, token);
  if (place) {
    session.delivered(token, place);
    const name = vscode.workspace.asRelativePath(place.uri);
    const line = place.range.start.line + 1;
    tell(
      session.key
        ? vscode.l10n.t('Signed with {key}, put into {name}, line {line}', {
            key: originName(session.key.origin),
            name,
            line,
          })
        : vscode.l10n.t('Put into {name}, line {line}', { name, line }),
    );
    return true;
  }
  const copy = vscode.l10n.t('Copy the New Token');
  const name = vscode.workspace.asRelativePath(session.place.uri);
  const answer = await vscode.window.showWarningMessage(
    messageText(
      vscode.l10n.t('{name} does not hold the old token any more, so nothing was replaced.', { name }),
    ),
    copy,
  );
  if (answer !== copy) return false;
  await copyToken(token);
  return true;
}

/** A new token has no place yet. */
async function askWhere(token: string, session: DraftSession): Promise<boolean> {
  const { cursor } = session;
  const insert = cursor && {
    label: `$(insert) ${plain(vscode.l10n.t('Insert into {name}', { name: vscode.workspace.asRelativePath(cursor.uri) }))}`,
    run: () => insertAt(token, cursor, session),
  };
  const copy = { label: `$(copy) ${vscode.l10n.t('Copy')}`, run: () => copyToken(token) };
  const choice = await vscode.window.showQuickPick([...(insert ? [insert] : []), copy], {
    title: vscode.l10n.t('Encode Token'),
    placeHolder: vscode.l10n.t('The token is made. Where should it go?'),
    ignoreFocusOut: true,
  });
  return (await choice?.run()) ?? false;
}

async function insertAt(token: string, { uri, range }: TokenPlace, session: DraftSession): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.validatePosition(range.start);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, position, token);
  if (!(await vscode.workspace.applyEdit(edit))) return await copyToken(token);
  const end = document.positionAt(document.offsetAt(position) + token.length);
  session.delivered(token, { uri, range: new vscode.Range(position, end), version: document.version });
  return true;
}

export async function copyToken(token: string): Promise<boolean> {
  await vscode.env.clipboard.writeText(token);
  tell(vscode.l10n.t('Token copied'));
  return true;
}

function tell(message: string): void {
  vscode.window.setStatusBarMessage(plain(message), 5000);
}
