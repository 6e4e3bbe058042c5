import * as vscode from 'vscode';
import { commandIds } from '../platform/ids';
import type { DraftSession } from './draftSession';
import { keyText } from './keyText';

/** The line above an edited token: what saving does, with which key, and the other ways out. */
export class DraftLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #sessionOf: (uri: vscode.Uri) => DraftSession | undefined;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(sessionOf: (uri: vscode.Uri) => DraftSession | undefined) {
    this.#sessionOf = sessionOf;
  }

  refresh(): void {
    this.#changed.fire();
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const session = this.#sessionOf(uri);
    if (!session) return [];
    const top = new vscode.Range(0, 0, 0, 0);
    const lens = (title: string, command: string): vscode.CodeLens =>
      new vscode.CodeLens(top, { title, command, arguments: [uri.toString()] });
    return [
      lens(`$(check) ${saveText(session)}`, commandIds.signDraft),
      lens(`$(key) ${vscode.l10n.t('Pick key…')}`, commandIds.pickDraftKey),
      lens(`$(copy) ${vscode.l10n.t('Copy new token')}`, commandIds.copyDraft),
    ];
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function saveText({ key, place }: DraftSession): string {
  const facts = {
    key: keyText(key),
    name: place ? vscode.workspace.asRelativePath(place.uri) : '',
    line: (place?.range.start.line ?? 0) + 1,
  };
  return place
    ? vscode.l10n.t('Save: sign with {key} and replace in {name}, line {line}', facts)
    : vscode.l10n.t('Save: sign with {key}', facts);
}
