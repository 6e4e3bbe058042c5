import type { Bytes } from '../encoding/bytes';

/** The host's WebCrypto; null where there is none (a page that is no secure context), so that libraries do all. */
export type Engine = SubtleCrypto | null;

/** A source of unpredictable octets. */
export type Random = (length: number) => Bytes;

/** What the host offers now. `crypto` itself is missing in some workers. */
export function hostEngine(): Engine {
  return typeof crypto === 'undefined' ? null : (crypto.subtle ?? null);
}

/** The host's own randomness, at most 65536 octets at once. */
export const hostRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));
