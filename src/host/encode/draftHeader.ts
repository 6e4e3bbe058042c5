import type { JsonObject } from '../../core/encoding/jsonNode';
import { writeCompactNode } from '../../core/encoding/writeJson';

/** What a header is made of. */
export interface HeaderWishes {
  readonly alg: string;
  readonly kid: string | undefined;
  /** The header of the token that is encoded anew: its other parameters stay, in their order. */
  readonly original: JsonObject | undefined;
  /** Names in alphabetical order, as PyJWT writes them since 2.7 (`sort_headers`). */
  readonly sorted: boolean;
}

/** Parameters that speak of the old key, and would be untrue beside a new one. */
const keyParameters = new Set(['kid', 'x5t', 'x5t#S256', 'x5c', 'x5u', 'jwk', 'jku']);

/** The JOSE header of a new token as compact JSON text; `typ` is `JWT` (RFC 7519 §5.1) unless the original says otherwise. */
export function draftHeader({ alg, kid, original, sorted }: HeaderWishes): string {
  const members = new Map<string, string>([
    ['typ', '"JWT"'],
    ['alg', JSON.stringify(alg)],
  ]);
  if (original) {
    members.clear();
    for (const { name, value } of original.members) {
      if (!keyParameters.has(name)) members.set(name, writeCompactNode(value));
    }
    members.set('alg', JSON.stringify(alg));
  }
  if (kid !== undefined) members.set('kid', JSON.stringify(kid));
  const entries = [...members];
  // A token that came from somewhere keeps its own order.
  if (sorted && !original) entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join()}}`;
}
