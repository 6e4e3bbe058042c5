import * as vscode from 'vscode';
import { settingIds, settingsSection } from '../platform/ids';
import { updateSetting } from '../platform/refusals';

/** Which hosts may be asked; what the user once said, and nothing that a workspace says. */
export interface NetworkRules {
  readonly isWorkspaceTrusted: boolean;
  readonly allowsLoopback: boolean;
  /** `host` with its port, where it is not the usual one. */
  isAllowed(host: string): boolean;
  remember(host: string): Promise<void>;
}

/** The rules of the user's own settings. */
export const networkRules: NetworkRules = {
  get isWorkspaceTrusted() {
    return vscode.workspace.isTrusted;
  },
  get allowsLoopback() {
    return userValue(settingIds.allowLoopback) === true;
  },
  isAllowed: (host) => allowedHosts().includes(host),
  async remember(host) {
    if (allowedHosts().includes(host)) return;
    await updateSetting(
      section(),
      settingIds.allowedHosts,
      [...allowedHosts(), host],
      vscode.ConfigurationTarget.Global,
    );
  },
};

function allowedHosts(): readonly string[] {
  const value = userValue(settingIds.allowedHosts);
  return Array.isArray(value) ? value.filter((host): host is string => typeof host === 'string') : [];
}

/** Their scope lets no workspace set them; what one writes all the same is not looked at. */
function userValue(id: string): unknown {
  return section().inspect<unknown>(id)?.globalValue;
}

function section(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(settingsSection);
}
