import * as vscode from 'vscode';
import { generatedHead, isGenerated } from '../../core/detect/generatedText';
import { TokenIndex, type LinedToken } from '../../core/detect/tokenIndex';
import { LinedDocument } from './linedDocument';

/** UTF-16 units of the largest document that is looked at unasked. Hover and commands work in larger ones. */
export const largestDocument = 5_000_000;
/** Milliseconds a scan goes on before others have their turn. */
const slice = 5;

interface Entry {
  readonly index: TokenIndex;
  readonly text: LinedDocument;
  /** The document's version the index speaks of. */
  version: number;
  scanning: boolean;
}

/** Where the tokens of open documents are, for all surfaces together: found once in slices, then kept up to date edit by edit. */
export class TokenIndexes implements vscode.Disposable {
  readonly #entries = new Map<vscode.TextDocument, Entry | 'left alone'>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #listeners: vscode.Disposable;
  readonly #largest: number;
  readonly #clock: () => number;
  /** The tokens of a document that was asked about are known, or may be others than before. */
  readonly onDidChange = this.#changed.event;

  /** `clock` gives milliseconds. */
  constructor(clock: () => number, largest = largestDocument) {
    this.#clock = clock;
    this.#largest = largest;
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeTextDocument((event) => this.edit(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#entries.delete(document)),
    );
  }

  /**
   * The tokens of a document in their order; undefined while they are looked for, which `onDidChange` ends. None in what is
   * too large or was written by a tool.
   */
  tokensOf(document: vscode.TextDocument): readonly LinedToken[] | undefined {
    const entry = this.#entries.get(document) ?? this.#begin(document);
    if (entry === 'left alone') return [];
    if (entry.scanning || entry.version !== document.version) return undefined;
    return entry.index.tokens;
  }

  /** Follows an edit of a document that was asked about; what VS Code's event calls. */
  edit({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = this.#entries.get(document);
    if (!entry || contentChanges.length === 0) return;
    const added = contentChanges.reduce((sum, { text }) => sum + text.length, 0);
    if (entry === 'left alone' || added > this.#largest / 10) {
      // It may have become small, or large.
      this.#entries.delete(document);
      this.#changed.fire(document);
      return;
    }
    const edits = contentChanges.map(({ range, text }) => ({
      startLine: range.start.line,
      endLine: range.end.line,
      addedLines: lineEnds(text),
    }));
    entry.index.edit(edits, entry.text);
    entry.version = document.version;
    if (entry.scanning) return;
    if (entry.index.isComplete(entry.text)) this.#changed.fire(document);
    else void this.#scan(document, entry);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#entries.clear();
  }

  #begin(document: vscode.TextDocument): Entry | 'left alone' {
    if (document.isClosed) return 'left alone';
    if (isLeftAlone(document, this.#largest)) {
      this.#entries.set(document, 'left alone');
      return 'left alone';
    }
    const entry: Entry = {
      index: new TokenIndex(),
      text: new LinedDocument(document),
      version: document.version,
      scanning: false,
    };
    this.#entries.set(document, entry);
    void this.#scan(document, entry);
    return entry;
  }

  async #scan(document: vscode.TextDocument, entry: Entry): Promise<void> {
    const { index, text } = entry;
    entry.scanning = true;
    // Never within the event that opened the document: what shows it goes first.
    do {
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      if (this.#entries.get(document) !== entry) return;
      const begin = this.#clock();
      while (!index.isComplete(text) && this.#clock() - begin < slice) index.step(text);
    } while (!index.isComplete(text));
    entry.scanning = false;
    entry.version = document.version;
    this.#changed.fire(document);
  }
}

function isLeftAlone(document: vscode.TextDocument, largest: number): boolean {
  const end = new vscode.Position(document.lineCount, 0);
  if (document.offsetAt(end) > largest) return true;
  const head = document.getText(new vscode.Range(0, 0, 20, 0)).slice(0, generatedHead);
  return isGenerated(document.uri.path, head);
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
