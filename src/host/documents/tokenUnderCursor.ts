import * as vscode from 'vscode';
import { tokenAtPosition } from './documentTokens';

const contextKey = 'claimcheck.tokenUnderCursor';

/** Milliseconds of rest after which a moved cursor is looked at. */
const rest = 150;

/** Keeps the context key that shows our menu only where there is a token. */
export function registerTokenUnderCursor(): vscode.Disposable {
  let timer: unknown;
  let known: boolean | undefined;
  const look = (): void => {
    const editor = vscode.window.activeTextEditor;
    const isToken =
      editor !== undefined && tokenAtPosition(editor.document, editor.selection.active) !== undefined;
    if (isToken === known) return;
    known = isToken;
    void vscode.commands.executeCommand('setContext', contextKey, isToken);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, rest);
  };
  soon();
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(soon),
    vscode.window.onDidChangeActiveTextEditor(soon),
    { dispose: () => clearTimeout(timer) },
  );
}
