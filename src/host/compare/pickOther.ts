import * as vscode from 'vscode';
import { scanTokens } from '../../core/detect/scan';
import { inspectToken } from '../../core/inspect/inspectToken';
import { parseToken } from '../../core/jose/parseToken';
import { kindText } from '../../core/present/hoverWording';
import { tokensIn } from '../documents/documentTokens';
import type { FoundToken, PlacedToken } from '../documents/foundToken';
import { plain } from '../platform/plain';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';

/** Tokens offered of one document, lines of a document that are looked at, and UTF-16 units of the clipboard. */
const mostTokens = 100;
const mostLines = 20_000;
const longestClipboard = 1_000_000;

interface Choice extends vscode.QuickPickItem {
  readonly choose?: () => Promise<FoundToken | undefined>;
}

/** The token to compare with: another one of the open documents, one on the clipboard if the user says so, or one that is pasted. */
export async function pickOther(than: FoundToken): Promise<FoundToken | undefined> {
  const choice = await vscode.window.showQuickPick<Choice>(
    [
      ...vscode.window.visibleTextEditors.flatMap(({ document }) => choicesIn(document, than)),
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      {
        label: `$(clippy) ${vscode.l10n.t('Use the Clipboard')}`,
        detail: vscode.l10n.t('Looks for a token in the text of the clipboard'),
        alwaysShow: true,
        choose: fromClipboard,
      },
      {
        label: `$(edit) ${vscode.l10n.t('Type or Paste a Token…')}`,
        alwaysShow: true,
        choose: typed,
      },
    ],
    {
      title: vscode.l10n.t('Compare Tokens'),
      placeHolder: vscode.l10n.t('Which token is it compared with?'),
      matchOnDescription: true,
    },
  );
  return await choice?.choose?.();
}

function choicesIn(document: vscode.TextDocument, than: FoundToken): readonly Choice[] {
  if (document.uri.scheme.startsWith('claimcheck-') || document.lineCount > mostLines) return [];
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const isOther = ({ place }: PlacedToken): boolean =>
    place.uri.toString() !== than.place?.uri.toString() || !place.range.isEqual(than.place.range);
  const found = tokensIn(document, document.validateRange(all)).filter(isOther).slice(0, mostTokens);
  if (found.length === 0) return [];
  const name = plain(vscode.workspace.asRelativePath(document.uri));
  return [{ label: name, kind: vscode.QuickPickItemKind.Separator }, ...found.map(choiceOf)];
}

function choiceOf(found: PlacedToken): Choice {
  const { translate } = words(readSettings());
  const kind = kindText(inspectToken(parseToken(found.text), 0), translate);
  return {
    label: vscode.l10n.t('Line {line}', { line: found.place.range.start.line + 1 }),
    description: plain(kind),
    choose: () => Promise.resolve(found),
  };
}

async function fromClipboard(): Promise<FoundToken | undefined> {
  return firstToken((await vscode.env.clipboard.readText()).slice(0, longestClipboard));
}

async function typed(): Promise<FoundToken | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Compare Tokens'),
    placeHolder: 'eyJhbGciOi…',
    ignoreFocusOut: true,
  });
  return text === undefined || text.trim() === '' ? undefined : firstToken(text);
}

/** The first token of a text, else the text as it stands: what is no token shows as such. */
function firstToken(text: string): FoundToken {
  const [span] = scanTokens(text);
  return { text: span ? text.slice(span.start, span.end) : text.trim() };
}
