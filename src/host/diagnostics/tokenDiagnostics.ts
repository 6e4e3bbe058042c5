import * as vscode from 'vscode';
import { isIgnoredFile, isWorkedOn } from '../documents/ignoredFiles';
import type { TokenIndexes } from '../documents/tokenIndexes';
import { settingsSection } from '../platform/ids';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';
import { KeptFiles } from './keptFiles';
import type { VerifiedRemarks } from './verifiedRemarks';

/** Milliseconds of rest after an edit. */
const rest = 300;
/** Milliseconds of work before others have their turn. */
const slice = 5;
/** Seconds between two looks at the clock while a time is awaited: it may be set, and a machine may sleep. */
const betweenLooks = 10;
/** Seconds by which the clock may differ from what was waited, on a busy machine. */
const slack = 5;

/** Keeps what there is to say of the tokens of open documents in the Problems view, as they are edited and as time goes by. */
export class TokenDiagnostics implements vscode.Disposable {
  readonly #indexes: TokenIndexes;
  readonly #verified: VerifiedRemarks;
  readonly #now: () => number;
  readonly #collection = vscode.languages.createDiagnosticCollection('claimcheck');
  readonly #kept = new KeptFiles();
  readonly #timers = new Map<vscode.TextDocument, unknown>();
  readonly #listeners: vscode.Disposable;

  /** `now` gives seconds since the epoch. */
  constructor(indexes: TokenIndexes, verified: VerifiedRemarks, now: () => number) {
    this.#indexes = indexes;
    this.#verified = verified;
    this.#now = now;
    const all = (): void => vscode.workspace.textDocuments.forEach((document) => this.#look(document, 0));
    this.#listeners = vscode.Disposable.from(
      this.#collection,
      this.#kept,
      this.#kept.onDidChange(all),
      verified.onDidChange((document) => this.#look(document, 0)),
      indexes.onDidChange((document) => this.#look(document, rest)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#look(document, 0)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settingsSection)) all();
      }),
    );
    all();
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#listeners.dispose();
  }

  #look(document: vscode.TextDocument, wait: number): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.set(
      document,
      setTimeout(() => void this.#diagnose(document), wait),
    );
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    this.#collection.delete(document.uri);
  }

  async #diagnose(document: vscode.TextDocument): Promise<void> {
    const mine = this.#timers.get(document);
    if (!isWorkedOn(document)) return;
    const { diagnostics: isOn, ignore } = readSurfaceSettings(document);
    const tokens = isOn && !isIgnoredFile(document, ignore) ? this.#indexes.tokensOf(document) : [];
    // Not known yet: the index will say when.
    if (tokens === undefined) return;
    if (tokens.length === 0) {
      this.#collection.delete(document.uri);
      return;
    }
    // What words remarks is loaded for the first document that has a token.
    const { diagnoseDocument } = await import('./diagnoseDocument');
    const isCurrent = (): boolean => this.#timers.get(document) === mine && !document.isClosed;
    const moment = this.#now();
    const isKept = await this.#kept.isKept(document);
    const told = isCurrent()
      ? await diagnoseDocument({
          document,
          tokens,
          moment,
          isKept,
          verified: this.#verified.known(document, tokens),
          mayGoOn: pacer(isCurrent),
        })
      : undefined;
    if (!told || !isCurrent()) return;
    this.#collection.set(document.uri, told.diagnostics);
    this.#waitFor(document, told.until);
  }

  /** Looks again once a moment has come, or the clock was moved and says another time than was waited. */
  #waitFor(document: vscode.TextDocument, until: number): void {
    const since = this.#now();
    // A moment later, so that it is certainly another.
    const wait = Math.max(0.5, Math.min(until - since + 0.5, betweenLooks));
    this.#timers.set(
      document,
      setTimeout(() => {
        const moment = this.#now();
        const isMoved = Math.abs(moment - since - wait) > slack;
        if (isMoved || moment >= until) this.#look(document, 0);
        else this.#waitFor(document, until);
      }, wait * 1000),
    );
  }
}

/** Lets others have their turn now and then; answers whether to go on. */
function pacer(isCurrent: () => boolean): () => Promise<boolean> {
  let begin = performance.now();
  return async () => {
    if (performance.now() - begin < slice) return true;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    begin = performance.now();
    return isCurrent();
  };
}
