import type * as vscode from 'vscode';
import { storedKeys } from './storedKeys';

const prefix = 'claimcheck.secret:';

/** Secrets by name, in SecretStorage only: encrypted by VS Code, never synced, never in a setting. */
export class Secrets {
  readonly onDidChange: vscode.Event<unknown>;
  readonly #storage: vscode.SecretStorage;

  constructor(storage: vscode.SecretStorage) {
    this.#storage = storage;
    this.onDidChange = storage.onDidChange;
  }

  async get(name: string): Promise<string | undefined> {
    return await this.#storage.get(prefix + name);
  }

  async set(name: string, secret: string): Promise<void> {
    await this.#storage.store(prefix + name, secret);
  }

  async forget(name: string): Promise<void> {
    await this.#storage.delete(prefix + name);
  }

  /** Forgets the names given, and every other one where the host can list them. */
  async forgetAll(names: readonly string[]): Promise<void> {
    const stored = await storedKeys(this.#storage, prefix);
    for (const key of new Set([...names.map((name) => prefix + name), ...stored]))
      await this.#storage.delete(key);
  }
}
