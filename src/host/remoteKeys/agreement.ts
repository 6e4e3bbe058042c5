import * as vscode from 'vscode';
import { messageText } from '../platform/messageText';
import type { NetworkRules } from './networkRules';
import { parseUrl } from './url';

/**
 * Asks before a host is asked for the first time: shows the host and the exact addresses. Who agrees has the host remembered.
 * @throws vscode.CancellationError where the user turned away
 */
export async function agree(urls: readonly string[], rules: NetworkRules): Promise<void> {
  const host = parseUrl(urls[0] ?? '')?.host ?? '';
  if (rules.isAllowed(host)) return;
  const fetch = vscode.l10n.t('Fetch');
  const detail = vscode.l10n.t(
    'Nothing of the token is sent. The host is remembered in your settings (claimcheck.network.allowedHosts); remove it there to be asked again.',
  );
  const choice = await vscode.window.showWarningMessage(
    messageText(vscode.l10n.t('Fetch keys from {host}?', { host })),
    { modal: true, detail: `${urls.join('\n')}\n\n${detail}` },
    fetch,
  );
  if (choice !== fetch) throw new vscode.CancellationError();
  await rules.remember(host);
}

/** Does something while the exact addresses that are asked stand in sight. */
export async function whileShowing<T>(urls: readonly string[], work: () => Promise<T>): Promise<T> {
  return await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: messageText(vscode.l10n.t('Fetching {url}', { url: urls.join(' ') })),
    },
    work,
  );
}
