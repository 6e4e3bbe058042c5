import * as vscode from 'vscode';
import { settingIds, settingsSection } from '../platform/ids';
import { readKeyReferences } from './keyReference';
import type { WorkspaceKeys } from './workspaceKeys';

/** After a question, removes every secret and passphrase this machine keeps for us. References in settings stay: they hold nothing. */
export async function forgetSecrets(keys: WorkspaceKeys): Promise<boolean> {
  const forget = vscode.l10n.t('Forget All');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Forget every secret and passphrase that Claimcheck keeps on this machine?'),
    { modal: true, detail: vscode.l10n.t('Key files and settings stay as they are.') },
    forget,
  );
  if (choice !== forget) return false;
  await keys.secrets.forgetAll(referencedNames());
  await keys.passphrases.forgetAll();
  keys.refresh();
  return true;
}

/** The names that settings of any scope mention, for hosts that cannot list what they store. */
function referencedNames(): readonly string[] {
  const inspected = vscode.workspace.getConfiguration(settingsSection).inspect(settingIds.keys);
  return [inspected?.globalValue, inspected?.workspaceValue, inspected?.workspaceFolderValue].flatMap(
    (value) =>
      readKeyReferences(value).references.flatMap((one) => (one.kind === 'secret' ? [one.secret] : [])),
  );
}
