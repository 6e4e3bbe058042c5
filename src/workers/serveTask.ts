import type { WorkerMessage, WorkerTasks } from '../protocol/workerTasks';
import { ownPort } from './ownPort';

/** What a worker does: takes a request, may tell its progress, answers. */
export type WorkerTask<Name extends keyof WorkerTasks> = (
  request: WorkerTasks[Name]['request'],
  tell: (progress: WorkerTasks[Name]['progress']) => void,
) => Promise<WorkerTasks[Name]['result']>;

/**
 * Makes the worker it is called in carry out the task for the request it is sent. To cancel is to terminate the worker:
 * nothing here looks for a wish to stop.
 */
export async function serveTask<Name extends keyof WorkerTasks>(task: WorkerTask<Name>): Promise<void> {
  const port = await ownPort();
  const say = (message: WorkerMessage<Name>): void => port.post(message);
  port.listen((request) => {
    // Only the host that started this worker can speak to it, with a request its compiler checked.
    task(request as WorkerTasks[Name]['request'], (progress) => say({ kind: 'progress', progress })).then(
      (result) => say({ kind: 'result', result }),
      (error: unknown) =>
        say({
          kind: 'failed',
          stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
    );
  });
  say({ kind: 'ready' });
}
