/** A worker's end of the conversation with whoever started it. */
export interface WorkerPort {
  post(message: unknown): void;
  /** Called for each message from now on. */
  listen(listener: (message: unknown) => void): void;
}

/** Whether this is a worker thread of Node: web workers have `postMessage` of their own. */
export const isNodeThread = typeof postMessage !== 'function';

/** The port of the worker this runs in, in Node and in browsers alike: one bundle serves both. */
export async function ownPort(): Promise<WorkerPort> {
  return isNodeThread ? await threadPort() : webPort();
}

function webPort(): WorkerPort {
  return {
    post: (message) => postMessage?.(message),
    listen: (listener) => {
      onmessage = ({ data }) => listener(data);
    },
  };
}

async function threadPort(): Promise<WorkerPort> {
  const { parentPort } = await import('node:worker_threads');
  if (!parentPort) throw new Error('This runs in workers only.');
  return {
    post: (message) => parentPort.postMessage(message),
    listen: (listener) => parentPort.on('message', listener),
  };
}
