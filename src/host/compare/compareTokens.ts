import * as vscode from 'vscode';
import { parseToken } from '../../core/jose/parseToken';
import { comparableText } from '../../core/present/comparableText';
import { askForToken } from '../documents/askForToken';
import { tokenAtPosition, tokensIn } from '../documents/documentTokens';
import type { FoundToken, PlacedToken } from '../documents/foundToken';
import { nameOfToken } from '../documents/nameOfToken';
import { tokenOfArgument } from '../documents/placeArgument';
import type { VirtualTexts } from '../documents/virtualTexts';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';
import { pickOther } from './pickOther';

/** Two tokens side by side in the diff editor: those of two cursors or selections, else the one at the cursor and one that is picked. */
export async function compareTokens(argument: unknown, texts: VirtualTexts): Promise<void> {
  const pointed = tokenOfArgument(argument);
  const [one, other] = pointed ? [pointed] : selectedTokens();
  const left = one ?? (await askForToken());
  if (!left) return;
  const right = other ?? (await pickOther(left));
  if (!right) return;
  const [leftName, rightName] = [nameOfToken(left), nameOfToken(right)];
  await vscode.commands.executeCommand(
    'vscode.diff',
    addText(texts, leftName, left),
    addText(texts, rightName, right),
    `${leftName} ↔ ${rightName}`,
  );
}

function addText(texts: VirtualTexts, name: string, { text, place }: FoundToken): vscode.Uri {
  return texts.add(`${name}.jsonc`, {
    text: () => Promise.resolve(comparableText(parseToken(text), words(readSettings(place?.uri)))),
  });
}

/** Tokens at the cursors and in the selections of the editor in front, each place once. */
function selectedTokens(): readonly PlacedToken[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  const { document, selections } = editor;
  const found = selections.flatMap((selection) => {
    const inside = selection.isEmpty ? [] : tokensIn(document, selection);
    const atCursor = inside.length > 0 ? undefined : tokenAtPosition(document, selection.active);
    return atCursor ? [atCursor] : inside;
  });
  return found
    .filter(({ place }, index) => found.findIndex((one) => one.place.range.isEqual(place.range)) === index)
    .slice(0, 2);
}
