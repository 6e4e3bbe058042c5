import * as vscode from 'vscode';
import type { KnownKey } from '../../core/keys/key';
import { readSmallFile } from '../documents/readSmallFile';
import { settingsSection } from '../platform/ids';
import { readSettings } from '../platform/settings';
import { excludedGlob } from './hiddenFiles';
import { emptyInventory, type KeyInventory, type KeySource } from './keyStore';
import { variableKeys } from './variableKey';

const pattern = '**/.env*';
const maximumFiles = 50;
/** Octets. */
const maximumFileSize = 262_144;

/** Variables of the workspace's environment files that are named like secrets: candidates, tried and named as such. */
export class EnvFileKeys implements KeySource {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;
  #watcher: vscode.Disposable | undefined;
  readonly onDidChange = this.#changed.event;

  constructor() {
    const fire = (): void => this.#changed.fire();
    this.#listener = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${settingsSection}.candidates`)) fire();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(fire),
    );
  }

  async read(): Promise<KeyInventory> {
    if (!vscode.workspace.isTrusted || !readSettings().envFilesEnabled) return emptyInventory;
    this.#watcher ??= this.#watch();
    const folders = vscode.workspace.workspaceFolders ?? [];
    const files = (await Promise.all(folders.map(findIn))).flat().slice(0, maximumFiles);
    const found = await Promise.all(files.sort((a, b) => (a.path < b.path ? -1 : 1)).map(keysOfFile));
    return { keys: found.flat(), troubles: [] };
  }

  #watch(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const fire = (): void => this.#changed.fire();
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(fire),
      watcher.onDidCreate(fire),
      watcher.onDidDelete(fire),
    );
  }

  dispose(): void {
    this.#watcher?.dispose();
    this.#listener.dispose();
    this.#changed.dispose();
  }
}

/** `.gitignore` is not asked: environment files are kept out of version control because they hold secrets, the very ones to try. */
async function findIn(folder: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
  const include = new vscode.RelativePattern(folder, pattern);
  return await vscode.workspace.findFiles(include, excludedGlob(folder), maximumFiles);
}

async function keysOfFile(uri: vscode.Uri): Promise<readonly KnownKey[]> {
  try {
    const text = new TextDecoder().decode(await readSmallFile(uri, maximumFileSize));
    const path = vscode.workspace.asRelativePath(uri);
    const [{ envValue, readEnvFile }, { isNamedLikeSecret }] = await Promise.all([
      import('../../core/keys/candidates/envFile'),
      import('../../core/keys/candidates/namedLikeSecret'),
    ]);
    const values = readEnvFile(text)
      .filter(({ name }) => isNamedLikeSecret(name))
      .map(({ name, raw, line }) => ({ name, value: envValue(raw), uri, path, line }));
    return (await Promise.all(values.map(variableKeys))).flat();
  } catch {
    // What cannot be read offers no candidates.
    return [];
  }
}
