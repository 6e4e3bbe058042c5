import * as vscode from 'vscode';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import { scanTokens } from '../../core/detect/scan';
import type { DiagnosisTask } from '../../protocol/workerTasks';
import type { FoundToken } from '../documents/foundToken';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { NoWorker, type BackgroundWorkers, type Cancellation } from '../platform/backgroundWorkers';

export interface DiagnoseOptions {
  /** `common`: what is cheap enough for a hover, and is done at once. `all`: the rest too, in a worker. */
  readonly tier: 'common' | 'all';
  readonly cancellation?: Cancellation;
  /** Milliseconds after which the search ends with what it has. */
  readonly budget?: number;
}

/** Other tokens compared with, at most; and the longest document read for them, in UTF-16 units. */
const maximumSiblings = 200;
const maximumDocument = 1_000_000;

/** Asks core why a token's signature does not match, with the workspace's keys as they are configured. */
export class Diagnoser {
  readonly #clock: () => number;
  readonly #keys: WorkspaceKeys;
  readonly #workers: Pick<BackgroundWorkers, 'run'>;

  /** `clock` gives milliseconds since any fixed point. */
  constructor(keys: WorkspaceKeys, clock: () => number, workers: Pick<BackgroundWorkers, 'run'>) {
    this.#clock = clock;
    this.#keys = keys;
    this.#workers = workers;
  }

  /** A search that is cancelled ends at once, as one that reached nothing. */
  async diagnose(found: FoundToken, { tier, cancellation, budget }: DiagnoseOptions): Promise<Diagnosis> {
    const { keyConfigurations } = await import('./keyConfigurations');
    const document = documentText(found);
    const task: DiagnosisTask = {
      token: found.text,
      keys: await keyConfigurations(this.#keys, found),
      siblings: siblingsOf(found, document),
      ...(document === undefined ? {} : { document }),
      ...(budget === undefined ? {} : { budget }),
      tier,
    };
    return tier === 'all'
      ? await this.#inBackground(task, cancellation)
      : await this.#inSlices(task, cancellation);
  }

  async #inBackground(task: DiagnosisTask, cancellation: Cancellation | undefined): Promise<Diagnosis> {
    try {
      return await this.#workers.run('diagnosis', task, { cancellation });
    } catch (error) {
      if (error instanceof vscode.CancellationError) return await nothingReached();
      if (error instanceof NoWorker) return await this.#inSlices(task, cancellation);
      throw error;
    }
  }

  /** On the host's own thread, which is let go every 16 ms at the latest. */
  async #inSlices(
    { budget, ...request }: DiagnosisTask,
    cancellation: Cancellation | undefined,
  ): Promise<Diagnosis> {
    const { diagnoseToken } = await import('../../core/diagnose/diagnoseToken');
    const started = this.#clock();
    const elapsed = (): number => this.#clock() - started;
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
}

async function nothingReached(): Promise<Diagnosis> {
  const { causeCodes } = await import('../../core/diagnose/codes');
  return { status: 'unknown', tried: [], notReached: causeCodes, noticed: [] };
}

function documentText({ place }: FoundToken): string | undefined {
  const document =
    place && vscode.workspace.textDocuments.find((one) => one.uri.toString() === place.uri.toString());
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
