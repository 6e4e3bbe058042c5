import type * as vscode from 'vscode';
import { storedKeys } from './storedKeys';

const prefix = 'claimcheck.passphrase:';

/** Passphrases of key files: in memory for the session, in SecretStorage only where the user said so. */
export class Passphrases {
  readonly #storage: vscode.SecretStorage;
  readonly #session = new Map<string, string>();
  readonly #generations = new Map<string, number>();

  constructor(storage: vscode.SecretStorage) {
    this.#storage = storage;
  }

  async get(uri: vscode.Uri): Promise<string | undefined> {
    return this.#session.get(uri.toString()) ?? (await this.#storage.get(prefix + uri.toString()));
  }

  /** A number that grows whenever the passphrase of a file changes: a reading made before is stale. */
  generation(uri: vscode.Uri): number {
    return this.#generations.get(uri.toString()) ?? 0;
  }

  async set(uri: vscode.Uri, passphrase: string, keep: boolean): Promise<void> {
    this.#session.set(uri.toString(), passphrase);
    this.#generations.set(uri.toString(), this.generation(uri) + 1);
    if (keep) await this.#storage.store(prefix + uri.toString(), passphrase);
  }

  async forget(uri: vscode.Uri): Promise<void> {
    this.#session.delete(uri.toString());
    this.#generations.set(uri.toString(), this.generation(uri) + 1);
    await this.#storage.delete(prefix + uri.toString());
  }

  /** Forgets those of this session, and every stored one where the host can list them. */
  async forgetAll(): Promise<void> {
    const stored = await storedKeys(this.#storage, prefix);
    const session = [...this.#session.keys()].map((uri) => prefix + uri);
    for (const key of new Set([...session, ...stored])) {
      const uri = key.slice(prefix.length);
      this.#session.delete(uri);
      this.#generations.set(uri, (this.#generations.get(uri) ?? 0) + 1);
      await this.#storage.delete(key);
    }
  }
}
