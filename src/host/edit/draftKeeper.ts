import * as vscode from 'vscode';
import { draftScheme } from './draftScheme';

/** Milliseconds of rest after which what was typed is kept. VS Code writes unsaved text to disk after a whole second of rest. */
const rest = 300;

/**
 * Keeps what is typed in memory before VS Code makes a backup of it on disk, as it does of every document that is not
 * saved; and tells when the user saves, which means more.
 */
export class DraftKeeper implements vscode.Disposable {
  readonly #timers = new Map<string, unknown>();
  readonly #keeping = new Set<string>();
  readonly #wanted = new Set<string>();
  readonly #listeners: vscode.Disposable;

  /** `onSave` is told of documents that the user saved. */
  constructor(onSave: (document: vscode.TextDocument) => void) {
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.keepSoon(document)),
      vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
        const address = document.uri.toString();
        const isOurs = document.uri.scheme === draftScheme && !this.#keeping.has(address);
        if (isOurs && reason === vscode.TextDocumentSaveReason.Manual) this.#wanted.add(address);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (this.#wanted.delete(document.uri.toString())) onSave(document);
      }),
    );
  }

  /** Keeps what is in the document once it rests. */
  keepSoon(document: vscode.TextDocument): void {
    if (document.uri.scheme !== draftScheme || !document.isDirty) return;
    const address = document.uri.toString();
    // Put off by more typing, as VS Code's backup is: whoever formats on saving is not to be formatted in mid-word.
    clearTimeout(this.#timers.get(address));
    this.#timers.set(
      address,
      setTimeout(() => void this.#keep(document, address), rest),
    );
  }

  async #keep(document: vscode.TextDocument, address: string): Promise<void> {
    this.#timers.delete(address);
    if (document.isClosed || !document.isDirty) return;
    this.#keeping.add(address);
    try {
      // A draft that is gone cannot be kept; to try again and again would tell the user so each time.
      if (await document.save()) this.keepSoon(document);
    } finally {
      this.#keeping.delete(address);
    }
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#listeners.dispose();
  }
}
