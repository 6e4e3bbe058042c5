/** What the browser's `assert` asks of Node's `process`, in a worker that has none. */
export const process = { env: {}, version: '', stderr: {}, emitWarning: (): undefined => undefined };
