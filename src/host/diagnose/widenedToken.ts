import * as vscode from 'vscode';
import type { FoundToken } from '../documents/foundToken';
import { openDocument } from '../documents/openDocument';

/** Most characters a damaged token reaches beyond what was found of it. */
const reach = 4096;
/** Characters that stand in a token which was encoded or escaped otherwise, and at which finding it ends. */
const goesOn = /^[+/=%\\~][\w\-.+/=%\\~]*/;

/**
 * The token with what follows it without a break and may be the rest of it: finding ends at the first `+` or `%` of one in
 * standard base64 or percent-encoding. Undefined where nothing follows.
 */
export function widenedToken({ text, place }: FoundToken): FoundToken | undefined {
  const document = place && openDocument(place.uri);
  if (!document || document.getText(place.range) !== text) return undefined;
  const { line, character } = place.range.end;
  const behind = document.lineAt(line).text.slice(character, character + reach);
  const rest = goesOn.exec(behind)?.[0] ?? '';
  if (rest === '') return undefined;
  const range = new vscode.Range(place.range.start, place.range.end.translate(0, rest.length));
  return { text: text + rest, place: { ...place, range } };
}
