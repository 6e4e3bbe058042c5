import * as vscode from 'vscode';
import { rangeOf } from '../documents/tokenText';
import { placeArgument } from '../documents/placeArgument';
import { commandIds } from '../platform/ids';
import { Refreshing } from '../surfaces/refreshing';
import { shownTokens } from '../surfaces/shownTokens';
import type { SurfacePorts } from '../surfaces/surfacePorts';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';

/** Tokens of one document with lenses, at most. */
const most = 100;

/** A lens that knows its document, to be put into words when it comes into view. */
class TokenLens extends vscode.CodeLens {
  readonly document: vscode.TextDocument;

  constructor(range: vscode.Range, document: vscode.TextDocument, command?: vscode.Command) {
    super(range, command);
    this.document = document;
  }
}

/** Above each token what it is and when it ends, which opens the inspector, and a way to verify it. Off by default. */
export function registerCodeLens({ indexes, now }: SurfacePorts): vscode.Disposable {
  const refreshing = new Refreshing(indexes, () => readSurfaceSettings().codeLens);
  const provider: vscode.CodeLensProvider<TokenLens> = {
    onDidChangeCodeLenses: refreshing.event,
    provideCodeLenses(document) {
      const settings = readSurfaceSettings(document);
      if (!settings.codeLens) return [];
      return shownTokens(indexes, document, settings, { most }).flatMap((token) => {
        const range = rangeOf(token);
        const verify = {
          title: vscode.l10n.t('Verify…'),
          command: commandIds.verifyToken,
          arguments: [argumentOf(document, range)],
        };
        return [new TokenLens(range, document), new TokenLens(range, document, verify)];
      });
    },
    async resolveCodeLens(lens) {
      const { noteOf } = await import('../surfaces/noteOf');
      lens.command = {
        title: noteOf(lens.document, lens.range, now()),
        tooltip: vscode.l10n.t('Inspect Token'),
        command: commandIds.inspectToken,
        arguments: [argumentOf(lens.document, lens.range)],
      };
      return lens;
    },
  };
  return vscode.Disposable.from(
    refreshing,
    vscode.languages.registerCodeLensProvider([{ scheme: '*' }, { notebookType: '*' }], provider),
  );
}

function argumentOf(document: vscode.TextDocument, range: vscode.Range): unknown {
  return placeArgument({ text: '', place: { uri: document.uri, range, version: document.version } });
}
