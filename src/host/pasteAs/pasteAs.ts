import * as vscode from 'vscode';
import type { SurfacePorts } from '../surfaces/surfacePorts';
import { readSurfaceSettings } from '../surfaces/surfaceSettings';
import type { PastedToken } from './signedText';

const kindOf = (name: string): vscode.DocumentDropOrPasteEditKind =>
  vscode.DocumentDropOrPasteEditKind.Text.append('claimcheck', name);
const kinds = {
  decoded: () => kindOf('decoded'),
  redacted: () => kindOf('redacted'),
  signed: () => kindOf('signed'),
};

const mimeType = 'text/plain';

/** An edit whose text is made when it is chosen: signing reads keys, and may ask. No class: what VS Code is made into may lack the one to extend. */
type SigningEdit = vscode.DocumentPasteEdit & { readonly pasted: PastedToken };

function signingEdit(pasted: PastedToken): SigningEdit {
  const title = vscode.l10n.t('Paste Token Signed Anew');
  return Object.assign(new vscode.DocumentPasteEdit('', title, kinds.signed()), { pasted });
}

/** Answers “Paste As…” where the clipboard holds a token, and never a plain paste. */
export function pasteEditProvider(
  ports: Pick<SurfacePorts, 'keys' | 'verifier'>,
): vscode.DocumentPasteEditProvider {
  return {
    async provideDocumentPasteEdits(document, [range], dataTransfer, context, cancellation) {
      const isWanted = (kind: vscode.DocumentDropOrPasteEditKind): boolean =>
        context.only === undefined || context.only.contains(kind);
      const isAsked = context.triggerKind === vscode.DocumentPasteTriggerKind.PasteAs;
      const item = isAsked && readSurfaceSettings(document).pasteAs ? dataTransfer.get(mimeType) : undefined;
      if (!item) return undefined;
      const text = await item.asString();
      if (!text.includes('.') && !text.includes('"')) return undefined;
      const [{ decodedText, redactedText }, { pastedToken }] = await Promise.all([
        import('../../core/editor/pasteForms'),
        import('./signedText'),
      ]);
      if (cancellation.isCancellationRequested) return undefined;
      const place = range && { uri: document.uri, range, version: document.version };
      const decoded = decodedText(text);
      const redacted = redactedText(text);
      const pasted = pastedToken(text, place);
      const edits = [
        ...(decoded === undefined
          ? []
          : [
              new vscode.DocumentPasteEdit(
                decoded,
                vscode.l10n.t('Paste Token as Decoded JSON'),
                kinds.decoded(),
              ),
            ]),
        ...(redacted === undefined
          ? []
          : [
              new vscode.DocumentPasteEdit(
                redacted,
                vscode.l10n.t('Paste with Tokens Redacted'),
                kinds.redacted(),
              ),
            ]),
        ...(pasted ? [signingEdit(pasted)] : []),
      ].filter(({ kind }) => isWanted(kind));
      for (const edit of edits) edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
      return edits;
    },
    async resolveDocumentPasteEdit(edit) {
      if (!('pasted' in edit)) return edit;
      const { signedText } = await import('./signedText');
      const text = await signedText((edit as SigningEdit).pasted, ports);
      // Nothing is pasted then; an empty text would take away what is selected.
      if (text === undefined) throw new vscode.CancellationError();
      edit.insertText = text;
      return edit;
    },
  };
}

/** “Paste As…” for tokens. */
export function registerPasteAs(ports: SurfacePorts): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider(
    [{ scheme: '*' }, { notebookType: '*' }],
    pasteEditProvider(ports),
    {
      pasteMimeTypes: [mimeType],
      providedPasteEditKinds: Object.values(kinds).map((kind) => kind()),
    },
  );
}
