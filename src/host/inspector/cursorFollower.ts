import * as vscode from 'vscode';
import { tokenAtPosition } from '../documents/documentTokens';
import type { PlacedToken } from '../documents/foundToken';

/** Milliseconds of rest after which a moved cursor is looked at. */
const rest = 150;

/** Tells of the token the cursor comes to rest on, in whichever editor; of no token it tells nothing. */
export function followCursor(onToken: (found: PlacedToken) => void): vscode.Disposable {
  let timer: unknown;
  const look = (): void => {
    const editor = vscode.window.activeTextEditor;
    const found = editor && tokenAtPosition(editor.document, editor.selection.active);
    if (found) onToken(found);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, rest);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) soon();
    }),
    vscode.window.onDidChangeActiveTextEditor(soon),
    { dispose: () => clearTimeout(timer) },
  );
}
