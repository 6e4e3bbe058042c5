import { codes } from './characters';
import type { HeaderFacts } from './headerFacts';
import { canBeEncoded, segmentLength, type Segments } from './segments';
import { canBeWholeSignature, canBeWholeTag } from './signatureLength';
import type { TokenSpan } from './tokenSpan';

/** The compact JWS that a header without `enc` begins, without what an SD-JWT appends; undefined where the segments are none. */
export function jwsSpan(text: string, segments: Segments, facts: HeaderFacts): TokenSpan | undefined {
  const isUnsecured = facts.alg.toLowerCase() === 'none';
  const payload = segmentLength(segments, 1);
  if (facts.isEncoded && !canBeEncoded(payload)) return undefined;
  if (segments.count === 2) return isUnsecured ? unsecuredSpan(text, segments) : undefined;
  const signature = segmentLength(segments, 2);
  if (segments.count !== 3 || !canBeEncoded(signature)) return undefined;
  if (isUnsecured && payload === 0) return undefined;
  // Abbreviations look like tokens: `eyJ..dBjf` and `eyJ.eyJ.dBjf...` are whole only where the signature is.
  const mayBeCut = payload === 0 || trailsOff(text, segments);
  if (mayBeCut && !canBeWholeSignature(facts.alg, signature)) return undefined;
  const kind = isUnsecured ? 'jws-unsecured' : payload === 0 ? 'jws-detached' : 'jws-compact';
  return { start: startOf(segments), end: endOf(segments, 2), kind };
}

/** `header.payload.`: its last dot is its own, one more ends a sentence, and more than that trail off. */
function unsecuredSpan(text: string, segments: Segments): TokenSpan | undefined {
  if (segments.dots === 0 || segments.dots > 2) return undefined;
  const end = endOf(segments, 1) + 1;
  if (text.charCodeAt(end) === codes.ellipsis) return undefined;
  return { start: startOf(segments), end, kind: 'jws-unsecured' };
}

/** The compact JWE that a header with `enc` begins: five segments, of which the encrypted key and the ciphertext may be empty. */
export function jweSpan(text: string, segments: Segments): TokenSpan | undefined {
  if (segments.count !== 5 || segmentLength(segments, 2) === 0) return undefined;
  for (let index = 1; index < 5; index++) if (!canBeEncoded(segmentLength(segments, index))) return undefined;
  if (trailsOff(text, segments) && !canBeWholeTag(segmentLength(segments, 4))) return undefined;
  return { start: startOf(segments), end: endOf(segments, 4), kind: 'jwe-compact' };
}

/** Whether an ellipsis follows: one dot ends a sentence, two or more say that something was left out. */
function trailsOff(text: string, segments: Segments): boolean {
  return segments.dots > 1 || text.charCodeAt(segments.chainEnd) === codes.ellipsis;
}

function startOf(segments: Segments): number {
  return segments.starts[0] ?? 0;
}

function endOf(segments: Segments, index: number): number {
  return (segments.ends[index] ?? 0) + (segments.paddings[index] ?? 0);
}
