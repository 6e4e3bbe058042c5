import * as vscode from 'vscode';
import type { KeyFileReader } from './keyFileReader';

/** Milliseconds that arrivals are gathered: an unpacked archive comes in one burst. */
const gatheringTime = 150;
/** So many arrivals at once are not asked one by one whether they are folders. */
const maximumQuestions = 50;

/**
 * Tells of changes that no watcher of key files sees. A folder that is copied, checked out, renamed or deleted with keys in
 * it is often reported as the folder alone; and a file that a setting names may have any name.
 */
export class WorkspaceChanges implements vscode.Disposable {
  readonly #reader: Pick<KeyFileReader, 'forget' | 'wasAskedFor' | 'wasAskedForIn'>;
  readonly #changed: () => void;
  readonly #watcher: vscode.Disposable;
  readonly #arrivals = new Map<string, vscode.Uri>();
  #timer: unknown;

  /** `changed` is called when what was read before may no longer be all. */
  constructor(reader: Pick<KeyFileReader, 'forget' | 'wasAskedFor' | 'wasAskedForIn'>, changed: () => void) {
    this.#reader = reader;
    this.#changed = changed;
    const watcher = vscode.workspace.createFileSystemWatcher('**');
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate((uri) => this.#arrived(uri)),
      watcher.onDidChange((uri) => {
        if (reader.wasAskedFor(uri)) this.#read(uri);
      }),
      watcher.onDidDelete((uri) => {
        if (reader.wasAskedFor(uri) || reader.wasAskedForIn(uri)) this.#read(uri);
      }),
    );
  }

  #read(uri: vscode.Uri): void {
    this.#reader.forget(uri);
    this.#changed();
  }

  #arrived(uri: vscode.Uri): void {
    if (this.#reader.wasAskedFor(uri)) this.#read(uri);
    this.#arrivals.set(uri.toString(), uri);
    this.#timer ??= setTimeout(() => void this.#judgeArrivals(), gatheringTime);
  }

  async #judgeArrivals(): Promise<void> {
    this.#timer = undefined;
    const arrivals = [...this.#arrivals.values()];
    this.#arrivals.clear();
    const areFolders =
      arrivals.length > maximumQuestions ||
      (await Promise.all(arrivals.map(isFolder))).some((answer) => answer);
    if (areFolders) this.#changed();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watcher.dispose();
  }
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    // Gone again.
    return false;
  }
}
