import * as vscode from 'vscode';
import { anchorLiterals } from '../../core/detect/anchors';
import { ripgrepProgram } from './ripgrepProgram';
import { runRipgrep } from './runRipgrep';
import { largestFile } from './textOfFile';

/** Tells whether a file may hold a token. */
export type MayHoldToken = (uri: vscode.Uri) => boolean;

/**
 * Which files of a folder are worth reading, by the ripgrep that VS Code ships: it goes through all of them while we would
 * read one. Undefined where that cannot be told: in a browser, on a virtual file system, or where ripgrep failed.
 */
export async function candidateFiles(
  folder: vscode.WorkspaceFolder,
  leftOut: readonly string[],
  cancellation: vscode.CancellationToken,
): Promise<MayHoldToken | undefined> {
  const program = folder.uri.scheme === 'file' ? await ripgrepProgram() : undefined;
  if (program === undefined) return undefined;
  const literals = anchorLiterals.map(([literal]) => literal);
  const request = { program, folder: folder.uri.fsPath, literals, leftOut, largest: largestFile };
  const names = await runRipgrep(request, cancellation);
  if (!names) return undefined;
  const known = new Set(names.map((name) => plain(vscode.Uri.joinPath(folder.uri, name))));
  return (uri) => known.has(plain(uri));
}

/** Of one file, the same however it was found: file systems of macOS have two ways to write accents, and forget which was used. */
function plain(uri: vscode.Uri): string {
  return uri.path.normalize('NFC');
}
