import * as vscode from 'vscode';
import { textScheme } from './textScheme';

/** A text made when it is asked for. */
export interface TextSource {
  text(): Promise<string>;
  /** Told when the text would be another one now. */
  readonly onDidChange?: vscode.Event<void>;
  dispose?(): void;
}

/** What makes the source of a text again from what its address says, after a restart; undefined where nothing can. */
export type TextRestorer = (place: string) => Promise<TextSource | undefined>;

/**
 * Read-only documents that explain tokens. An address holds a number, a name and perhaps a place; never a character of a
 * token or key, since VS Code writes the addresses of open editors to disk.
 */
export class VirtualTexts {
  readonly #changed: vscode.EventEmitter<vscode.Uri>;
  readonly #sources = new Map<
    string,
    { readonly source: TextSource; readonly listener: vscode.Disposable | undefined }
  >();
  readonly #restore: TextRestorer;
  readonly #listener: vscode.Disposable;
  #opened = 0;

  /** `changed` is told the address of each text that would be another one now. */
  constructor(changed: vscode.EventEmitter<vscode.Uri>, restore: TextRestorer) {
    this.#changed = changed;
    this.#restore = restore;
    this.#listener = vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri));
  }

  /** An address for a text. `name` is what its tab says; `place` says where it comes from, for a restart. */
  add(name: string, source: TextSource, place = ''): vscode.Uri {
    // The moment besides the number: addresses of an earlier session must not meet those of this one.
    const path = `/${Date.now().toString(36)}${this.#opened++}/${name.replaceAll(/[/\\]/g, '∕')}`;
    const uri = vscode.Uri.from({ scheme: textScheme, path, query: place });
    this.#keep(uri, source);
    return uri;
  }

  /** The text of an address. */
  async textOf(uri: vscode.Uri): Promise<string> {
    const kept = this.#sources.get(uri.toString())?.source ?? (await this.#restored(uri));
    return kept
      ? await kept.text()
      : vscode.l10n.t('This text was not kept, since tokens are not written to disk. Run the command again.');
  }

  dispose(): void {
    this.#listener.dispose();
    for (const uri of this.#sources.keys()) this.#forget(vscode.Uri.parse(uri, true));
  }

  async #restored(uri: vscode.Uri): Promise<TextSource | undefined> {
    const source = uri.query === '' ? undefined : await this.#restore(uri.query);
    if (source) this.#keep(uri, source);
    return source;
  }

  #keep(uri: vscode.Uri, source: TextSource): void {
    const listener = source.onDidChange?.(() => this.#changed.fire(uri));
    this.#sources.set(uri.toString(), { source, listener });
  }

  #forget(uri: vscode.Uri): void {
    const kept = this.#sources.get(uri.toString());
    if (!kept) return;
    this.#sources.delete(uri.toString());
    kept.listener?.dispose();
    kept.source.dispose?.();
  }
}
