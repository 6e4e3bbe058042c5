import * as vscode from 'vscode';
import { tokenAtPosition } from '../documents/documentTokens';
import type { FoundToken } from '../documents/foundToken';
import { TokenTwin, type TwinPorts } from './tokenTwin';

/** A token's place as the query of an address: document, line and character. Empty for a token that stands nowhere. */
export function textPlace({ place }: FoundToken): string {
  if (!place) return '';
  const { line, character } = place.range.start;
  return JSON.stringify({ uri: place.uri.toString(), line, character });
}

/** The text of the token that stands at such a place now. */
export async function twinAt(text: string, ports: TwinPorts): Promise<TokenTwin | undefined> {
  const found = await tokenOfTextPlace(text);
  return found && new TokenTwin(found, ports);
}

/** The token that stands at such a place now; undefined where there is none, or the document cannot be opened. */
async function tokenOfTextPlace(text: string): Promise<FoundToken | undefined> {
  const place = read(text);
  if (!place) return undefined;
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri, true));
    if (place.line >= document.lineCount) return undefined;
    return tokenAtPosition(document, new vscode.Position(place.line, place.character));
  } catch {
    // It was moved, deleted, or never saved: the text says that it was not kept.
    return undefined;
  }
}

function read(text: string): { uri: string; line: number; character: number } | undefined {
  try {
    const { uri, line, character } = JSON.parse(text) as Record<string, unknown>;
    const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
    return typeof uri === 'string' && isIndex(line) && isIndex(character)
      ? { uri, line, character }
      : undefined;
  } catch {
    return undefined;
  }
}
