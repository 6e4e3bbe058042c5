import * as vscode from 'vscode';
import { expectedBy, profileFrom, type Expected } from '../../core/verify/expected';
import type { Profile } from '../../core/verify/profile';
import { readProfiles } from '../../core/verify/readProfiles';
import { settingIds, settingsSection } from '../platform/ids';
import { messageText } from '../platform/messageText';
import { updateSetting } from '../platform/refusals';
import { readSettings } from '../platform/settings';

/** What is expected of an issuer's tokens. */
type Savable = Expected & { readonly issuer: string };

/**
 * Keeps what is expected as the profile of its issuer, in place of the one there is, if the user agrees. Resolves to the
 * expectations of the profile as it is now, or undefined where the user turned away.
 */
export async function saveProfile(expected: Savable, scope?: vscode.Uri): Promise<Expected | undefined> {
  const { issuer } = expected;
  const { profiles, clockTolerance } = readSettings(scope);
  const before = readProfiles(profiles).profiles.find((one) => one.issuer === issuer);
  if (before && !(await agreesToReplace(issuer))) return undefined;
  const profile = profileFrom(expected, clockTolerance, before);
  await write(profile, scope);
  void tell(issuer);
  return expectedBy(profile, clockTolerance);
}

async function agreesToReplace(issuer: string): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const answer = await vscode.window.showWarningMessage(
    messageText(vscode.l10n.t('There is a profile for {issuer} already. Replace it?', { issuer })),
    { modal: true },
    replace,
  );
  return answer === replace;
}

/** Where profiles are said already: a list elsewhere would hide them. Else in the workspace, if there is one that is trusted. */
async function write(profile: Profile, scope: vscode.Uri | undefined): Promise<void> {
  const section = vscode.workspace.getConfiguration(settingsSection, scope);
  const said = section.inspect<unknown>(settingIds.profiles);
  const hasWorkspace = vscode.workspace.isTrusted && vscode.workspace.workspaceFolders !== undefined;
  const { WorkspaceFolder, Workspace, Global } = vscode.ConfigurationTarget;
  const own = [
    [WorkspaceFolder, said?.workspaceFolderValue],
    [Workspace, said?.workspaceValue],
  ] as const;
  const levels = [...(hasWorkspace ? own : []), [Global, said?.globalValue] as const];
  const [target, list] = levels.find(([, value]) => Array.isArray(value)) ?? [
    hasWorkspace ? Workspace : Global,
    [],
  ];
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  const isSame = (entry: unknown): boolean =>
    (Object(entry) as { readonly issuer?: unknown }).issuer === profile.issuer;
  const at = entries.findIndex(isSame);
  await updateSetting(
    section,
    settingIds.profiles,
    at < 0 ? [...entries, profile] : entries.toSpliced(at, 1, profile),
    target,
  );
}

async function tell(issuer: string): Promise<void> {
  const open = vscode.l10n.t('Open Settings');
  const answer = await vscode.window.showInformationMessage(
    messageText(vscode.l10n.t('Saved as the profile for {issuer}', { issuer })),
    open,
  );
  if (answer === open) await openProfiles();
}

/** The settings editor at the profiles. */
export async function openProfiles(): Promise<void> {
  await vscode.commands.executeCommand(
    'workbench.action.openSettings',
    `${settingsSection}.${settingIds.profiles}`,
  );
}
