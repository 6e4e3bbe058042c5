import * as vscode from 'vscode';
import type { WorkerMessage, WorkerTasks } from '../../protocol/workerTasks';
import type { StartedWorker } from './startWorker';

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

/** Milliseconds in which a worker says that it listens; a host that starts none may stay silent. */
const patience = 20_000;

/**
 * Work off the extension host's thread: each task in a worker of its own, started when asked for and ended with its answer.
 * What a request holds is cloned into our own worker and goes nowhere else.
 */
export class BackgroundWorkers {
  readonly #extensionUri: vscode.Uri;

  constructor(extensionUri: vscode.Uri) {
    this.#extensionUri = extensionUri;
  }

  /**
   * Carries out a task. Throws `NoWorker` where none could be started, `CancellationError` as soon as it is cancelled (the
   * worker is ended in the middle of its work), and what the task threw.
   */
  async run<Name extends keyof WorkerTasks>(
    name: Name,
    request: WorkerTasks[Name]['request'],
    { cancellation, onProgress }: BackgroundOptions<Name> = {},
  ): Promise<WorkerTasks[Name]['result']> {
    const worker = await this.#start(name);
    let stopListening: vscode.Disposable | undefined;
    let timer: unknown;
    try {
      return await new Promise<WorkerTasks[Name]['result']>((resolve, reject) => {
        const cancel = (): void => reject(new vscode.CancellationError());
        if (cancellation?.isCancellationRequested) cancel();
        stopListening = cancellation?.onCancellationRequested?.(cancel);
        timer = setTimeout(() => reject(new NoWorker('It does not answer.')), patience);
        let isReady = false;
        worker.onBroken = (error) =>
          reject(isReady ? new Error(messageOf(error)) : new NoWorker(messageOf(error)));
        worker.onMessage = (message) => {
          // Only our own bundle speaks here, in messages its compiler checked.
          const said = message as WorkerMessage<Name>;
          switch (said.kind) {
            case 'ready':
              isReady = true;
              clearTimeout(timer);
              worker.post(request);
              break;
            case 'progress':
              onProgress?.(said.progress);
              break;
            case 'result':
              resolve(said.result);
              break;
            case 'failed':
              reject(new Error(said.stack));
          }
        };
      });
    } finally {
      clearTimeout(timer);
      stopListening?.dispose();
      worker.terminate();
    }
  }

  async #start(name: keyof WorkerTasks): Promise<StartedWorker> {
    const { startWorker } = await import('./startWorker');
    try {
      return await startWorker(this.#extensionUri, name);
    } catch (error) {
      throw new NoWorker(messageOf(error));
    }
  }
}

/** What went wrong; a browser's error event has a message too. */
function messageOf(error: unknown): string {
  const message = (error as { readonly message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' ? message : 'It broke.';
}
