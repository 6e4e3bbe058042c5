import { Inflate } from 'fflate';
import type { Bytes } from './bytes';

/** Octets a compressed text may grow to: far beyond any honest token, and soon reached by a bomb. */
export const inflateLimit = 16 * 1024 * 1024;

/** Octets handed over at once: what the abort comes too late by is at most 1032 times as much. */
const step = 1024;

export type Inflation =
  | { readonly status: 'inflated'; readonly bytes: Bytes }
  /** It would have become more than `limit` octets; the work ended there. */
  | { readonly status: 'tooLarge'; readonly limit: number }
  /** No DEFLATE data, or cut off. */
  | { readonly status: 'malformed' };

/**
 * Decompresses raw DEFLATE (RFC 1951), the `DEF` of `zip` (RFC 7516 §4.1.3), never beyond the limit in octets. Never
 * throws. Kinder than zlib about code tables that are no full set; what it is given has been authenticated before.
 */
export function inflateRaw(data: Uint8Array, limit = inflateLimit): Inflation {
  if (data.length === 0) return { status: 'malformed' };
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((piece) => {
    length += piece.length;
    if (length <= limit) pieces.push(piece);
  });
  try {
    for (let at = 0; at < data.length; at += step) {
      stream.push(data.subarray(at, at + step), at + step >= data.length);
      if (length > limit) return { status: 'tooLarge', limit };
    }
  } catch {
    // The library throws for every fault of the data, and for nothing else.
    return length > limit ? { status: 'tooLarge', limit } : { status: 'malformed' };
  }
  return { status: 'inflated', bytes: joined(pieces, length) };
}

function joined(pieces: readonly Uint8Array[], length: number): Bytes {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
