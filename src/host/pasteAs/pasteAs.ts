import * as vscode from 'vscode';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';

/** A way to paste a text with tokens. */
interface PasteForm {
  readonly kind: () => vscode.DocumentDropOrPasteEditKind;
  readonly title: () => string;
  readonly name: 'decodedText' | 'redactedText';
}

const forms: readonly PasteForm[] = [
  {
    kind: () => vscode.DocumentDropOrPasteEditKind.Text.append('claimcheck', 'decoded'),
    title: () => vscode.l10n.t('Paste Token as Decoded JSON'),
    name: 'decodedText',
  },
  {
    kind: () => vscode.DocumentDropOrPasteEditKind.Text.append('claimcheck', 'redacted'),
    title: () => vscode.l10n.t('Paste with Tokens Redacted'),
    name: 'redactedText',
  },
];

const mimeType = 'text/plain';

/** Answers “Paste As…” where the clipboard holds a token, and never a plain paste. */
export const pasteEditProvider: vscode.DocumentPasteEditProvider = {
  async provideDocumentPasteEdits(document, _ranges, dataTransfer, context, cancellation) {
    const wanted = forms.filter(
      ({ kind }) =>
        context.triggerKind === vscode.DocumentPasteTriggerKind.PasteAs &&
        (context.only === undefined || context.only.contains(kind())),
    );
    const item =
      wanted.length > 0 && readSurfaceSettings(document).pasteAs ? dataTransfer.get(mimeType) : undefined;
    if (!item) return undefined;
    const text = await item.asString();
    if (!text.includes('.') && !text.includes('"')) return undefined;
    const pasting = await import('../../core/editor/pasteForms');
    if (cancellation.isCancellationRequested) return undefined;
    return wanted.flatMap(({ kind, title, name }) => {
      const result = pasting[name](text);
      if (result === undefined) return [];
      const edit = new vscode.DocumentPasteEdit(result, title(), kind());
      edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
      return [edit];
    });
  },
};

/** “Paste As…” for tokens. */
export function registerPasteAs(): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider(
    [{ scheme: '*' }, { notebookType: '*' }],
    pasteEditProvider,
    {
      pasteMimeTypes: [mimeType],
      providedPasteEditKinds: forms.map(({ kind }) => kind()),
    },
  );
}
