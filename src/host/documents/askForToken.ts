import * as vscode from 'vscode';
import { scanTokens } from '../../core/detect/scan';
import { tokenAtPosition, tokensIn } from './documentTokens';
import type { FoundToken } from './foundToken';
import { tokenOfArgument } from './placeArgument';

/**
 * The token a command is about: the one its argument points at, at the cursor, in the selection; else the user is asked.
 * Undefined where the user turned away.
 */
export async function askForToken(argument?: unknown): Promise<FoundToken | undefined> {
  return tokenOfArgument(argument) ?? tokenInEditor() ?? (await askForText());
}

/** The token at the cursor, else the selection: as the token found in it, or as it stands. */
export function tokenInEditor(): FoundToken | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const atCursor = tokenAtPosition(document, selection.active);
  if (atCursor || selection.isEmpty) return atCursor;
  const [first] = tokensIn(document, selection);
  const place = { uri: document.uri, range: selection, version: document.version };
  return first ?? { text: document.getText(selection), place };
}

async function askForText(): Promise<FoundToken | undefined> {
  const input = await vscode.window.showInputBox({
    title: vscode.l10n.t('Inspect Token'),
    prompt: vscode.l10n.t('No token at the cursor. Paste one here.'),
    placeHolder: 'eyJhbGciOi…',
    ignoreFocusOut: true,
    ...(await clipboardIfAgreed()),
  });
  return input === undefined || input.trim() === '' ? undefined : { text: input.trim() };
}

/** The clipboard is read only after the user said so: it may hold anything. */
async function clipboardIfAgreed(): Promise<{ value?: string }> {
  const use = vscode.l10n.t('Use the Clipboard');
  const paste = vscode.l10n.t('Type or Paste a Token…');
  const choice = await vscode.window.showQuickPick(
    [
      { label: use, detail: vscode.l10n.t('Looks for a token in the text of the clipboard') },
      { label: paste },
    ],
    { placeHolder: vscode.l10n.t('There is no token at the cursor. Where is it?') },
  );
  if (!choice) throw new vscode.CancellationError();
  if (choice.label !== use) return {};
  const text = (await vscode.env.clipboard.readText()).slice(0, 1_000_000);
  const [span] = scanTokens(text);
  return { value: span ? text.slice(span.start, span.end) : text.trim().slice(0, 10_000) };
}
