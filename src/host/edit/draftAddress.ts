import * as vscode from 'vscode';
import type { PlacedToken } from '../documents/foundToken';
import { placeArgument, tokenOfArgument } from '../documents/placeArgument';
import { draftEnding, draftScheme } from './draftScheme';
import type { DraftSubject } from './draftSession';

/** The address of a new draft. It says where the token stands that is edited, and holds no character of it: enough to go on once the host ended. */
export function draftAddress({ name, original }: DraftSubject, folder: string): vscode.Uri {
  const path = `/${folder}/${name.replaceAll(/[/\\]/g, '∕')}${draftEnding}`;
  const place = original?.place && placeArgument({ text: '', place: original.place });
  return vscode.Uri.from({ scheme: draftScheme, path, query: place ? JSON.stringify(place) : '' });
}

/** The token that stands where the one stood that a draft was opened for, if it can still be found. */
export async function tokenOfAddress({ query }: vscode.Uri): Promise<PlacedToken | undefined> {
  try {
    const place: unknown = JSON.parse(query);
    const { uri } = Object(place) as { readonly uri?: unknown };
    if (typeof uri !== 'string') return undefined;
    await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    return tokenOfArgument(place);
  } catch {
    // No place, or a document that is gone: the token goes where the user says.
    return undefined;
  }
}
