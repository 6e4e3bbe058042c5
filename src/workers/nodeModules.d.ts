declare module 'node:worker_threads' {
  export const parentPort: {
    postMessage(message: unknown): void;
    on(event: 'message', listener: (message: unknown) => void): void;
  } | null;
}
