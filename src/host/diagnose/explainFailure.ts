import * as vscode from 'vscode';
import { unknownText } from '../../core/present/diagnosisWording';
import { askForToken } from '../documents/askForToken';
import type { FoundToken } from '../documents/foundToken';
import type { Inspector } from '../inspector/inspector';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { Log } from '../platform/log';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';
import { applyFix } from './applyFix';
import type { Diagnoser } from './diagnoser';
import { fixFor, type Fix } from './fix';
import { explainWhy, type Why } from './why';

export interface ExplainPorts {
  readonly keys: WorkspaceKeys;
  readonly diagnoser: Diagnoser;
  readonly inspector: Inspector;
  readonly log: Log;
}

/** What each fix is called; functions, so that each is a literal to translate. */
const fixTitles: Readonly<Record<Fix['kind'], () => string>> = {
  repair: () => vscode.l10n.t('Repair the Token'),
  encoding: () => vscode.l10n.t('Use This Encoding'),
  store: () => vscode.l10n.t('Keep the Corrected Secret'),
  useKey: () => vscode.l10n.t('Verify with That Key'),
};

/** Searches for why a token does not verify, says it in one sentence with its proof, and offers the fix. */
export async function explainFailure(argument: unknown, ports: ExplainPorts): Promise<void> {
  const { keys, diagnoser, log } = ports;
  const found = await askForToken(argument);
  if (!found) return;
  const settings = readSettings(found.place?.uri);
  const why = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Looking for the reason…'),
      cancellable: true,
    },
    (_progress, cancellation) => explainWhy(diagnoser, keys, found, settings, { tier: 'all', cancellation }),
  );
  log.info(`explained: ${why.diagnosis.status === 'cause' ? why.diagnosis.code : why.diagnosis.status}`);
  // Not awaited: the command is done when the answer is shown, not when the message is put away.
  void tell(why, found, ports);
}

async function tell({ diagnosis, text }: Why, found: FoundToken, ports: ExplainPorts): Promise<void> {
  if (diagnosis.status !== 'cause' || text === undefined) {
    const answer =
      diagnosis.status === 'unknown'
        ? unknownText(diagnosis, words(readSettings(found.place?.uri)))
        : vscode.l10n.t('There is nothing to explain: the signature is valid with a key of this workspace.');
    await vscode.window.showInformationMessage(answer);
    return;
  }
  const fix = fixFor(diagnosis);
  const title = fix && fixTitles[fix.kind]();
  const choice = await vscode.window.showWarningMessage(text, ...(title === undefined ? [] : [title]));
  if (!fix || choice === undefined) return;
  try {
    await carryOut(fix, found, ports);
  } catch (error) {
    await vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

async function carryOut(fix: Fix, found: FoundToken, { keys, inspector }: ExplainPorts): Promise<void> {
  await applyFix(fix, found, keys);
  if (fix.kind !== 'useKey') return;
  const { keys: known } = await keys.inventory();
  const picked = known.find((one) => one.id.startsWith(fix.id.split('#')[0] ?? fix.id));
  await inspector.show(found, picked);
}
