import { codes, runEnd } from './characters';
import type { HeaderCache } from './headerCache';
import { encodesStartOf } from './headerFacts';
import { canBeEncoded, type SegmentChain } from './segments';
import { jwsSpan } from './shapes';
import type { TokenSpan } from './tokenSpan';

/**
 * The SD-JWT a compact JWS begins (RFC 9901 §4), or the JWS itself where no `~` follows it, or one that begins nothing.
 * Each disclosure must be base64url of what begins like a JSON array; the key binding JWT must be a JWS,
 * for which the chain is used again.
 */
export function withDisclosures(
  text: string,
  jws: TokenSpan,
  chain: SegmentChain,
  headers: HeaderCache,
): TokenSpan {
  if (text.charCodeAt(jws.end) !== codes.tilde) return jws;
  let end = jws.end + 1;
  let disclosures = 0;
  for (let next = disclosureEnd(text, end); next !== -1; next = disclosureEnd(text, end)) {
    disclosures++;
    end = next;
  }
  const keyBinding = keyBindingEnd(text, end, chain, headers);
  if (keyBinding !== undefined) return { start: jws.start, end: keyBinding, kind: 'sd-jwt-kb' };
  // A lone `~` in front of a name or of another `~` is punctuation.
  const isPunctuation = runEnd(text, end) > end || text.charCodeAt(end) === codes.tilde;
  return disclosures === 0 && isPunctuation ? jws : { start: jws.start, end, kind: 'sd-jwt' };
}

/** The usual disclosure, its `[` at the very beginning, in one step: tokens can have thousands. */
const usualDisclosure = /W[w-z\d_-][\w-]*~/y;

/** The offset behind the disclosure that begins at `start`, and behind its `~`; -1 where none does. */
function disclosureEnd(text: string, start: number): number {
  usualDisclosure.lastIndex = start;
  if (usualDisclosure.test(text)) {
    const behind = usualDisclosure.lastIndex;
    return canBeEncoded(behind - 1 - start) ? behind : -1;
  }
  const end = runEnd(text, start);
  const isDisclosure =
    text.charCodeAt(end) === codes.tilde &&
    canBeEncoded(end - start) &&
    encodesStartOf(text, start, codes.openBracket);
  return isDisclosure ? end + 1 : -1;
}

function keyBindingEnd(
  text: string,
  start: number,
  chain: SegmentChain,
  headers: HeaderCache,
): number | undefined {
  const end = runEnd(text, start);
  if (end === start || text.charCodeAt(end) !== codes.dot) return undefined;
  const facts = headers.read(start, end);
  if (facts === undefined || facts.enc !== undefined) return undefined;
  chain.read(start, end, 0);
  const jws = jwsSpan(text, chain, facts);
  return jws?.kind === 'jws-compact' ? jws.end : undefined;
}
