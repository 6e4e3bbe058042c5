import * as vscode from 'vscode';
import { rangeWithin } from '../documents/tokenText';

/** The colours of `contributes.colors`, and which parts of a token wear each. */
const colorIds = {
  header: 'claimcheck.tokenHeaderForeground',
  payload: 'claimcheck.tokenPayloadForeground',
  signature: 'claimcheck.tokenSignatureForeground',
} as const;
type Color = keyof typeof colorIds;

const colorOf: Readonly<Record<string, Color | undefined>> = {
  header: 'header',
  unprotectedHeader: 'header',
  payload: 'payload',
  ciphertext: 'payload',
  disclosure: 'payload',
  signature: 'signature',
  encryptedKey: 'signature',
  initializationVector: 'signature',
  authenticationTag: 'signature',
  keyBinding: 'signature',
};

/** Parts coloured in one editor, at most: a token may have a thousand signatures. */
const mostParts = 2000;

/** Paints the parts of tokens in editors. The paints are made with the first token: most sessions need none. */
export class PartColors implements vscode.Disposable {
  #types: Readonly<Record<Color, vscode.TextEditorDecorationType>> | undefined;
  readonly #painted = new WeakMap<vscode.TextEditor, string>();

  /** Paints the tokens in these ranges of an editor, and no others. */
  paint(editor: vscode.TextEditor, tokens: readonly vscode.Range[]): void {
    const { document } = editor;
    const wanted = JSON.stringify([document.version, tokens]);
    if (tokens.length === 0 && !this.#painted.has(editor)) return;
    if (this.#painted.get(editor) === wanted) return;
    this.#painted.set(editor, wanted);
    void this.#paint(editor, tokens, wanted);
  }

  dispose(): void {
    for (const type of Object.values(this.#types ?? {})) type.dispose();
  }

  async #paint(editor: vscode.TextEditor, tokens: readonly vscode.Range[], wanted: string): Promise<void> {
    const [{ parseToken }, { segmentsOf }] = await Promise.all([
      import('../../core/jose/parseToken'),
      import('../../core/inspect/segmentsOf'),
    ]);
    // The text may have moved on meanwhile: then somebody else paints.
    if (this.#painted.get(editor) !== wanted) return;
    const ranges: Record<Color, vscode.Range[]> = { header: [], payload: [], signature: [] };
    let parts = 0;
    for (const token of tokens) {
      const text = editor.document.getText(token);
      for (const { name, span } of segmentsOf(parseToken(text))) {
        const color = colorOf[name];
        if (color && span.end > span.start && ++parts <= mostParts)
          ranges[color].push(rangeWithin(token.start, text, span));
      }
    }
    this.#types ??= {
      header: newType('header'),
      payload: newType('payload'),
      signature: newType('signature'),
    };
    for (const color of Object.keys(colorIds) as Color[])
      editor.setDecorations(this.#types[color], ranges[color]);
  }
}

function newType(color: Color): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor(colorIds[color]),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}
