import * as vscode from 'vscode';
import { tokenAtPosition } from './documentTokens';

const contextKey = 'claimcheck.tokenUnderCursor';

/** Milliseconds between two looks at a cursor that keeps moving; one that rested is looked at at once, as the menu may open next. */
const rest = 150;

/** Keeps the context key that shows our menu only where there is a token. */
export function registerTokenUnderCursor(): vscode.Disposable {
  let timer: unknown;
  let known: boolean | undefined;
  const look = (): void => {
    timer = undefined;
    const editor = vscode.window.activeTextEditor;
    const isToken =
      editor !== undefined && tokenAtPosition(editor.document, editor.selection.active) !== undefined;
    if (isToken === known) return;
    known = isToken;
    void vscode.commands.executeCommand('setContext', contextKey, isToken);
  };
  const soon = (): void => {
    if (timer === undefined) look();
    clearTimeout(timer);
    timer = setTimeout(look, rest);
  };
  timer = setTimeout(look, rest);
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(soon),
    vscode.window.onDidChangeActiveTextEditor(soon),
    { dispose: () => clearTimeout(timer) },
  );
}
