import * as vscode from 'vscode';
import type { KeyOrigin, KeySummary, KnownKey } from '../../core/keys/key';
import type { KeyInventory, KeySource } from './keyStore';
import type { OwnSources } from './ownSources';
import { Passphrases } from './passphrases';
import { Secrets } from './secrets';

/** All keys the workspace knows, by every source: read on the first question, kept until a source says it changed. */
export class WorkspaceKeys {
  readonly secrets: Secrets;
  readonly passphrases: Passphrases;
  readonly #now: () => number;
  readonly #more: readonly KeySource[];
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  #inventory: Promise<KeyInventory> | undefined;
  #named: ReadonlySet<string> = new Set();
  #own: Promise<OwnSources> | undefined;
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
    this.#more = more;
    this.#listeners = vscode.Disposable.from(
      ...more.map((source) => source.onDidChange(() => this.refresh())),
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
    return this.#more.filter((source) => source.forget?.(origin)).length > 0;
  }

  /** Reads again at the next question; what did not change comes from the readers' own memory. */
  refresh(): void {
    this.#inventory = undefined;
    this.#changed.fire();
  }

  async #readAll(): Promise<KeyInventory> {
    const own = await (this.#own ??= this.#loadOwn());
    const [{ named, found }, ...others] = await Promise.all([
      own.read(),
      ...this.#more.map((source) => source.read()),
    ]);
    // The first one wins where two name the same key.
    const all = own.merge([named, ...found, ...others]);
    this.#named = new Set(named.keys.map(({ id }) => id));
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

  /** What reads key files is loaded when keys are first asked for. */
  async #loadOwn(): Promise<OwnSources> {
    const { OwnSources } = await import('./ownSources');
    return new OwnSources(this.secrets, this.passphrases, () => this.refresh());
  }

  dispose(): void {
    this.#listeners.dispose();
    void this.#own?.then((own) => own.dispose());
    for (const source of this.#more) source.dispose();
    this.#changed.dispose();
    this.#read.dispose();
  }
}
