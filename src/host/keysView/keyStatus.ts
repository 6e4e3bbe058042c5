import * as vscode from 'vscode';
import type { KeyInventory } from '../keys/keyStore';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { commandIds } from '../platform/ids';

/** Says in the language status how many keys are known and whether a place could not be read. It appears with the first question: no file is read for it. */
export function registerKeyStatus(keys: WorkspaceKeys): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const listener = keys.onDidRead((inventory) => {
    item ??= newItem();
    tell(item, inventory);
  });
  return vscode.Disposable.from(listener, { dispose: () => item?.dispose() });
}

function newItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('claimcheck.keys', { scheme: '*' });
  item.name = vscode.l10n.t('JWT Keys');
  item.command = { command: commandIds.showKeys, title: vscode.l10n.t('Show Keys') };
  return item;
}

function tell(item: vscode.LanguageStatusItem, { keys, troubles }: KeyInventory): void {
  const count = keys.length;
  item.text =
    count === 1 ? vscode.l10n.t('1 key for tokens') : vscode.l10n.t('{count} keys for tokens', { count });
  item.severity =
    troubles.length > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  item.detail = detailOf(troubles.length);
  item.accessibilityInformation = { label: item.detail ? `${item.text}. ${item.detail}` : item.text };
}

function detailOf(troubles: number): string {
  if (!vscode.workspace.isTrusted) return vscode.l10n.t('key files are read once the workspace is trusted');
  if (troubles === 0) return '';
  return troubles === 1
    ? vscode.l10n.t('one place could not be read')
    : vscode.l10n.t('{count} places could not be read', { count: troubles });
}
