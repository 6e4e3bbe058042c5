import * as vscode from 'vscode';
import type { KnownKey } from '../../core/keys/key';
import { summaryLine, verdictOf } from '../../core/present/verdict';
import { askForToken } from '../documents/askForToken';
import type { FoundToken } from '../documents/foundToken';
import type { Inspector } from '../inspector/inspector';
import type { RememberedPicks } from '../keys/rememberedPicks';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { describeToken, type Log } from '../platform/log';
import { messageText } from '../platform/messageText';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';
import type { RemoteKeys } from '../remoteKeys/remoteKeys';
import { pickVerificationKey } from './pickVerificationKey';
import type { Verifier } from './verifier';

/** What verifying with a picked key needs of the rest. */
export interface VerifyPorts {
  readonly keys: WorkspaceKeys;
  readonly verifier: Verifier;
  readonly inspector: Inspector;
  readonly log: Log;
  readonly remote: RemoteKeys;
  readonly picks: RememberedPicks;
}

/** Asks for a token where none is given, and for a key; shows the answer in the panel and says it in one line. */
export async function verifyWithPickedKey(argument: unknown, ports: VerifyPorts): Promise<void> {
  const found = await askForToken(argument);
  if (!found) return;
  const picked = await pickVerificationKey(ports.keys, ports.verifier, found, { remote: ports.remote });
  if (picked) await verifyWith(ports, found, picked);
}

/** Shows the answer of one key in the panel and says it in one line. */
export async function verifyWith(
  { verifier, inspector, log }: VerifyPorts,
  found: FoundToken,
  picked: KnownKey,
): Promise<void> {
  const settings = readSettings(found.place?.uri);
  const { token, inspection, report } = await verifier.verify(found.text, settings, { picked });
  log.info(`verified: ${describeToken(token)}: ${report.signatures.map((one) => one.status).join()}`);
  await inspector.show(found, picked);
  const summary = summaryLine(verdictOf(inspection, report, words(settings)));
  const isGood = report.signatures.some((one) => one.status === 'valid');
  // Not awaited: the command is done when the answer is shown, not when the message is put away.
  void (isGood
    ? vscode.window.showInformationMessage(messageText(summary))
    : vscode.window.showWarningMessage(messageText(summary)));
}
