import * as vscode from 'vscode';
import { tokenAtPosition, tokensIn } from './documentTokens';
import type { FoundToken } from './foundToken';
import { movedOffset } from './movedOffset';
import { openDocument } from './openDocument';

/** Milliseconds of rest after an edit before the token is read again. */
const rest = 120;

/** A place of a document at which a token stands, kept in sight while the document is edited. */
export class FollowedToken {
  readonly uri: vscode.Uri;
  readonly #listener: vscode.Disposable;
  #lastText: string;
  #offset: number;
  #timer: unknown;

  /** `onEdit` is told, after a rest, that the document changed. */
  constructor(document: vscode.TextDocument, { text, place }: FoundToken, onEdit: () => void) {
    this.uri = document.uri;
    this.#lastText = text;
    this.#offset = place ? document.offsetAt(place.range.start) : 0;
    this.#listener = vscode.workspace.onDidChangeTextDocument(({ document: edited, contentChanges }) => {
      if (contentChanges.length === 0 || edited.uri.toString() !== this.uri.toString()) return;
      this.#offset = movedOffset(this.#offset, contentChanges);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(onEdit, rest);
    });
  }

  /** UTF-16 offset of the token's start in the document. */
  get offset(): number {
    return this.#offset;
  }

  /**
   * The token as it stands now: at its place; else where the same text stands, for an edit may have replaced the
   * whole document; else the first on its line. Undefined where there is none, or the document is not open.
   */
  find(): FoundToken | undefined {
    const document = openDocument(this.uri);
    if (!document) return undefined;
    const at = document.positionAt(this.#offset);
    const elsewhere = (): FoundToken | undefined => {
      const offset = document.getText().indexOf(this.#lastText);
      return offset < 0 ? undefined : tokenAtPosition(document, document.positionAt(offset));
    };
    const found =
      tokenAtPosition(document, at) ?? elsewhere() ?? tokensIn(document, document.lineAt(at.line).range)[0];
    if (found?.place) {
      this.#lastText = found.text;
      this.#offset = document.offsetAt(found.place.range.start);
    }
    return found;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listener.dispose();
  }
}
