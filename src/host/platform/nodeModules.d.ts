/** The one module of Node that the host may load, and only where there are no web workers: see `startWorker.ts`. */
declare module 'node:worker_threads' {
  export class Worker {
    constructor(
      path: string,
      options: {
        readonly name: string;
        readonly env: Readonly<Record<string, string>>;
        readonly execArgv: readonly string[];
      },
    );
    postMessage(message: unknown): void;
    on(event: 'message', listener: (message: unknown) => void): void;
    on(event: 'error', listener: (error: unknown) => void): void;
    terminate(): Promise<number>;
  }
}
