import * as vscode from 'vscode';
import type { KeyOrigin, KeySummary, KnownKey } from '../../core/keys/key';
import { DiscoveredKeys } from './discoveredKeys';
import { EnvFileKeys } from './envFileKeys';
import { KeyFileReader } from './keyFileReader';
import type { KeyInventory, KeySource } from './keyStore';
import { Passphrases } from './passphrases';
import { mergeInventories, ReferencedKeys } from './referencedKeys';
import { Secrets } from './secrets';
import { WorkspaceChanges } from './workspaceChanges';

/** All keys the workspace knows, by every source: read on the first question, kept until a source says it changed. */
export class WorkspaceKeys {
  readonly secrets: Secrets;
  readonly passphrases: Passphrases;
  readonly #now: () => number;
  readonly #reader: KeyFileReader;
  readonly #sources: readonly KeySource[];
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  #inventory: Promise<KeyInventory> | undefined;
  #named: ReadonlySet<string> = new Set();
  #changes: WorkspaceChanges | undefined;
  readonly #read = new vscode.EventEmitter<KeyInventory>();
  /** Whatever was known may be out of date. */
  readonly onDidChange = this.#changed.event;
  /** The places were read, on somebody's question. */
  readonly onDidRead = this.#read.event;

  /** `now` gives seconds since the epoch: a certificate's end is judged by it. `more` are sources behind our own. */
  constructor(storage: vscode.SecretStorage, now: () => number, more: readonly KeySource[] = []) {
    this.#now = now;
    this.secrets = new Secrets(storage);
    this.passphrases = new Passphrases(storage);
    this.#reader = new KeyFileReader(this.passphrases);
    // The first one wins where two name the same key.
    this.#sources = [
      new ReferencedKeys(this.#reader, this.secrets),
      new DiscoveredKeys(this.#reader),
      new EnvFileKeys(),
      ...more,
    ];
    this.#listeners = vscode.Disposable.from(
      ...this.#sources.map((source) => source.onDidChange(() => this.refresh())),
    );
  }

  /** Every key and every trouble; a file that two sources name counts once, for the first. */
  inventory(): Promise<KeyInventory> {
    const current = (this.#inventory ??= this.#readAll());
    // A failed reading is no answer to keep.
    current.catch(() => {
      if (this.#inventory === current) this.#inventory = undefined;
    });
    return current;
  }

  /** What may be shown of every key, in the inventory's order. */
  async summaries(): Promise<readonly KeySummary[]> {
    const [{ summarizeKey }, { keys }] = await Promise.all([
      import('../../core/keys/summarizeKey'),
      this.inventory(),
    ]);
    return await Promise.all(keys.map((known) => summarizeKey(known, this.#now())));
  }

  async key(id: string): Promise<KnownKey | undefined> {
    return (await this.inventory()).keys.find((known) => known.id === id);
  }

  /** Whether `claimcheck.keys` names the key, by what was read last. */
  isNamed(id: string): boolean {
    return this.#named.has(id);
  }

  /** Lets go of keys that only memory holds. True where there were some. */
  forget(origin: KeyOrigin): boolean {
    return this.#sources.filter((source) => source.forget?.(origin)).length > 0;
  }

  /** Reads again at the next question; what did not change comes from the readers' own memory. */
  refresh(): void {
    this.#inventory = undefined;
    this.#changed.fire();
  }

  async #readAll(): Promise<KeyInventory> {
    this.#changes ??= new WorkspaceChanges(this.#reader, () => this.refresh());
    const [named, ...found] = await Promise.all(this.#sources.map((source) => source.read()));
    const all = mergeInventories(named ? [named, ...found] : found);
    this.#named = new Set(named?.keys.map(({ id }) => id));
    const seen = new Set<string>();
    const once = (id: string): boolean => !seen.has(id) && seen.add(id).has(id);
    const inventory = {
      keys: all.keys.filter((known) => once(known.id)),
      troubles: all.troubles.filter((trouble) =>
        once(`${trouble.uri?.toString() ?? trouble.place} ${trouble.problem.code}`),
      ),
    };
    this.#read.fire(inventory);
    return inventory;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changes?.dispose();
    for (const source of this.#sources) source.dispose();
    this.#changed.dispose();
    this.#read.dispose();
  }
}
