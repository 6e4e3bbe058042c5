import { judgeUrl } from '../../core/keys/remote/judgeUrl';
import type { RemoteProblem, RemoteProblemCode } from '../../core/keys/remote/remoteProblem';
import { ownBytes, type Bytes } from '../../core/encoding/bytes';
import { readCapped, type BodyReader } from './readCapped';
import { parseUrl } from './url';

/** The least a platform's `fetch` must do; the global one does. */
export type Fetch = (url: string, request: FetchRequest) => Promise<FetchResponse>;

export interface FetchRequest {
  readonly method: 'GET';
  readonly headers: Readonly<Record<string, string>>;
  readonly redirect: 'manual';
  readonly credentials: 'omit';
  readonly cache: 'no-store';
  readonly referrerPolicy: 'no-referrer';
  readonly signal: AbortSignal;
}
export interface FetchResponse {
  readonly status: number;
  readonly type: string;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): BodyReader } | null;
}

/** Octets of an answer, at most: a set of a thousand keys stays below. */
export const bodyLimit = 1_048_576;
/** Seconds for the whole, redirects and body included. */
export const timeLimit = 10;
/** Redirects followed, on the same host. */
export const redirectLimit = 3;

export interface GetRequest {
  readonly url: string;
  /** What the server called its last answer; then it may say that nothing changed. */
  readonly etag?: string | undefined;
  readonly allowLoopback: boolean;
  /** Seconds; for tests. */
  readonly timeLimit?: number;
}

/** What came of asking. */
export type GetOutcome =
  | { readonly type: 'body'; readonly bytes: Bytes; readonly etag?: string }
  | { readonly type: 'notModified' }
  | { readonly type: 'failed'; readonly problem: RemoteProblem };

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Asks one address, which the user agreed to, and follows redirects on its host only. Sends no cookie, no referrer and
 * no word of any token. Never rejects: whatever goes wrong is told by its own code.
 */
export async function httpGet(fetch: Fetch, request: GetRequest): Promise<GetOutcome> {
  const seconds = request.timeLimit ?? timeLimit;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), seconds * 1000);
  const { host } = parseUrl(request.url) ?? { host: '' };
  try {
    return await follow(fetch, request, controller);
  } catch (error) {
    if (controller.signal.aborted) return failed('remote.timeout', { host, seconds });
    return failed(isAboutCertificate(error) ? 'remote.certificate' : 'remote.unreachable', { host });
  } finally {
    clearTimeout(timer);
    // Ends what is still under way: an answer nobody reads on.
    controller.abort();
  }
}

async function follow(fetch: Fetch, request: GetRequest, { signal }: AbortController): Promise<GetOutcome> {
  let url = parseUrl(request.url);
  for (let count = 0; url; count++) {
    const problem = judgeUrl(url, request.allowLoopback);
    if (problem) return { type: 'failed', problem };
    const { host } = url;
    if (count > redirectLimit) return failed('remote.tooManyRedirects', { host, limit: redirectLimit });
    const response = await fetch(url.href, {
      method: 'GET',
      headers: {
        accept: 'application/jwk-set+json, application/json;q=0.9, */*;q=0.1',
        ...(request.etag === undefined ? {} : { 'if-none-match': request.etag }),
      },
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    if (response.type === 'opaqueredirect') return failed('remote.redirectHidden', { host });
    if (!redirects.has(response.status)) return await outcome(response, host, request.etag !== undefined);
    const location = response.headers.get('location');
    const target = location ? parseUrl(location, url.href) : undefined;
    if (!target) return failed('remote.status', { host, status: response.status });
    if (target.host !== host || target.protocol !== url.protocol)
      return failed('remote.redirectElsewhere', { host, to: target.host });
    url = target;
  }
  return failed('remote.notUrl', {});
}

async function outcome(response: FetchResponse, host: string, hasTag: boolean): Promise<GetOutcome> {
  const { status } = response;
  if (status === 304 && hasTag) return { type: 'notModified' };
  if (status === 404 || status === 410) return failed('remote.notFound', { host });
  if (status >= 500) return failed('remote.serverError', { host, status });
  if (status !== 200) return failed('remote.status', { host, status });
  const tooLarge = failed('remote.tooLarge', { host, limit: bodyLimit });
  if (Number(response.headers.get('content-length') ?? 0) > bodyLimit) return tooLarge;
  const bytes = response.body ? await readCapped(response.body.getReader(), bodyLimit) : new Uint8Array();
  if (!bytes) return tooLarge;
  const etag = response.headers.get('etag');
  return { type: 'body', bytes: ownBytes(bytes), ...(etag === null || etag.length > 1024 ? {} : { etag }) };
}

function failed(code: RemoteProblemCode, facts: Readonly<Record<string, string | number>>): GetOutcome {
  // A code and its own facts are one row of the union; the compiler cannot see it through two parameters.
  return { type: 'failed', problem: { code, facts } as unknown as RemoteProblem };
}

/** Node puts the reason behind `cause`, by OpenSSL's names; browsers tell nobody. */
function isAboutCertificate(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } };
  const code = cause?.code;
  return typeof code === 'string' && /CERT|SELF_SIGNED|VERIFY|ERR_TLS|ERR_SSL|ISSUER/.test(code);
}
