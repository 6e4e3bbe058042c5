import * as vscode from 'vscode';
import { causeCodes } from '../../core/diagnose/codes';
import { diagnoseToken } from '../../core/diagnose/diagnoseToken';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import { scanTokens } from '../../core/detect/scan';
import type { DiagnosisTask } from '../../protocol/workerTasks';
import type { FoundToken } from '../documents/foundToken';
import { openDocument } from '../documents/openDocument';
import { NoWorker, type Cancellation } from '../platform/backgroundWork';
import type { DiagnoseOptions, DiagnoserPorts } from './diagnoseOptions';
import { keyConfigurations } from './keyConfigurations';

/** Other tokens compared with, at most; and the longest document read for them, in UTF-16 units. */
const maximumSiblings = 200;
const maximumDocument = 1_000_000;

/** What `Diagnoser.diagnose` promises. */
export async function searchCause(
  found: FoundToken,
  { tier, cancellation, budget }: DiagnoseOptions,
  ports: DiagnoserPorts,
): Promise<Diagnosis> {
  const document = documentText(found);
  const task: DiagnosisTask = {
    token: found.text,
    keys: await keyConfigurations(ports.keys, found),
    siblings: siblingsOf(found, document),
    ...(document === undefined ? {} : { document }),
    ...(budget === undefined ? {} : { budget }),
    tier,
  };
  return tier === 'all'
    ? await inBackground(task, cancellation, ports)
    : await inSlices(task, cancellation, ports);
}

async function inBackground(
  task: DiagnosisTask,
  cancellation: Cancellation | undefined,
  ports: DiagnoserPorts,
): Promise<Diagnosis> {
  try {
    return await ports.workers.run('diagnosis', task, { cancellation });
  } catch (error) {
    if (error instanceof vscode.CancellationError) {
      return { status: 'unknown', tried: [], notReached: causeCodes, noticed: [] };
    }
    if (error instanceof NoWorker) return await inSlices(task, cancellation, ports);
    throw error;
  }
}

/** On the host's own thread, which is let go every 16 ms at the latest. */
async function inSlices(
  { budget, ...request }: DiagnosisTask,
  cancellation: Cancellation | undefined,
  { clock }: DiagnoserPorts,
): Promise<Diagnosis> {
  const started = clock();
  const elapsed = (): number => clock() - started;
  return await diagnoseToken({
    ...request,
    port: {
      isCancelled: () =>
        cancellation?.isCancellationRequested === true || (budget !== undefined && elapsed() > budget),
      pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
      elapsed,
    },
  });
}

function documentText({ place }: FoundToken): string | undefined {
  const document = place && openDocument(place.uri);
  if (!document) return undefined;
  // An offset is cheap to ask for; the whole text of a large document is not.
  const length = document.offsetAt(new vscode.Position(document.lineCount, 0));
  return length > maximumDocument ? undefined : document.getText();
}

function siblingsOf(found: FoundToken, document: string | undefined): readonly string[] {
  if (document === undefined) return [];
  const texts = scanTokens(document).map(({ start, end }) => document.slice(start, end));
  return [...new Set(texts)].filter((text) => text !== found.text).slice(0, maximumSiblings);
}
