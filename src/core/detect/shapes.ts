import { codes } from './characters';
import type { HeaderFacts } from './headerFacts';
import { canBeEncoded, type SegmentChain } from './segments';
import { canBeWholeSignature, canBeWholeTag } from './signatureLength';
import type { TokenSpan } from './tokenSpan';

/** The compact JWS that a header without `enc` begins, without what an SD-JWT appends; undefined where the segments are none. */
export function jwsSpan(text: string, chain: SegmentChain, facts: HeaderFacts): TokenSpan | undefined {
  const isUnsecured = facts.alg.toLowerCase() === 'none';
  const payload = chain.lengthOf(1);
  if (facts.isEncoded && !canBeEncoded(payload)) return undefined;
  if (chain.count === 2) return isUnsecured ? unsecuredSpan(text, chain) : undefined;
  const signature = chain.lengthOf(2);
  if (chain.count !== 3 || !canBeEncoded(signature)) return undefined;
  if (isUnsecured && payload === 0) return undefined;
  // Abbreviations look like tokens: `eyJ..dBjf`, `eyJ.eyJ.dBjf...`, `eyJ.eyJ.dBjf***` are whole only where the signature is.
  const mayBeCut = payload === 0 || trailsOff(text, chain);
  if (mayBeCut && !canBeWholeSignature(facts.alg, signature)) return undefined;
  const kind = isUnsecured ? 'jws-unsecured' : payload === 0 ? 'jws-detached' : 'jws-compact';
  return { start: chain.start, end: chain.endOf(2), kind };
}

/** `header.payload.`: its last dot is its own, one more ends a sentence, and more than that trail off. */
function unsecuredSpan(text: string, chain: SegmentChain): TokenSpan | undefined {
  if (chain.dots === 0 || chain.dots > 2) return undefined;
  const end = chain.endOf(1) + 1;
  if (text.charCodeAt(end) === codes.ellipsis) return undefined;
  return { start: chain.start, end, kind: 'jws-unsecured' };
}

/** The compact JWE that a header with `enc` begins: five segments, of which the encrypted key and the ciphertext may be empty. */
export function jweSpan(text: string, chain: SegmentChain): TokenSpan | undefined {
  if (chain.count !== 5 || chain.lengthOf(2) === 0) return undefined;
  for (let index = 1; index < 5; index++) if (!canBeEncoded(chain.lengthOf(index))) return undefined;
  if (trailsOff(text, chain) && !canBeWholeTag(chain.lengthOf(4))) return undefined;
  return { start: chain.start, end: chain.endOf(4), kind: 'jwe-compact' };
}

/** What people write where they left something out, besides dots. */
const cutMarks = '…*[';

/** Whether something seems to be left out behind the chain: one dot ends a sentence, two or more say that it goes on. */
function trailsOff(text: string, chain: SegmentChain): boolean {
  return chain.dots > 1 || (chain.end < text.length && cutMarks.includes(text.charAt(chain.end)));
}
