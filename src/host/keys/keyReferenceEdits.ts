import * as vscode from 'vscode';
import type { KeyOrigin, SecretEncoding } from '../../core/keys/key';
import { settingIds, settingsSection } from '../platform/ids';
import { updateSetting } from '../platform/refusals';
import { settingLevels, valueAt, type SettingLevel } from '../platform/settingLevel';
import { fileUri } from './fileUri';
import { fileReference, referenceLevel } from './referenceLevel';

type Entry = Readonly<Record<string, unknown>>;

/** Adds a reference to `claimcheck.keys`; the same file, secret or set is there once. */
export async function addReference(reference: Entry, level: SettingLevel): Promise<void> {
  const others = entriesAt(level).filter((entry) => !isSamePlace(entry, reference));
  await write([...others, reference], level);
}

/** Takes the reference to a key's origin out of every scope that has it. True where there was one. */
export async function removeReference(origin: KeyOrigin): Promise<boolean> {
  let removed = false;
  for (const level of settingLevels()) {
    const entries = entriesAt(level);
    const rest = entries.filter((entry) => !isReferenceTo(origin, entry, level));
    if (rest.length === entries.length) continue;
    await write(rest.length === 0 ? undefined : rest, level);
    removed = true;
  }
  return removed;
}

/** Gives the reference of a key's origin a key id, making the reference if there is none; the empty text takes it away. */
export async function setReferencedKid(origin: KeyOrigin, kid: string): Promise<void> {
  await change(origin, (old) => {
    const rest = Object.fromEntries(Object.entries(old).filter(([name]) => name !== 'kid'));
    return kid === '' ? rest : { ...rest, kid };
  });
}

/** Reads a stored secret in another encoding, where its reference stands; what else that says stays. */
export async function setReferencedEncoding(secret: string, encoding: SecretEncoding): Promise<void> {
  await change({ from: 'secretStorage', name: secret }, (old) => ({ ...old, encoding }));
}

/** Changes the reference where it stands, or writes one that begins with nothing but the place. */
async function change(origin: KeyOrigin, edit: (old: Entry) => Entry): Promise<void> {
  for (const level of settingLevels()) {
    const entries = entriesAt(level);
    const isIt = (entry: Entry): boolean => isReferenceTo(origin, entry, level);
    if (!entries.some(isIt)) continue;
    await write(
      entries.map((entry) => (isIt(entry) ? edit(entry) : entry)),
      level,
    );
    return;
  }
  const made = newReference(origin);
  if (made) await addReference(edit(made[0]), made[1]);
}

function newReference(origin: KeyOrigin): readonly [Entry, SettingLevel] | undefined {
  if (origin.from === 'secretStorage') return [{ secret: origin.name }, referenceLevel()];
  if (origin.from === 'file') return fileReference(vscode.Uri.parse(origin.uri));
  return origin.from === 'remote' ? [{ jwks: origin.url }, referenceLevel()] : undefined;
}

/** Whether an entry names the place a key is from. What is relative at a level of several folders is so in each of them. */
function isReferenceTo(origin: KeyOrigin, entry: unknown, { folder }: SettingLevel): boolean {
  const { file, secret, jwks } = Object(entry) as Entry;
  if (origin.from === 'secretStorage') return secret === origin.name;
  if (origin.from === 'remote') return jwks === origin.url;
  if (origin.from !== 'file' || typeof file !== 'string') return false;
  const folders = folder ? [folder] : (vscode.workspace.workspaceFolders ?? [undefined]);
  return folders.some((one) => fileUri(file, one)?.toString() === origin.uri);
}

function isSamePlace(entry: unknown, place: Entry): boolean {
  if (typeof entry !== 'object' || entry === null) return false;
  return ['file', 'secret', 'jwks'].some((name) => name in place && (entry as Entry)[name] === place[name]);
}

function entriesAt(level: SettingLevel): readonly Entry[] {
  const value = valueAt(settingsSection, settingIds.keys, level);
  return Array.isArray(value) ? (value as readonly Entry[]) : [];
}

async function write(entries: readonly Entry[] | undefined, { target, folder }: SettingLevel): Promise<void> {
  const section = vscode.workspace.getConfiguration(settingsSection, folder);
  await updateSetting(section, settingIds.keys, entries, target);
}
