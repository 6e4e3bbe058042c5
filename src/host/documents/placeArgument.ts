import * as vscode from 'vscode';
import { tokenAtPosition } from './documentTokens';
import type { FoundToken, PlacedToken } from './foundToken';

/** Where a token stands, as a command argument: never the token itself, since arguments end up in links. */
export interface PlaceArgument {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

export function placeArgument(found: FoundToken): PlaceArgument | undefined {
  if (!found.place) return undefined;
  const { uri, range } = found.place;
  return { uri: uri.toString(), line: range.start.line, character: range.start.character };
}

/** The token an argument points at, if it is an argument of ours and a token still stands there in an open document. */
export function tokenOfArgument(argument: unknown): PlacedToken | undefined {
  if (!isPlaceArgument(argument)) return undefined;
  // Only documents that are open already: a link must not be able to make us read a file.
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === argument.uri);
  if (!document || argument.line >= document.lineCount) return undefined;
  return tokenAtPosition(document, new vscode.Position(argument.line, argument.character));
}

function isPlaceArgument(argument: unknown): argument is PlaceArgument {
  if (typeof argument !== 'object' || argument === null) return false;
  const { uri, line, character } = argument as Record<string, unknown>;
  const isIndex = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
  return typeof uri === 'string' && isIndex(line) && isIndex(character);
}
