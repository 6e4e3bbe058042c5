import * as vscode from 'vscode';
import type { WorkerMessage, WorkerTasks } from '../../protocol/workerTasks';
import { NoWorker, type BackgroundOptions } from './backgroundWork';
import { startWorker, type StartedWorker } from './startWorker';

/** Milliseconds in which a worker says that it listens; a host that starts none may stay silent. */
const patience = 20_000;

/** What `BackgroundWorkers.run` promises. */
export async function runInWorker<Name extends keyof WorkerTasks>(
  extensionUri: vscode.Uri,
  name: Name,
  request: WorkerTasks[Name]['request'],
  { cancellation, onProgress }: BackgroundOptions<Name>,
): Promise<WorkerTasks[Name]['result']> {
  const worker = await start(extensionUri, name);
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

async function start(extensionUri: vscode.Uri, name: string): Promise<StartedWorker> {
  try {
    return await startWorker(extensionUri, name);
  } catch (error) {
    throw new NoWorker(messageOf(error));
  }
}

/** What went wrong; a browser's error event has a message too. */
function messageOf(error: unknown): string {
  const message = (error as { readonly message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' ? message : 'It broke.';
}
