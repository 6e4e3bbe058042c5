/** What a web worker has besides what core may expect; a worker thread of Node has neither. */
// eslint-disable-next-line no-var -- only `var` declares a member of the global object
declare var postMessage: ((message: unknown) => void) | undefined;
// eslint-disable-next-line no-var -- as above
declare var onmessage: ((event: { readonly data: unknown }) => void) | null;
/** Milliseconds that only go on, in both. */
declare const performance: { now(): number };
