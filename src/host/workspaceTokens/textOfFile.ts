import type * as vscode from 'vscode';
import { readSmallFile } from '../documents/readSmallFile';
import { readLocalFile } from './readLocalFile';

/** Octets of a file that is read, at most. */
export const largestFile = 20_000_000;
/** Octets looked at to know a binary one. */
const looked = 8000;

/** The text of a file; undefined where it is too large, binary, or cannot be read. */
export async function textOfFile(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await readSmallFile(uri, largestFile);
  return bytes && textOfBytes(bytes);
}

/** The same of a file of this machine, where there is Node: the short way. */
export async function textOfLocalFile(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await readLocalFile(uri.fsPath, largestFile);
  return bytes && textOfBytes(bytes);
}

/** UTF-8 or, with its mark, UTF-16; undefined for what is no text. */
export function textOfBytes(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.subarray(0, looked).includes(0) ? undefined : new TextDecoder('utf-8').decode(bytes);
}
