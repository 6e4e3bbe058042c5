import * as vscode from 'vscode';
import { commandIds } from '../platform/ids';
import { draftScheme } from './draftScheme';
import type { DraftSession } from './draftSession';
import { keyText } from './keyText';

/** In the status bar, while a token is edited: the key that signs it; a click chooses another. */
export class DraftStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem(
    'claimcheck.draftKey',
    vscode.StatusBarAlignment.Right,
    100,
  );
  readonly #sessionOf: (uri: vscode.Uri) => DraftSession | undefined;
  readonly #listener: vscode.Disposable;

  constructor(sessionOf: (uri: vscode.Uri) => DraftSession | undefined) {
    this.#sessionOf = sessionOf;
    this.#item.name = vscode.l10n.t('Key of the Edited Token');
    this.#item.command = commandIds.pickDraftKey;
    this.#listener = vscode.window.onDidChangeActiveTextEditor(() => this.refresh());
  }

  refresh(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const session = uri?.scheme === draftScheme ? this.#sessionOf(uri) : undefined;
    if (!session) {
      this.#item.hide();
      return;
    }
    this.#item.text = `$(key) ${keyText(session.key)}`;
    this.#item.tooltip = vscode.l10n.t('Signs the edited token. Click to pick another key.');
    this.#item.show();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }
}
