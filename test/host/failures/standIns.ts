import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { UserError } from '../../../src/host/platform/userError';

type Window = typeof vscode.window;

/** Does something while members of `vscode.window` answer as a user would. */
export async function answering(
  answers: { readonly [Name in keyof Window]?: unknown },
  work: () => Promise<void>,
): Promise<void> {
  const before = Object.keys(answers).map(
    (name) => [name, Object.getOwnPropertyDescriptor(vscode.window, name)!] as const,
  );
  for (const [name, value] of Object.entries(answers))
    Object.defineProperty(vscode.window, name, { configurable: true, value });
  try {
    await work();
  } finally {
    for (const [name, descriptor] of before) Object.defineProperty(vscode.window, name, descriptor);
  }
}

/** A file system in memory that refuses what it is told to refuse. */
export class FailingFiles implements vscode.FileSystemProvider {
  readonly files = new Map<string, string>();
  /** What reading a path gives instead of its content, if anything. */
  refuseRead: (path: string) => Error | undefined = () => undefined;
  refuseWrite: (path: string) => Error | undefined = () => undefined;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#text(uri).length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const refusal = this.refuseRead(uri.path);
    if (refusal) throw refusal;
    return new TextEncoder().encode(this.#text(uri));
  }

  /**
   * A disk that is full keeps the part for which there was room. Rejects, and does not throw: VS Code lets the writes wait for
   * ever that follow a throw.
   */
  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    await Promise.resolve();
    const refusal = this.refuseWrite(uri.path);
    const text = new TextDecoder().decode(bytes);
    if (!refusal) return void this.files.set(uri.path, text);
    if (refusal.message.startsWith('ENOSPC')) this.files.set(uri.path, text.slice(0, 10));
    throw refusal;
  }

  delete(uri: vscode.Uri): void {
    this.#text(uri);
    this.files.delete(uri.path);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }

  createDirectory(): void {
    throw new Error('There are no folders here.');
  }

  rename(): void {
    throw new Error('Nothing is moved here.');
  }

  #text(uri: vscode.Uri): string {
    const text = this.files.get(uri.path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return text;
  }
}

/** What the user is told, which is no apology for a mistake of ours. */
export const saying =
  (words: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof UserError, String(error));
    assert.match(error.message, words);
    return true;
  };

/** A user who says yes. */
export const yes: { readonly showInformationMessage: unknown } = {
  showInformationMessage: (_question: string, add: string) => Promise.resolve(add),
};
