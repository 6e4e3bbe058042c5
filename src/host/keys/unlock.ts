import * as vscode from 'vscode';
import { plain } from '../platform/plain';
import type { WorkspaceKeys } from './workspaceKeys';

/** Asks for the passphrase of a key file until it opens or the user turns away. True when it is open. */
export async function unlock(keys: WorkspaceKeys, uri: vscode.Uri): Promise<boolean> {
  const name = plain(vscode.workspace.asRelativePath(uri));
  let wrong = false;
  for (;;) {
    const passphrase = await vscode.window.showInputBox({
      title: vscode.l10n.t('Passphrase of {name}', { name }),
      prompt: wrong
        ? vscode.l10n.t('That passphrase does not open it. Try another.')
        : vscode.l10n.t('Used in this session only, unless you choose to keep it.'),
      password: true,
      ignoreFocusOut: true,
    });
    if (passphrase === undefined) return false;
    await keys.passphrases.set(uri, passphrase, false);
    keys.refresh();
    const { troubles } = await keys.inventory();
    const locked = troubles.some(
      (trouble) =>
        trouble.uri?.toString() === uri.toString() && trouble.problem.code.startsWith('passphrase'),
    );
    if (!locked) {
      await offerToKeep(keys, uri, passphrase, name);
      return true;
    }
    await keys.passphrases.forget(uri);
    wrong = true;
  }
}

async function offerToKeep(
  keys: WorkspaceKeys,
  uri: vscode.Uri,
  passphrase: string,
  name: string,
): Promise<void> {
  const keep = vscode.l10n.t('Keep in VS Code’s secret storage');
  const choice = await vscode.window.showQuickPick(
    [{ label: vscode.l10n.t('Forget when this window closes') }, { label: keep }],
    { title: vscode.l10n.t('{name} is open', { name }), placeHolder: vscode.l10n.t('Keep its passphrase?') },
  );
  if (choice?.label === keep) await keys.passphrases.set(uri, passphrase, true);
}
