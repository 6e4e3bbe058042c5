import * as vscode from 'vscode';

/** Files that live in this object and nowhere else. What is not a file of ours cannot be made, moved or listed. */
export class DraftFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly mtime: number }>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  has(uri: vscode.Uri): boolean {
    return this.#files.has(uri.path);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { bytes, mtime } = this.#file(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.#file(uri).bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    this.#file(uri);
    this.put(uri, bytes);
  }

  /** Puts a file in as it was kept before: older than any that an editor may know, so that none takes it for a change. */
  putBack(uri: vscode.Uri, bytes: Uint8Array): void {
    this.#files.set(uri.path, { bytes, mtime: 0 });
  }

  /** Puts a new file in, or new content into one that is there. */
  put(uri: vscode.Uri, bytes: Uint8Array): void {
    const before = this.#files.get(uri.path)?.mtime ?? 0;
    this.#files.set(uri.path, { bytes, mtime: Math.max(Date.now(), before + 1) });
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  #file(uri: vscode.Uri): { readonly bytes: Uint8Array; readonly mtime: number } {
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }
}
