import { codes, paddingAt } from './characters';
import { HeaderCache } from './headerCache';
import { encodesEndOfObject, encodesStartOf, maxHeaderLength, type HeaderFacts } from './headerFacts';
import { withDisclosures } from './sdJwt';
import { SegmentChain } from './segments';
import { jweSpan, jwsSpan } from './shapes';
import type { TokenSpan } from './tokenSpan';

/** What a run of token characters turned out to begin: a token or nothing; and where to look on. */
export interface CompactFinding {
  readonly token: TokenSpan | undefined;
  readonly resume: number;
}

/** How many places of a run are tried as the start of a header. Real ones need one or two; hostile text would offer many. */
const maxHeaderTries = 8;

/** Judges the runs of a text. Remembers the headers it has read, so it should not outlive one scan. */
export class CompactReader {
  private readonly text: string;
  private readonly chain: SegmentChain;
  private readonly headers: HeaderCache;

  constructor(text: string) {
    this.text = text;
    this.chain = new SegmentChain(text);
    this.headers = new HeaderCache(text);
  }

  /** Judges a run of token characters, from `start` to `end`, as the one a compact token's header ends. */
  read(start: number, end: number): CompactFinding {
    const { text, chain, headers } = this;
    const padding = paddingAt(text, end);
    if (text.charCodeAt(end + padding) !== codes.dot) return { token: undefined, resume: end };
    const header = findHeader(text, start, end, padding, headers);
    if (header === undefined) return { token: undefined, resume: end };
    chain.read(header.start, end, padding);
    const resume = chain.end;
    const token = header.facts.enc === undefined ? jwsSpan(text, chain, header.facts) : jweSpan(text, chain);
    const whole = token?.kind === 'jws-compact' ? withDisclosures(text, token, chain, headers) : token;
    return { token: whole, resume: whole?.end ?? resume };
  }
}

/**
 * The first place in the run from which all the rest of it is a JOSE header. Usually the run's start; but the letter of an
 * escape (`\n`), hex digits (`%22`), a prefix (`ghs_1_`) or a diff's `-` may be glued to a header.
 */
function findHeader(
  text: string,
  start: number,
  end: number,
  padding: number,
  headers: HeaderCache,
): { readonly start: number; readonly facts: HeaderFacts } | undefined {
  let tries = 0;
  for (let at = Math.max(start, end - maxHeaderLength); at < end && tries < maxHeaderTries; at++) {
    if (!encodesStartOf(text, at, codes.openBrace)) continue;
    tries++;
    if (padding > 0 && (end - at + padding) % 4 !== 0) continue;
    if (!encodesEndOfObject(text, at, end)) continue;
    const facts = headers.read(at, end);
    if (facts !== undefined) return { start: at, facts };
  }
  return undefined;
}
