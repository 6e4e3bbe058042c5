import * as vscode from 'vscode';
import type { KeyOrigin, SecretEncoding } from '../../core/keys/key';
import { settingIds, settingsSection } from '../platform/ids';
import { updateSetting } from '../platform/refusals';
import { readSettings } from '../platform/settings';

/** Where a setting can be written, from the narrowest. */
const targets = [
  ['workspaceFolderValue', vscode.ConfigurationTarget.WorkspaceFolder],
  ['workspaceValue', vscode.ConfigurationTarget.Workspace],
  ['globalValue', vscode.ConfigurationTarget.Global],
] as const;

type Entry = Readonly<Record<string, unknown>>;

/** Where a new reference is written: the workspace if one is open, else the user's settings. */
export function referenceTarget(): vscode.ConfigurationTarget {
  return vscode.workspace.workspaceFolders?.length
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
}

/** Adds a reference to `claimcheck.keys`; the same file or secret is there once. */
export async function addReference(reference: Entry, to: vscode.ConfigurationTarget): Promise<void> {
  const current = entriesAt(to);
  await write([...current.filter((entry) => !isSamePlace(entry, reference)), reference], to);
}

/** Takes the reference to a key's origin out of every scope that has it. True where there was one. */
export async function removeReference(origin: KeyOrigin): Promise<boolean> {
  const place = placeOf(origin);
  let removed = false;
  for (const [, target] of targets) {
    const entries = entriesAt(target);
    const rest = entries.filter((entry) => !place || !isSamePlace(entry, place));
    if (rest.length === entries.length) continue;
    await write(rest.length === 0 ? undefined : rest, target);
    removed = true;
  }
  return removed;
}

/** Gives the reference of a key's origin a key id, making the reference if there is none; the empty text takes it away. */
export async function setReferencedKid(origin: KeyOrigin, kid: string): Promise<void> {
  const place = placeOf(origin);
  if (!place) return;
  const found = targets.find(([, target]) => entriesAt(target).some((entry) => isSamePlace(entry, place)));
  const target = found?.[1] ?? referenceTarget();
  const old = entriesAt(target).find((entry) => isSamePlace(entry, place)) ?? place;
  const rest = Object.fromEntries(Object.entries(old).filter(([name]) => name !== 'kid'));
  await addReference(kid === '' ? rest : { ...rest, kid }, target);
}

/** Reads a stored secret in another encoding, where its reference stands; what else that says stays. */
export async function setReferencedEncoding(secret: string, encoding: SecretEncoding): Promise<void> {
  const place = { secret };
  const found = targets.find(([, target]) => entriesAt(target).some((entry) => isSamePlace(entry, place)));
  const target = found?.[1] ?? referenceTarget();
  const old = entriesAt(target).find((entry) => isSamePlace(entry, place)) ?? place;
  await addReference({ ...old, encoding }, target);
}

/** Keeps a discovered file from being read as a key. */
export async function excludeFile(path: string): Promise<void> {
  const section = vscode.workspace.getConfiguration(settingsSection);
  const excluded = [...readSettings().keyFilesExclude, `**/${path.replace(/[*?{}[\]]/g, '?')}`];
  await updateSetting(section, settingIds.keyFilesExclude, excluded, referenceTarget());
}

function placeOf(origin: KeyOrigin): Entry | undefined {
  if (origin.from === 'secretStorage') return { secret: origin.name };
  if (origin.from === 'file') return { file: origin.path };
  return origin.from === 'remote' ? { jwks: origin.url } : undefined;
}

function isSamePlace(entry: unknown, place: Entry): boolean {
  if (typeof entry !== 'object' || entry === null) return false;
  return ['file', 'secret', 'jwks'].some((name) => name in place && (entry as Entry)[name] === place[name]);
}

function entriesAt(target: vscode.ConfigurationTarget): readonly Entry[] {
  const inspected = vscode.workspace
    .getConfiguration(settingsSection)
    .inspect<readonly Entry[]>(settingIds.keys);
  const name = targets.find((row) => row[1] === target)?.[0];
  const value = name && inspected?.[name];
  return Array.isArray(value) ? (value as readonly Entry[]) : [];
}

async function write(
  entries: readonly Entry[] | undefined,
  target: vscode.ConfigurationTarget,
): Promise<void> {
  const section = vscode.workspace.getConfiguration(settingsSection);
  await updateSetting(section, settingIds.keys, entries, target);
}
