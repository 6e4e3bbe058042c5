import * as vscode from 'vscode';
import { DiscoveredKeys } from './discoveredKeys';
import { EnvFileKeys } from './envFileKeys';
import { KeyFileReader } from './keyFileReader';
import type { KeyInventory } from './keyStore';
import type { Passphrases } from './passphrases';
import { mergeInventories, ReferencedKeys } from './referencedKeys';
import type { Secrets } from './secrets';
import { WorkspaceChanges } from './workspaceChanges';

/** What the workspace's own places gave: those that settings name, and those that were found. */
export interface OwnInventories {
  readonly named: KeyInventory;
  readonly found: readonly KeyInventory[];
}

/** The places of the workspace that keys come from: settings, files found by name, environment files. */
export class OwnSources implements vscode.Disposable {
  readonly #named: ReferencedKeys;
  readonly #found: readonly [DiscoveredKeys, EnvFileKeys];
  readonly #subscriptions: vscode.Disposable;
  readonly merge = mergeInventories;

  /** `changed` is called when what was read before may no longer be all. */
  constructor(secrets: Secrets, passphrases: Passphrases, changed: () => void) {
    const reader = new KeyFileReader(passphrases);
    this.#named = new ReferencedKeys(reader, secrets);
    this.#found = [new DiscoveredKeys(reader), new EnvFileKeys()];
    const sources = [this.#named, ...this.#found];
    this.#subscriptions = vscode.Disposable.from(
      ...sources.map((source) => source.onDidChange(changed)),
      ...sources,
      new WorkspaceChanges(reader, changed),
    );
  }

  async read(): Promise<OwnInventories> {
    const [named, ...found] = await Promise.all([
      this.#named.read(),
      ...this.#found.map((source) => source.read()),
    ]);
    return { named, found };
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
