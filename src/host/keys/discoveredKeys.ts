import * as vscode from 'vscode';
import { settingsSection } from '../platform/ids';
import { readSettings } from '../platform/settings';
import type { KeyFileReader } from './keyFileReader';
import { emptyInventory, type KeyInventory, type KeySource } from './keyStore';
import { mergeInventories } from './referencedKeys';

/** Files looked at, at most; beyond that the user is told and asked to name the key. */
const maximumFiles = 500;

/** Key files found by name in a trusted workspace, read on the first question and watched from then on. */
export class DiscoveredKeys implements KeySource {
  readonly #reader: KeyFileReader;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;
  #watchers: vscode.Disposable | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(reader: KeyFileReader) {
    this.#reader = reader;
    this.#listener = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration(`${settingsSection}.keyFiles`)) return;
        this.#watchers?.dispose();
        this.#watchers = undefined;
        this.#changed.fire();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#changed.fire()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire()),
    );
  }

  async read(): Promise<KeyInventory> {
    const settings = readSettings();
    if (!vscode.workspace.isTrusted || !settings.keyFilesEnabled) return emptyInventory;
    if (settings.keyFilesInclude.length === 0) return emptyInventory;
    const include = braces(settings.keyFilesInclude);
    this.#watchers ??= this.#watch(settings.keyFilesInclude);
    const excluded = new Set(
      settings.keyFilesExclude.length === 0
        ? []
        : (await vscode.workspace.findFiles(braces(settings.keyFilesExclude), undefined, maximumFiles)).map(
            (uri) => uri.toString(),
          ),
    );
    const files = await vscode.workspace.findFiles(include, undefined, maximumFiles + 1);
    const inventories = await Promise.all(
      files
        .slice(0, maximumFiles)
        .filter((uri) => !excluded.has(uri.toString()))
        .sort((a, b) => (a.path < b.path ? -1 : 1))
        .map((uri) => this.#reader.read({ uri })),
    );
    if (files.length > maximumFiles) {
      const problem = { code: 'store.tooManyFiles' as const, facts: { limit: maximumFiles } };
      inventories.push({ keys: [], troubles: [{ place: include, problem }] });
    }
    return mergeInventories(inventories);
  }

  #watch(include: readonly string[]): vscode.Disposable {
    const changed = (uri: vscode.Uri): void => {
      this.#reader.forget(uri);
      this.#changed.fire();
    };
    return vscode.Disposable.from(
      ...include.flatMap((glob) => {
        const watcher = vscode.workspace.createFileSystemWatcher(glob);
        return [
          watcher,
          watcher.onDidChange(changed),
          watcher.onDidCreate(changed),
          watcher.onDidDelete(changed),
        ];
      }),
    );
  }

  dispose(): void {
    this.#watchers?.dispose();
    this.#listener.dispose();
    this.#changed.dispose();
  }
}

function braces(globs: readonly string[]): string {
  const [first = '', ...rest] = globs;
  return rest.length === 0 ? first : `{${globs.join(',')}}`;
}
