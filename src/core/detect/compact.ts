import { codes, paddingAt } from './characters';
import { HeaderCache } from './headerCache';
import {
  encodesEndOfObject,
  encodesStartOf,
  maxHeaderLength,
  mayEndObject,
  type HeaderFacts,
} from './headerFacts';
import { withDisclosures } from './sdJwt';
import { SegmentChain } from './segments';
import { jweSpan, jwsSpan } from './shapes';
import type { TokenSpan } from './tokenSpan';

/** How many places of a run are tried as the start of a header. Real ones need one or two; hostile text would offer many. */
const maxHeaderTries = 8;

/** Judges the runs of a text. Remembers the headers it has read, so it should not outlive one scan. */
export class CompactReader {
  private readonly text: string;
  private readonly chain: SegmentChain;
  private readonly headers: HeaderCache;
  /** Where to look on after the run judged last. */
  resume = 0;
  /** Where the header found last starts. */
  private headerStart = 0;

  constructor(text: string) {
    this.text = text;
    this.chain = new SegmentChain(text);
    this.headers = new HeaderCache(text);
  }

  /** The token whose header ends a run of token characters, from `start` to `end`; undefined where it ends none. */
  read(start: number, end: number): TokenSpan | undefined {
    const { text, chain, headers } = this;
    const padding = paddingAt(text, end);
    this.resume = end;
    if (text.charCodeAt(end + padding) !== codes.dot) return undefined;
    const facts = this.findHeader(start, end, padding);
    if (facts === undefined) return undefined;
    chain.read(this.headerStart, end, padding);
    this.resume = chain.end;
    const token = facts.enc === undefined ? jwsSpan(text, chain, facts) : jweSpan(text, chain);
    if (token === undefined) return undefined;
    const whole = token.kind === 'jws-compact' ? withDisclosures(text, token, chain, headers) : token;
    this.resume = whole.end;
    return whole;
  }

  /**
   * What the header tells that begins at the first place in the run from which all the rest of it is one. Usually the run's
   * start; but the letter of an escape (`\n`), hex digits (`%22`), a prefix (`ghs_1_`) or a diff's `-` may be glued to it.
   */
  private findHeader(start: number, end: number, padding: number): HeaderFacts | undefined {
    const { text } = this;
    if (!mayEndObject(text, end)) return undefined;
    let tries = 0;
    for (let at = Math.max(start, end - maxHeaderLength); at < end && tries < maxHeaderTries; at++) {
      if (!encodesStartOf(text, at, codes.openBrace)) continue;
      tries++;
      if (padding > 0 && (end - at + padding) % 4 !== 0) continue;
      if (!encodesEndOfObject(text, at, end)) continue;
      const facts = this.headers.read(at, end);
      if (facts === undefined) continue;
      this.headerStart = at;
      return facts;
    }
    return undefined;
  }
}
