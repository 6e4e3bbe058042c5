import * as vscode from 'vscode';
import { count, record, text } from '../../protocol/shape';
import { tokenAtPosition } from '../documents/documentTokens';
import type { FoundToken } from '../documents/foundToken';

/** Where a token was, as the page remembers it over a restart: a document and an offset in it, and nothing of the token. */
export interface RememberedPlace {
  readonly uri: string;
  /** UTF-16 units from the document's start. */
  readonly offset: number;
}

const rememberedPlace = record({ uri: text, offset: count });

/** What VS Code kept for the page, if it is a place of ours. */
export function readRememberedPlace(state: unknown): RememberedPlace | undefined {
  return rememberedPlace(state) ? state : undefined;
}

/** The token at a remembered place, its document opened for it. Undefined where there is none any more. */
export async function findAgain({ uri, offset }: RememberedPlace): Promise<FoundToken | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    return tokenAtPosition(document, document.positionAt(offset));
  } catch {
    // It was moved, deleted, or never saved: the page says that nothing could be brought back.
    return undefined;
  }
}
