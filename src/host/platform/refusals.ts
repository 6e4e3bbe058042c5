import * as vscode from 'vscode';
import { UserError } from './userError';

/**
 * Writes a file.
 * @throws UserError where it cannot be written: a disk that is full or read-only is no defect of ours
 */
export async function writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
  } catch {
    const path = vscode.workspace.asRelativePath(uri);
    throw new UserError(
      vscode.l10n.t('{path} could not be written. Check its permissions and the free space.', { path }),
    );
  }
}

/**
 * The octets of a file; undefined where there is none.
 * @throws UserError where there is one that cannot be read: whoever writes anew what could not be read would lose it
 */
export async function readFileIfThere(uri: vscode.Uri): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw unreadable(uri);
  }
}

/** What to say of a file that cannot be read. */
export function unreadable(uri: vscode.Uri): UserError {
  const path = vscode.workspace.asRelativePath(uri);
  return new UserError(vscode.l10n.t('{path} could not be read. Check its permissions.', { path }));
}

/**
 * Changes a setting.
 * @throws UserError with VS Code's own words where the settings cannot be written: a file with mistakes in it, unsaved, read-only
 */
export async function updateSetting(
  section: vscode.WorkspaceConfiguration,
  id: string,
  value: unknown,
  target: vscode.ConfigurationTarget,
): Promise<void> {
  try {
    await section.update(id, value, target);
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error));
  }
}
