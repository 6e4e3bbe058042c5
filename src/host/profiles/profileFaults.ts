import * as vscode from 'vscode';
import type { KeyInventory, KeySource, KeyTrouble } from '../keys/keyStore';
import { settingIds, settingsSection } from '../platform/ids';
import { settingPlace } from '../platform/settingPlace';
import { readSettings } from '../platform/settings';

const setting = `${settingsSection}.${settingIds.profiles}`;

/** Tells, among the other troubles with keys, which profiles are not used for a fault in them. Holds no keys. */
export class ProfileFaults implements KeySource {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(setting)) this.#changed.fire();
  });
  readonly onDidChange = this.#changed.event;

  async read(): Promise<KeyInventory> {
    const { readProfiles } = await import('../../core/verify/readProfiles');
    const folders = vscode.workspace.workspaceFolders ?? [];
    const troubles = (folders.length > 0 ? folders : [undefined]).flatMap((folder) =>
      readProfiles(readSettings(folder).profiles).faults.map(({ index, member }): KeyTrouble => ({
        place: settingPlace(settingIds.profiles, index, folder),
        problem: { code: 'store.profile', facts: { member } },
      })),
    );
    return { keys: [], troubles };
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}
