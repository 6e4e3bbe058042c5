import * as vscode from 'vscode';
import type { KnownKey } from '../../core/keys/key';
import { settingsSection } from '../platform/ids';
import { envFilePattern, mayReadEnvFiles, readEnvFiles } from './envFiles';
import { emptyInventory, type KeyInventory, type KeySource } from './keyStore';
import { variableKeys } from './variableKey';

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
    if (!mayReadEnvFiles()) return emptyInventory;
    this.#watcher ??= this.#watch();
    const found = await Promise.all((await readEnvFiles()).map(keysOf));
    return { keys: found.flat(), troubles: [] };
  }

  #watch(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(envFilePattern);
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

async function keysOf({ uri, text }: { uri: vscode.Uri; text: string }): Promise<readonly KnownKey[]> {
  const path = vscode.workspace.asRelativePath(uri);
  const [{ envValue, readEnvFile }, { isNamedLikeSecret }] = await Promise.all([
    import('../../core/keys/candidates/envFile'),
    import('../../core/keys/candidates/namedLikeSecret'),
  ]);
  const values = readEnvFile(text)
    .filter(({ name }) => isNamedLikeSecret(name))
    .map(({ name, raw, line }) => ({ name, value: envValue(raw), uri, path, line }));
  return (await Promise.all(values.map(variableKeys))).flat();
}
