import * as vscode from 'vscode';
import { askForToken } from '../documents/askForToken';
import type { FoundToken } from '../documents/foundToken';
import { nameOfToken } from '../documents/nameOfToken';
import type { VirtualTexts } from '../documents/virtualTexts';
import { textPlace } from './textPlace';
import { TokenTwin, type TwinPorts } from './tokenTwin';
import type { Decrypted } from '../decrypt/decryptor';

/** Asks for a token where none is given, and shows it as text. */
export async function showTokenAsText(
  argument: unknown,
  texts: VirtualTexts,
  ports: TwinPorts,
): Promise<void> {
  const found = await askForToken(argument);
  if (found) await showText(found, texts, ports);
}

/** Opens the text of a token beside what is open, as a document that cannot be edited. `decrypted` is what was found out already. */
export async function showText(
  found: FoundToken,
  texts: VirtualTexts,
  ports: TwinPorts,
  decrypted?: Decrypted,
): Promise<void> {
  const twin = new TokenTwin(found, ports, decrypted);
  const uri = texts.add(`${nameOfToken(found)}.txt`, twin, textPlace(found));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}
