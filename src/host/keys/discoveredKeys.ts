import * as vscode from 'vscode';
import { anyOf } from '../../core/keys/candidates/globs';
import { settingsSection } from '../platform/ids';
import { readSettings } from '../platform/settings';
import { excludedGlob, gitIgnored } from './hiddenFiles';
import type { KeyFileReader } from './keyFileReader';
import { emptyInventory, type KeyInventory, type KeySource } from './keyStore';
import { mergeInventories } from './referencedKeys';

/** Files looked at, at most; beyond that the user is told and asked to name the key. */
const maximumFiles = 500;

/** Settings of VS Code that hide files. */
const searchSettings = ['files.exclude', 'search.exclude', 'search.useIgnoreFiles'] as const;

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
        const isOurs = change.affectsConfiguration(`${settingsSection}.keyFiles`);
        if (!isOurs && !searchSettings.some((id) => change.affectsConfiguration(id))) return;
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
    this.#watchers ??= this.#watch(settings.keyFilesInclude);
    const include = anyOf(settings.keyFilesInclude) ?? '';
    const folders = vscode.workspace.workspaceFolders ?? [];
    const files = (await Promise.all(folders.map((folder) => findIn(folder, include)))).flat();
    const inventories = await Promise.all(
      files
        .slice(0, maximumFiles)
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
      ...[...include, '**/.gitignore'].flatMap((glob) => {
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

/** A file that `claimcheck.keys` names is read whatever is hidden here: that is another source. */
async function findIn(folder: vscode.WorkspaceFolder, include: string): Promise<readonly vscode.Uri[]> {
  const [found, isIgnored] = await Promise.all([
    vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, include),
      excludedGlob(folder),
      maximumFiles + 1,
    ),
    gitIgnored(folder),
  ]);
  return found.filter((uri) => !isIgnored(uri));
}
