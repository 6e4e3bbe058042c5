import * as vscode from 'vscode';
import type { LinedToken } from '../../core/detect/tokenIndex';
import type { Finding, FindingCode } from '../../core/inspect/finding';
import { readLevels, type Remark } from '../../core/editor/remark';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { rangeOf } from '../documents/tokenText';
import { readSettings } from '../platform/settings';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';
import type { Verifier } from '../verify/verifier';

/** Documents with more tokens are not verified unasked. */
const mostTokens = 20;
/** Answers remembered. */
const mostKnown = 500;

/** What only a key tells of a token. */
const ofKeys: ReadonlySet<FindingCode> = new Set([
  'weakKey',
  'secretAmongPublicKeys',
  'kidDiffers',
  'kidAmbiguous',
  'keyAlgorithmDiffers',
  'keyUseDiffers',
  'keyOperationsDiffer',
]);

/**
 * What verification finds about the tokens of a document. Nothing is verified, and no key file read, before the user asked
 * something that keys were read for.
 */
export class VerifiedRemarks implements vscode.Disposable {
  readonly #verifier: Verifier;
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #known = new Map<string, readonly Finding[]>();
  readonly #listeners: vscode.Disposable;
  #areKeysRead = false;
  readonly onDidChange = this.#changed.event;

  constructor(verifier: Verifier, keys: WorkspaceKeys) {
    this.#verifier = verifier;
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      keys.onDidChange(() => {
        this.#known.clear();
        this.#areKeysRead = false;
      }),
      keys.onDidRead(() => {
        this.#areKeysRead = true;
        for (const { document } of vscode.window.visibleTextEditors) this.#changed.fire(document);
      }),
    );
  }

  /** What is known so far, by the tokens' texts; what is not is looked for, and `onDidChange` tells when it is. */
  known(
    document: vscode.TextDocument,
    tokens: readonly LinedToken[],
  ): ReadonlyMap<string, readonly Remark[]> {
    if (!this.#areKeysRead || tokens.length > mostTokens) return new Map();
    const places = tokens.map((token) => ({ text: document.getText(rangeOf(token)), token }));
    const unknown = places.filter(({ text }) => !this.#known.has(text));
    if (unknown.length > 0) void this.#verify(document, unknown);
    const levels = readLevels(readSurfaceSettings(document).rules);
    return new Map(
      places.map(({ text }) => [
        text,
        (this.#known.get(text) ?? []).flatMap((finding): readonly Remark[] => {
          const { code, span } = finding;
          const severity = levels[code];
          return severity === 'off' ? [] : [{ code, severity, span, about: { type: 'finding', finding } }];
        }),
      ]),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#known.clear();
  }

  async #verify(
    document: vscode.TextDocument,
    places: readonly { readonly text: string; readonly token: LinedToken }[],
  ): Promise<void> {
    const settings = readSettings(document);
    const { version } = document;
    let isNew = false;
    for (const { text, token } of places) {
      if (document.isClosed || document.version !== version) return;
      if (this.#known.has(text)) continue;
      if (this.#known.size >= mostKnown) this.#known.clear();
      // Before it is known, so that no two questions verify the same.
      this.#known.set(text, []);
      const place = { uri: document.uri, range: rangeOf(token), version };
      const { report } = await this.#verifier.verify(text, settings, { place });
      const findings = report.findings.filter(({ code }) => ofKeys.has(code));
      this.#known.set(text, findings);
      isNew ||= findings.length > 0;
    }
    if (isNew && !document.isClosed) this.#changed.fire(document);
  }
}
