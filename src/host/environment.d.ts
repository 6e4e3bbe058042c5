import type { Fetch } from './remoteKeys/httpGet';
import type { Url } from './remoteKeys/url';

/**
 * What the host has of its platform besides VS Code, in Node 20 and in a web worker alike: lengths of time, addresses, and `fetch`, which
 * is called through `remoteKeys/httpGet.ts` alone and only after the user agreed.
 */
declare global {
  /** Web workers, which web-worker hosts may start too; Node has none by this name. */
  interface WebWorker {
    onmessage: ((event: { readonly data: unknown }) => void) | null;
    onerror: ((event: unknown) => void) | null;
    postMessage(message: unknown): void;
    terminate(): void;
  }
  type WebWorkerConstructor = new (address: string) => WebWorker;
  const Worker: WebWorkerConstructor | undefined;

  /** Missing before Node 21. */
  const navigator: { readonly hardwareConcurrency: number } | undefined;

  /** Milliseconds that only go on, whatever becomes of the clock on the wall. */
  const performance: { now(): number };

  const URL: new (url: string, base?: string) => Url;
  const fetch: Fetch;

  interface AbortSignal {
    readonly aborted: boolean;
  }
  class AbortController {
    readonly signal: AbortSignal;
    abort(): void;
  }
}
