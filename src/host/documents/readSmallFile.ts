import * as vscode from 'vscode';

/**
 * The octets of a file of at most `largest` octets; undefined for a larger one, one that is gone or cannot be read, and for
 * what is no file: reading a directory, FIFO or device may never end.
 */
export async function readSmallFile(
  uri: vscode.Uri,
  largest: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (size > largest || (type & vscode.FileType.File) === 0) return undefined;
    return new Uint8Array(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
