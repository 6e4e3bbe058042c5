import * as vscode from 'vscode';
import type { LinedText } from '../../core/detect/tokenIndex';

/** A document as core asks for it: in lines, never as a whole. */
export class LinedDocument implements LinedText {
  readonly #document: vscode.TextDocument;

  constructor(document: vscode.TextDocument) {
    this.#document = document;
  }

  get lineCount(): number {
    return this.#document.lineCount;
  }

  lineLength(line: number): number {
    return this.#document.lineAt(line).text.length;
  }

  lines(first: number, last: number): string {
    return this.#document.getText(new vscode.Range(first, 0, last, Number.MAX_SAFE_INTEGER));
  }

  blockEnd(line: number, characters: number): number {
    const document = this.#document;
    const last = document.lineCount - 1;
    const from = document.offsetAt(new vscode.Position(line, 0));
    // The line the offset lies in is cut by it, so it is the first of the next block; the last line has no next.
    const end = document.positionAt(from + characters);
    const isWhole = end.line === last && end.isEqual(document.lineAt(last).range.end);
    return isWhole ? last + 1 : Math.max(end.line, line + 1);
  }
}
