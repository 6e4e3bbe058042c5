import * as vscode from 'vscode';

/** A worker that was started, and the ways to speak with it. */
export interface StartedWorker {
  /** To be set before others get a turn; a worker that has just been started has said nothing yet. */
  onMessage: (message: unknown) => void;
  onBroken: (error: unknown) => void;
  post(message: unknown): void;
  /** Ends it at once, whatever it is doing. */
  terminate(): void;
}

/**
 * Starts one of our bundles off the extension host's thread: as a web worker where the host is one itself, else as a thread
 * of Node, without this process's environment. Throws where the host starts no workers.
 */
export async function startWorker(extensionUri: vscode.Uri, name: string): Promise<StartedWorker> {
  const bundle = vscode.Uri.joinPath(extensionUri, 'dist', 'workers', `${name}.js`);
  return typeof Worker === 'function' ? startWebWorker(Worker, bundle) : await startThread(bundle, name);
}

const deaf = (): void => undefined;

async function startThread(bundle: vscode.Uri, name: string): Promise<StartedWorker> {
  const { Worker: Thread } = await import('node:worker_threads');
  const thread = new Thread(bundle.fsPath, { name: `claimcheck-${name}`, env: {}, execArgv: [] });
  const started: StartedWorker = {
    onMessage: deaf,
    onBroken: deaf,
    post: (message) => thread.postMessage(message),
    terminate: () => void thread.terminate(),
  };
  thread.on('message', (message) => started.onMessage(message));
  thread.on('error', (error) => started.onBroken(error));
  return started;
}

function startWebWorker(Constructor: WebWorkerConstructor, bundle: vscode.Uri): StartedWorker {
  // VS Code's own constructor in its web host: it takes the addresses of extensions and makes them loadable.
  const worker = new Constructor(bundle.toString(true));
  const started: StartedWorker = {
    onMessage: deaf,
    onBroken: deaf,
    post: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  };
  worker.onmessage = ({ data }) => started.onMessage(data);
  worker.onerror = (error) => started.onBroken(error);
  return started;
}
