import type * as vscode from 'vscode';
import type { WorkerTasks } from '../../protocol/workerTasks';

/** The least a wish to stop must tell; VS Code's cancellation token is one. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  readonly onCancellationRequested?: vscode.Event<unknown>;
}

export interface BackgroundOptions<Name extends keyof WorkerTasks> {
  readonly cancellation?: Cancellation | undefined;
  readonly onProgress?: (progress: WorkerTasks[Name]['progress']) => void;
}

/** No worker could be had here: the work is to be done in slices instead, or not at all. */
export class NoWorker extends Error {
  override readonly name = 'NoWorker';
}
