import * as vscode from 'vscode';
import { causeText, fixWording, summarizeUnknown, unknownText } from '../../core/present/diagnosisWording';
import { summaryLine, verdictOf } from '../../core/present/verdict';
import { askForToken } from '../documents/askForToken';
import type { FoundToken } from '../documents/foundToken';
import { placeArgument, tokenOfArgument } from '../documents/placeArgument';
import type { Log } from '../platform/log';
import { messageText } from '../platform/messageText';
import { readSettings } from '../platform/settings';
import { UserError } from '../platform/userError';
import { words } from '../platform/words';
import type { Verifier } from '../verify/verifier';
import { applyFix, type FixPorts } from './applyFix';
import type { Diagnoser } from './diagnoser';
import { fixFor, type Fix } from './fix';
import { explainWhy, type Why } from './why';

export interface ExplainPorts extends FixPorts {
  readonly diagnoser: Diagnoser;
  readonly verifier: Verifier;
  readonly log: Log;
}

/** Searches for why a token does not verify, says it in one sentence with its proof, and offers the fix. */
export async function explainFailure(argument: unknown, ports: ExplainPorts): Promise<void> {
  const found = await askForToken(argument);
  if (!found) return;
  // Not awaited: the command is done when the answer is shown, not when the message is put away.
  void tell(await searchInSight(found, ports), found, ports);
}

/** Does at once what the found cause offers as its fix; where it offers none, says what was found. */
export async function fixToken(argument: unknown, ports: ExplainPorts): Promise<void> {
  const found = await askForToken(argument);
  if (!found) return;
  const common = await explainWhy(ports.diagnoser, ports.keys, found, { tier: 'common' });
  const why = common.cause ? common : await searchInSight(found, ports);
  const fix = fixOf(why);
  if (fix) await carryOut(fix, why.about, ports);
  else void tell(why, found, ports);
}

/** The fix that belongs to what was found. */
export function fixOf({ diagnosis, about }: Why): Fix | undefined {
  return diagnosis.status === 'cause' ? fixFor(diagnosis, about.place !== undefined) : undefined;
}

async function searchInSight(found: FoundToken, { diagnoser, keys, log }: ExplainPorts): Promise<Why> {
  const why = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Looking for the reason…'),
      cancellable: true,
    },
    (_progress, cancellation) => explainWhy(diagnoser, keys, found, { tier: 'all', cancellation }),
  );
  log.info(`explained: ${why.diagnosis.status === 'cause' ? why.diagnosis.code : why.diagnosis.status}`);
  return why;
}

async function tell(why: Why, found: FoundToken, ports: ExplainPorts): Promise<void> {
  const speech = words(readSettings(found.place?.uri));
  const { diagnosis, cause } = why;
  if (!cause) {
    const answer =
      diagnosis.status === 'unknown'
        ? unknownText(summarizeUnknown(diagnosis), speech)
        : vscode.l10n.t('There is nothing to explain: the signature is valid with a key of this workspace.');
    await vscode.window.showInformationMessage(messageText(answer));
    return;
  }
  const fix = fixOf(why);
  const title = fix && speech.translate(fixWording[fix.kind]);
  const titles = title === undefined ? [] : [title];
  const choice = await vscode.window.showWarningMessage(messageText(causeText(cause, speech)), ...titles);
  if (!fix || choice === undefined) return;
  try {
    await carryOut(fix, why.about, ports);
  } catch (error) {
    const isTold = error instanceof UserError;
    if (!isTold) ports.log.error(`fix: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
    await vscode.window.showErrorMessage(
      messageText(
        isTold
          ? error.message
          : vscode.l10n.t('The fix did not work. The log “Claimcheck” says what happened.'),
      ),
    );
  }
}

/** Carries the fix out, and says what the token's answers are now. */
async function carryOut(fix: Fix, found: FoundToken, ports: ExplainPorts): Promise<void> {
  const { verifier, log } = ports;
  await applyFix(fix, found, ports);
  log.info(`fixed: ${fix.kind}`);
  const mended = fix.kind === 'copy' ? { text: fix.text } : (tokenOfArgument(placeArgument(found)) ?? found);
  const settings = readSettings(found.place?.uri);
  const { inspection, report } = await verifier.verify(mended.text, settings, { place: found.place });
  const summary = summaryLine(verdictOf(inspection, report, words(settings)));
  void vscode.window.showInformationMessage(messageText(summary));
}
