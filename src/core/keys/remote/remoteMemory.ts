/** Seconds for which a fetched set is current, its last second included (PyJWKClient's `lifespan`). */
export const lifespan = 300;

/** Seconds between two requests that nobody asked for by name: one unknown key id must not become many requests. */
export const cooldown = 60;

/** What is remembered of one address. Moments are seconds since the epoch. */
export interface RemoteMemory<Value> {
  /** What was last understood, and when the server last stood by it. */
  readonly answer?: { readonly value: Value; readonly at: number; readonly etag?: string };
  /** The last request, whatever came of it. */
  readonly askedAt?: number;
}

/** What came of a request. */
export type FetchOutcome<Value> =
  | { readonly type: 'fetched'; readonly value: Value; readonly etag?: string }
  | { readonly type: 'notModified' }
  | { readonly type: 'failed' };

/** Why one may ask: `asked` is a user who asks for this very address; `verify` one who verifies a token. */
export interface Occasion {
  readonly why: 'asked' | 'verify';
  readonly moment: number;
  /** The token names a key id that no known key has. */
  readonly isKidUnknown?: boolean;
}

/**
 * Whether an occasion calls for a request: always when asked; when a token is verified, for a set that is missing, out of
 * date or without the key id, and then not within the cooldown of the last request. PyJWKClient counts its cooldown from
 * the last success; here a failure starts one too, so that a failing server is not asked over and over.
 */
export function needsFetch(memory: RemoteMemory<unknown>, occasion: Occasion): boolean {
  if (occasion.why === 'asked') return true;
  const { answer, askedAt } = memory;
  const { moment } = occasion;
  if (askedAt !== undefined && isWithin(askedAt, cooldown, moment) && moment - askedAt < cooldown)
    return false;
  if (!answer || !isWithin(answer.at, lifespan, moment)) return true;
  return occasion.isKidUnknown ?? false;
}

/** A clock that was set back makes nothing young again. */
function isWithin(since: number, seconds: number, moment: number): boolean {
  return moment >= since && moment - since <= seconds;
}

/** What is remembered after a request: a failure takes nothing away. */
export function afterFetch<Value>(
  memory: RemoteMemory<Value>,
  outcome: FetchOutcome<Value>,
  moment: number,
): RemoteMemory<Value> {
  switch (outcome.type) {
    case 'fetched': {
      const { value, etag } = outcome;
      return { answer: { value, at: moment, ...(etag === undefined ? {} : { etag }) }, askedAt: moment };
    }
    case 'notModified':
      return memory.answer
        ? { answer: { ...memory.answer, at: moment }, askedAt: moment }
        : { askedAt: moment };
    case 'failed':
      return { ...memory, askedAt: moment };
  }
}
