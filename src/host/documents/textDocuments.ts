import * as vscode from 'vscode';
import { textScheme } from './textScheme';
import type { TextRestorer, VirtualTexts } from './virtualTexts';

/** The door to our read-only documents: registered at the start, with all behind it loaded when one is first wanted. */
export class TextDocuments {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;
  readonly #restore: TextRestorer;
  #texts: Promise<VirtualTexts> | undefined;

  /** `restore` makes a text again that an earlier session left open. */
  constructor(restore: TextRestorer) {
    this.#restore = restore;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(textScheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: async (uri) => (await this.open()).textOf(uri),
    });
  }

  open(): Promise<VirtualTexts> {
    return (this.#texts ??= import('./virtualTexts').then(
      ({ VirtualTexts }) => new VirtualTexts(this.#changed, this.#restore),
    ));
  }

  dispose(): void {
    this.#registration.dispose();
    void this.#texts?.then((texts) => texts.dispose());
  }
}
