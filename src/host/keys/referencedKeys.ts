import * as vscode from 'vscode';
import { utf8Bytes } from '../../core/encoding/bytes';
import { settingIds, settingsSection } from '../platform/ids';
import { settingPlace } from '../platform/settingPlace';
import { fileUri } from './fileUri';
import type { FileToRead, KeyFileReader } from './keyFileReader';
import type { KeyReference, SecretReference } from './keyReference';
import { emptyInventory, type KeyInventory, type KeySource } from './keyStore';
import { namedReferences } from './namedReferences';
import type { Secrets } from './secrets';

/** The keys that `claimcheck.keys` names, of every workspace folder. */
export class ReferencedKeys implements KeySource {
  readonly #reader: KeyFileReader;
  readonly #secrets: Secrets;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(reader: KeyFileReader, secrets: Secrets) {
    this.#reader = reader;
    this.#secrets = secrets;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${settingsSection}.${settingIds.keys}`)) this.#changed.fire();
      }),
      secrets.onDidChange(() => this.#changed.fire()),
    );
  }

  async read(): Promise<KeyInventory> {
    const readings: Promise<KeyInventory>[] = [];
    const seen = new Set<string>();
    for (const { folder, references, faults } of namedReferences()) {
      readings.push(
        Promise.resolve({
          keys: [],
          troubles: faults.map(({ index, code }) => ({
            place: settingPlace(settingIds.keys, index, folder),
            problem: { code: 'store.reference' as const, facts: { fault: code } },
          })),
        }),
      );
      for (const reference of references) {
        const id = referenceId(reference, folder);
        if (seen.has(id)) continue;
        seen.add(id);
        readings.push(this.#read(reference, folder));
      }
    }
    return mergeInventories(await Promise.all(readings));
  }

  async #read(reference: KeyReference, folder: vscode.WorkspaceFolder | undefined): Promise<KeyInventory> {
    // Sets of the network are read by their own source, which asks before it fetches.
    if (reference.kind === 'jwks') return emptyInventory;
    if (reference.kind === 'secret') return await this.#secret(reference);
    const uri = fileUri(reference.file, folder);
    // Until the workspace is trusted no key file is read, whatever a setting says.
    if (!vscode.workspace.isTrusted) return emptyInventory;
    if (!uri && !folder) return emptyInventory;
    if (!uri) {
      const problem = { code: 'store.fileMissing' as const, facts: { path: reference.file } };
      return { keys: [], troubles: [{ place: reference.file, problem }] };
    }
    const file: FileToRead = {
      uri,
      ...(reference.kid === undefined ? {} : { kid: reference.kid }),
      ...(reference.encoding === undefined ? {} : { encoding: reference.encoding }),
    };
    return await this.#reader.read(file);
  }

  async #secret(reference: SecretReference): Promise<KeyInventory> {
    const text = await this.#secrets.get(reference.secret);
    if (text === undefined) {
      const problem = { code: 'store.secretMissing' as const, facts: { name: reference.secret } };
      return { keys: [], troubles: [{ place: reference.secret, problem }] };
    }
    const { readKeys } = await import('../../core/keys/readKeys');
    const { keys, problems } = await readKeys(
      { bytes: utf8Bytes(text) },
      { secretEncoding: reference.encoding },
    );
    return {
      keys: keys.map((key, index) => ({
        id: `secret:${reference.secret}#${index}`,
        key: reference.kid === undefined ? key : { ...key, labels: { ...key.labels, kid: reference.kid } },
        origin: { from: 'secretStorage', name: reference.secret },
      })),
      troubles: problems.map((problem) => ({ place: reference.secret, problem })),
    };
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}

/** Joins inventories, keeping order. */
export function mergeInventories(inventories: readonly KeyInventory[]): KeyInventory {
  return {
    keys: inventories.flatMap((inventory) => inventory.keys),
    troubles: inventories.flatMap((inventory) => inventory.troubles),
  };
}

function referenceId(reference: KeyReference, folder: vscode.WorkspaceFolder | undefined): string {
  if (reference.kind === 'jwks') return `jwks:${reference.jwks}`;
  return reference.kind === 'secret'
    ? `secret:${reference.secret}`
    : (fileUri(reference.file, folder)?.toString() ?? `file:${reference.file}`);
}
