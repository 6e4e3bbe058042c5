import * as vscode from 'vscode';
import { checkStrength, type StrengthResult, type StrengthTask } from '../../core/strength/checkStrength';
import { NoWorker, type Cancellation } from '../platform/backgroundWork';
import type { BackgroundWorkers } from '../platform/backgroundWorkers';

export interface SecretSearch extends Omit<StrengthTask, 'share'> {
  readonly workers: Pick<BackgroundWorkers, 'run'>;
  /** Shares the words are dealt in, each with a worker of its own. */
  readonly shares: number;
  readonly cancellation: Cancellation;
  /** Called with how many were tried so far, by all workers together. */
  readonly onProgress: (tried: number) => void;
}

/** How many workers this machine bears without its editor noticing. */
export function fittingShares(): number {
  return typeof navigator === 'object' && navigator.hardwareConcurrency > 2 ? 2 : 1;
}

/**
 * Looks for a secret in workers; where none can be had, on this thread in slices of a few milliseconds. Who finds it ends the
 * others. A search that is cancelled ends at once, and says how far it had come.
 */
export async function searchSecret(search: SecretSearch): Promise<StrengthResult> {
  const { target, lists, shares, cancellation } = search;
  const started = performance.now();
  const tried = Array.from({ length: shares }, () => 0);
  const total = (): number => tried.reduce((sum, one) => sum + one, 0);
  const others = new vscode.CancellationTokenSource();
  const listener = cancellation.onCancellationRequested?.(() => others.cancel());
  if (cancellation.isCancellationRequested) others.cancel();
  const byShare = tried.map(async (_, index): Promise<StrengthResult | undefined> => {
    const result = await oneShare(
      search,
      { target, lists, share: { index, of: shares } },
      others.token,
      (count) => {
        tried[index] = count;
        search.onProgress(total());
      },
    );
    if (result) tried[index] = result.tried;
    if (result?.found) others.cancel();
    return result;
  });
  try {
    const results = await Promise.all(byShare);
    const found = results.find((result) => result?.found)?.found;
    return {
      ...(found ? { found } : {}),
      tried: total(),
      milliseconds: Math.max(Math.round(performance.now() - started), 1),
      isCut: !found && results.some((result) => result?.isCut ?? true),
    };
  } finally {
    listener?.dispose();
    others.cancel();
    others.dispose();
  }
}

/** Undefined where it was cancelled. */
async function oneShare(
  { workers }: SecretSearch,
  task: StrengthTask,
  cancellation: vscode.CancellationToken,
  onProgress: (tried: number) => void,
): Promise<StrengthResult | undefined> {
  try {
    return await workers.run('strength', task, { cancellation, onProgress });
  } catch (error) {
    if (error instanceof vscode.CancellationError) return undefined;
    if (error instanceof NoWorker) return await inSlices(task, cancellation, onProgress);
    throw error;
  }
}

async function inSlices(
  task: StrengthTask,
  cancellation: vscode.CancellationToken,
  onProgress: (tried: number) => void,
): Promise<StrengthResult> {
  const { hashes } = await import('../../core/crypto/hashes');
  return await checkStrength(task, {
    digest: hashes[task.target.hash],
    elapsed: () => performance.now(),
    isCancelled: () => cancellation.isCancellationRequested,
    async pause(tried) {
      onProgress(tried);
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
    },
  });
}
