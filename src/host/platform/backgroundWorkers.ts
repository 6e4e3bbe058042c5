import type * as vscode from 'vscode';
import type { WorkerTasks } from '../../protocol/workerTasks';
import type { BackgroundOptions } from './backgroundWork';

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
    options: BackgroundOptions<Name> = {},
  ): Promise<WorkerTasks[Name]['result']> {
    const { runInWorker } = await import('./runInWorker');
    return await runInWorker(this.#extensionUri, name, request, options);
  }
}
