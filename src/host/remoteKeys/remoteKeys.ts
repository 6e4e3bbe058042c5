import * as vscode from 'vscode';
import type { KeyOrigin, KnownKey } from '../../core/keys/key';
import type { RemoteProblem } from '../../core/keys/remote/remoteProblem';
import { emptyInventory, type KeyInventory, type KeySource, type KeyTrouble } from '../keys/keyStore';
import { namedReferences } from '../keys/namedReferences';
import { settingIds, settingsSection } from '../platform/ids';
import { RemoteSets, type RemotePorts } from './remoteSets';
import { parseUrl } from './url';

/** What a token says that decides whether a set is out of date for it. */
export interface TokenNeeds {
  /** A key id that no known key has. */
  readonly unknownKid: boolean;
  readonly iss: string | undefined;
}

/** The keys of sets that were fetched in this session. Reading it asks no one: it tells what is there and what is not. */
export class RemoteKeys implements KeySource {
  readonly sets: RemoteSets;
  readonly #ports: RemotePorts;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;
  /** Address -> the issuers whose metadata named it. */
  readonly #issuers = new Map<string, Set<string>>();
  readonly onDidChange = this.#changed.event;

  constructor(ports: RemotePorts) {
    this.#ports = ports;
    this.sets = new RemoteSets(ports);
    this.#listener = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration((change) => {
        const settings = [settingIds.keys, settingIds.allowLoopback];
        if (settings.some((id) => change.affectsConfiguration(`${settingsSection}.${id}`)))
          this.#changed.fire();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire()),
    );
  }

  async read(): Promise<KeyInventory> {
    if (!this.#ports.rules.isWorkspaceTrusted) return emptyInventory;
    const inventories = await Promise.all(this.#urls().map((url) => this.#inventoryOf(url)));
    return {
      keys: inventories.flatMap(({ keys }) => keys),
      troubles: inventories.flatMap(({ troubles }) => troubles),
    };
  }

  /** Fetches one set, for which the caller has the user's word. `issuer` is whose metadata named it. */
  async fetchSet(url: string, issuer?: string): Promise<KeyInventory> {
    if (issuer !== undefined) this.#issuers.set(url, new Set([...(this.#issuers.get(url) ?? []), issuer]));
    await this.sets.fetchSet(url);
    this.#changed.fire();
    return await this.#inventoryOf(url);
  }

  forget(origin: KeyOrigin): boolean {
    return origin.from === 'remote' && this.sets.forget(origin.url);
  }

  /** The addresses that verifying this token calls for: out of date, or without its key id; hosts that the user allowed. */
  async wanted({ unknownKid, iss }: TokenNeeds): Promise<readonly string[]> {
    const wants = async (url: string): Promise<boolean> => {
      const issuers = this.#issuers.get(url);
      const isKidUnknown = unknownKid && (!issuers || (iss !== undefined && issuers.has(iss)));
      return await this.sets.wants(url, { why: 'verify', moment: this.#ports.now(), isKidUnknown });
    };
    const urls = this.#urls();
    const answers = await Promise.all(urls.map(wants));
    return urls.filter((_, index) => answers[index]);
  }

  /** The ids of the keys that an issuer's own metadata led to. */
  ofIssuer(iss: string | undefined, known: readonly KnownKey[]): ReadonlySet<string> | undefined {
    if (iss === undefined) return undefined;
    const ids = known
      .filter(({ origin }) => origin.from === 'remote' && this.#issuers.get(origin.url)?.has(iss))
      .map(({ id }) => id);
    return ids.length > 0 ? new Set(ids) : undefined;
  }

  /** Those that settings name, then those fetched besides. */
  #urls(): readonly string[] {
    const named = namedReferences().flatMap(({ references }) =>
      references.flatMap((one) => (one.kind === 'jwks' ? [parseUrl(one.jwks)?.href ?? one.jwks] : [])),
    );
    return [...new Set([...named, ...this.sets.urls])];
  }

  async #inventoryOf(url: string): Promise<KeyInventory> {
    const trouble = (problem: KeyTrouble['problem']): KeyTrouble => ({ place: url, problem });
    const refused = await this.sets.judge(url);
    if (refused) return { keys: [], troubles: [trouble(refused)] };
    const set = this.sets.get(url);
    const reading = set?.memory.answer?.value;
    const host = parseUrl(url)?.host ?? '';
    const missing: RemoteProblem = { code: 'remote.notFetched', facts: { host } };
    const problems = [set?.problem ?? (reading ? undefined : missing), ...(reading?.problems ?? [])];
    return {
      keys: (reading?.keys ?? []).map((key, index) => ({
        id: `remote:${url}#${index}`,
        key,
        origin: { from: 'remote', url },
      })),
      troubles: problems.flatMap((problem) => (problem ? [trouble(problem)] : [])),
    };
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}
