import * as vscode from 'vscode';
import {
  strengthProgressText,
  strengthRefusalText,
  strengthText,
  type StrengthSummary,
} from '../../core/present/strengthWording';
import type { FoundSecret, StrengthResult } from '../../core/strength/checkStrength';
import { isStrengthRefusal, strengthTarget, type StrengthTarget } from '../../core/strength/strengthTarget';
import { encodeHex } from '../../core/encoding/hex';
import { askForToken } from '../documents/askForToken';
import type { FoundToken } from '../documents/foundToken';
import type { BackgroundWorkers } from '../platform/backgroundWorkers';
import { commandIds } from '../platform/ids';
import type { Log } from '../platform/log';
import { messageText } from '../platform/messageText';
import { readSettings } from '../platform/settings';
import { UserError } from '../platform/userError';
import { words } from '../platform/words';
import { askForLists } from './askForLists';
import { fittingShares, searchSecret } from './searchSecret';
import { shippedLists } from './shippedLists';
import { workspaceLists } from './workspaceLists';

export interface StrengthPorts {
  readonly extensionUri: vscode.Uri;
  readonly workers: BackgroundWorkers;
  readonly log: Log;
}

/** Looks for the secret of a token among words that strangers would try, and says how it was found, or that this proves nothing. */
export async function checkSecretStrength(argument: unknown, ports: StrengthPorts): Promise<void> {
  const found = await askForToken(argument);
  if (!found) return;
  const target = strengthTarget(found.text);
  if (isStrengthRefusal(target)) throw new UserError(strengthRefusalText(target, words(readSettings())));
  const ownLists = await askForLists();
  if (!ownLists) return;
  const lists = [...(await shippedLists(ports.extensionUri)), ...(await workspaceLists(found)), ...ownLists];
  const result = await searchInSight(target, lists, ports);
  ports.log.info(`secret checked: ${result.found ? 'weak' : 'not found'}, ${result.tried} tried`);
  // Not awaited: the command is done when the answer is shown, not when the message is put away.
  void tell(found, { target, result });
}

async function searchInSight(
  target: StrengthTarget,
  lists: Parameters<typeof searchSecret>[0]['lists'],
  { workers }: StrengthPorts,
): Promise<StrengthResult> {
  const speech = words(readSettings());
  return await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Trying secrets'),
      cancellable: true,
    },
    async (progress, cancellation) => {
      const started = performance.now();
      const onProgress = (tried: number): void =>
        progress.report({
          message: messageText(
            strengthProgressText({ tried, milliseconds: performance.now() - started }, speech),
          ),
        });
      return await searchSecret({
        target,
        lists,
        workers,
        shares: fittingShares(),
        cancellation,
        onProgress,
      });
    },
  );
}

interface Answer {
  readonly target: StrengthTarget;
  readonly result: StrengthResult;
}

async function tell({ place }: FoundToken, { target, result }: Answer): Promise<void> {
  const { found, ...rest } = result;
  const summary: StrengthSummary = {
    ...rest,
    target,
    ...(found ? { found: { ...found, octets: found.octets.length } } : {}),
  };
  const text = strengthText(summary, words(readSettings(place?.uri)));
  if (!found) {
    await vscode.window.showInformationMessage(messageText(text));
    return;
  }
  const generate = vscode.l10n.t('Generate a Strong Secret');
  const show = vscode.l10n.t('Show the Secret');
  const choice = await vscode.window.showWarningMessage(messageText(text), generate, show);
  if (choice === generate) await vscode.commands.executeCommand(commandIds.generateKey);
  if (choice === show) await reveal(found);
}

/** Only now, only here, and only until it is put away. */
async function reveal({ octets }: FoundSecret): Promise<void> {
  await vscode.window.showInformationMessage(vscode.l10n.t('The secret of this token'), {
    modal: true,
    detail: readable(octets),
  });
}

/** The secret as text, or as hexadecimal where it is no text one can read. */
function readable(octets: Uint8Array): string {
  const text = new TextDecoder().decode(octets);
  const isText = !/[\p{Cc}\ufffd]/u.test(text) && text.trim() === text && text !== '';
  return isText ? text : vscode.l10n.t('{hex} (hexadecimal)', { hex: encodeHex(octets) });
}
