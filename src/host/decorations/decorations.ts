import * as vscode from 'vscode';
import { tokenAtPosition } from '../documents/documentTokens';
import { rangeOf } from '../documents/tokenText';
import { settingsSection } from '../platform/ids';
import { shownTokens } from '../surfaces/shownTokens';
import type { SurfacePorts } from '../surfaces/surfacePorts';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';
import { PartColors } from './partColors';

/** Milliseconds of rest after which a moved cursor is looked at. */
const rest = 60;
/** Tokens coloured in one editor, at most. */
const most = 200;

/** Tells the parts of tokens apart by colour: of the one under the cursor, or of all in view. */
export function registerDecorations({ indexes }: SurfacePorts): vscode.Disposable {
  const colors = new PartColors();
  const timers = new Map<vscode.TextEditor, unknown>();
  const ranges = (editor: vscode.TextEditor): readonly vscode.Range[] => {
    const { document, selection, visibleRanges } = editor;
    const settings = readSurfaceSettings(document);
    if (settings.colors === 'all')
      return visibleRanges.flatMap((lines) =>
        shownTokens(indexes, document, settings, { most, lines }).map(rangeOf),
      );
    if (settings.colors === 'off' || editor !== vscode.window.activeTextEditor) return [];
    const found = tokenAtPosition(document, selection.active);
    return found ? [found.place.range] : [];
  };
  const soon = (editor: vscode.TextEditor | undefined): void => {
    if (!editor) return;
    clearTimeout(timers.get(editor));
    timers.set(
      editor,
      setTimeout(() => {
        timers.delete(editor);
        colors.paint(editor, ranges(editor));
      }, rest),
    );
  };
  const all = (): void => vscode.window.visibleTextEditors.forEach(soon);
  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => soon(textEditor)),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => soon(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(all),
    vscode.window.onDidChangeVisibleTextEditors(all),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settingsSection)) all();
    }),
    indexes.onDidChange((document) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) soon(editor);
    }),
  );
  all();
  return vscode.Disposable.from(listeners, colors, {
    dispose: () => timers.forEach((timer) => clearTimeout(timer)),
  });
}
