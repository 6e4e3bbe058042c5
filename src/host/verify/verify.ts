import * as vscode from 'vscode';
import type { KnownKey } from '../../core/keys/key';
import { summaryLine } from '../../core/present/verdict';
import { askForToken } from '../documents/askForToken';
import type { FoundToken } from '../documents/foundToken';
import type { Inspector } from '../inspector/inspector';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { registerCommands } from '../platform/commands';
import { commandIds } from '../platform/ids';
import { describeToken, type Log } from '../platform/log';
import { words } from '../platform/words';
import { readSettings } from '../platform/settings';
import { pickVerificationKey } from './pickVerificationKey';
import type { Verifier } from './verifier';

/** `JWT: Verify Token`: a key is picked, the answer is shown in the panel and said in one line. */
export function registerVerify(
  keys: WorkspaceKeys,
  verifier: Verifier,
  inspector: Inspector,
  log: Log,
): vscode.Disposable {
  return registerCommands(log, {
    id: commandIds.verifyToken,
    async run(argument) {
      const found = await askForToken(argument);
      if (!found) return;
      const picked = await pickVerificationKey(keys, verifier, found);
      if (picked) await verifyWith(verifier, inspector, log, found, picked);
    },
  });
}

async function verifyWith(
  verifier: Verifier,
  inspector: Inspector,
  log: Log,
  found: FoundToken,
  picked: KnownKey,
): Promise<void> {
  const settings = readSettings(found.place?.uri);
  const { token, report } = await verifier.verify(found.text, settings, { picked });
  log.info(`verified: ${describeToken(token)}: ${report.signatures.map((one) => one.status).join()}`);
  await inspector.show(found, picked);
  const message = summaryLine(report, words(settings));
  const isGood = report.signatures.some((one) => one.status === 'valid');
  // Not awaited: the command is done when the answer is shown, not when the message is put away.
  void (isGood ? vscode.window.showInformationMessage(message) : vscode.window.showWarningMessage(message));
}
