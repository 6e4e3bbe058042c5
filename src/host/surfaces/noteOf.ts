import type * as vscode from 'vscode';
import { visible } from '../../core/present/escape';
import { timeNote, tokenNote } from '../../core/present/noteText';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';
import { inspectText } from '../verify/inspectText';

/** The note of the token that stands in a range, for lenses; `moment` in seconds since the epoch. */
export function noteOf(document: vscode.TextDocument, range: vscode.Range, moment: number): string {
  return noteOfText(document.getText(range), moment, document);
}

/** The note of a token. */
export function noteOfText(text: string, moment: number, scope?: vscode.TextDocument): string {
  const settings = readSettings(scope);
  const { inspection } = inspectText(text, settings, moment);
  // On one line, and nothing hidden in it; a `$(…)` would be an icon.
  return visible(tokenNote(inspection, words(settings))).replaceAll('$', '');
}

/** When it ends or begins; undefined where that is not known. */
export function timeNoteOf(
  document: vscode.TextDocument,
  range: vscode.Range,
  moment: number,
): string | undefined {
  const settings = readSettings(document);
  return timeNote(inspectText(document.getText(range), settings, moment).inspection, words(settings));
}
