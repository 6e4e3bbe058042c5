import * as vscode from 'vscode';
import type { TokenIndexes } from '../documents/tokenIndexes';
import { settingsSection } from '../platform/ids';

/** Milliseconds after which words about time are looked at again. */
const every = 30_000;

/** An event for what is shown in words about time: tokens changed, settings changed, or some time went by while `isShown`. */
export class Refreshing implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  #timer: unknown;
  readonly event = this.#changed.event;

  constructor(indexes: TokenIndexes, isShown: () => boolean) {
    const fire = (): void => {
      clearTimeout(this.#timer);
      if (isShown()) this.#timer = setTimeout(fire, every);
      this.#changed.fire();
    };
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      indexes.onDidChange(() => {
        if (isShown()) fire();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settingsSection)) fire();
      }),
    );
    if (isShown()) this.#timer = setTimeout(fire, every);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
  }
}
