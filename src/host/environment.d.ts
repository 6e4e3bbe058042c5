import type { Fetch } from './remoteKeys/httpGet';
import type { Url } from './remoteKeys/url';

/**
 * What the host has of its platform besides VS Code, in Node 20 and in a web worker alike: addresses, and `fetch`, which
 * is called through `remoteKeys/httpGet.ts` alone and only after the user agreed.
 */
declare global {
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
