import * as vscode from 'vscode';
import { rangeOf } from '../documents/tokenText';
import { Refreshing } from '../surfaces/refreshing';
import { shownTokens } from '../surfaces/shownTokens';
import type { SurfacePorts } from '../surfaces/surfacePorts';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';

/** Hints in view at once, at most. */
const most = 100;

/** Behind each token in view when it ends: “expires in 5 minutes”. Off by default. */
export function registerInlayHints({ indexes, now }: SurfacePorts): vscode.Disposable {
  const refreshing = new Refreshing(indexes, () => readSurfaceSettings().inlayHints);
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: refreshing.event,
    async provideInlayHints(document, lines) {
      const settings = readSurfaceSettings(document);
      if (!settings.inlayHints) return [];
      const tokens = shownTokens(indexes, document, settings, { most, lines });
      if (tokens.length === 0) return [];
      const { timeNoteOf } = await import('../surfaces/noteOf');
      return tokens.flatMap((token) => {
        const range = rangeOf(token);
        const note = timeNoteOf(document, range, now());
        if (note === undefined) return [];
        const hint = new vscode.InlayHint(range.end, note);
        hint.paddingLeft = true;
        return [hint];
      });
    },
  };
  return vscode.Disposable.from(
    refreshing,
    vscode.languages.registerInlayHintsProvider([{ scheme: '*' }, { notebookType: '*' }], provider),
  );
}
