import { Closing } from './closing';
import { maxHeaderLength } from './headerFacts';

/**
 * What every token of its form has somewhere, whatever surrounds it: `"alg"` in base64url, in each of the places it can take
 * among groups of three octets; or the beginnings of the members that only JSON serializations have. `isCompact`: it lies in
 * the header of a compact token.
 */
export const anchorLiterals: readonly (readonly [literal: string, isCompact: boolean])[] = [
  ['JhbGci', true],
  ['iYWxnI', true],
  ['ImFsZyI', true],
  ['"signature', false],
  ['"ciphertext"', false],
];

/** Characters searched in one go: few enough to stay in a core's own cache while they are gone through for each literal. */
const chunkLength = 262_144;
/** Places of the first chunk, and of each later one, looked at to learn which characters are rare. */
const firstSample = 512;
const laterSample = 32;
/** How many places are remembered, about: characters of some megabytes ago should not count for ever. */
const longestMemory = 1024;
/**
 * A text shorter than 7 is searched for by its first character and with `memchr`, a longer one in slower ways; and the
 * longer it is, the fewer places that are none are handed back to us.
 */
const shortestProbe = 3;
const longestProbe = 6;

/** One literal and how it is searched for in the present chunk. The order of equally rare characters is that of the literal. */
class Search {
  readonly literal: string;
  readonly isCompact: boolean;
  /** The part of the literal from its rarest character on, and how many characters of the literal stand before it. */
  private probe = '';
  private lead = 0;
  /** How common the character is that the probe begins with. */
  effort = 0;
  /** Next place in the chunk, or its length where there is none. */
  next = 0;

  constructor(literal: string, isCompact: boolean) {
    this.literal = literal;
    this.isCompact = isCompact;
  }

  start(counts: Uint16Array): void {
    this.effort = Infinity;
    for (let index = 0; index <= this.literal.length - shortestProbe; index++) {
      const count = counts[this.literal.charCodeAt(index)] ?? 0;
      if (count >= this.effort) continue;
      this.effort = count;
      this.lead = index;
    }
    this.probe = this.literal.slice(this.lead, this.lead + longestProbe);
  }

  /** Moves to the first place from `from` on that lies before `length`. */
  advance(chunk: string, from: number, length: number): void {
    for (let at = from + this.lead; ; at++) {
      at = chunk.indexOf(this.probe, at);
      if (at === -1 || at - this.lead >= length) {
        this.next = length;
        return;
      }
      this.next = at - this.lead;
      if (chunk.startsWith(this.literal, this.next)) return;
    }
  }
}

/**
 * Finds anchors from left to right. A literal is searched for by whichever of its characters is rare in the chunk, so that
 * a text full of one of them costs no more than another.
 */
export class AnchorSearch {
  /** Whether the anchor found last lies in the header of a compact token; else it begins a member of a JSON serialization. */
  isCompact = false;
  private readonly searches = anchorLiterals.map(([literal, isCompact]) => new Search(literal, isCompact));
  private readonly counts = new Uint16Array(128);
  private sampled = 0;
  private readonly text: string;
  /** A header has a dot behind it; a line end or two may come between, where a token is wrapped. */
  private readonly dot: Closing;
  private chunk = '';
  private start = 0;
  private end: number;

  /** Anchors are found that start at `from` or behind it. */
  constructor(text: string, from: number) {
    this.text = text;
    this.end = from;
    this.dot = new Closing(text, '.', 2 * maxHeaderLength);
  }

  /** The first anchor at or behind `offset` and before `to`, or -1. Neither ever decreases from call to call. */
  find(offset: number, to: number): number {
    for (let from = Math.max(offset, this.start); ; from = this.end) {
      if (from >= this.end && !this.load(from, to)) return -1;
      const length = this.end - this.start;
      let nearest = length;
      for (const search of this.searches) {
        if (search.next < from - this.start) search.advance(this.chunk, from - this.start, length);
        if (search.next >= nearest) continue;
        nearest = search.next;
        this.isCompact = search.isCompact;
      }
      if (nearest < length) return this.start + nearest;
    }
  }

  private load(from: number, to: number): boolean {
    if (from >= to) return false;
    this.start = from;
    this.end = Math.min(from + chunkLength, to);
    // What starts in the chunk may end behind it; the longest literal has 12 characters.
    this.chunk = this.text.slice(from, this.end + 11);
    if (this.sampled === 0) this.sample(firstSample);
    for (const search of this.searches) search.start(this.counts);
    // The first search waits for memory anyway: best the one that has most to look at.
    this.searches.sort((a, b) => b.effort - a.effort);
    const length = this.end - from;
    const compact = this.dot.floor(from, this.end) - from;
    for (const search of this.searches) search.advance(this.chunk, search.isCompact ? compact : 0, length);
    // For the next chunk, now that this one is at hand.
    this.sample(laterSample);
    return true;
  }

  /** Counts the characters at some places of the chunk; those of earlier chunks fade. */
  private sample(size: number): void {
    if (this.sampled > longestMemory) {
      for (let code = 0; code < 128; code++) this.counts[code] = (this.counts[code] ?? 0) >> 1;
      this.sampled >>= 1;
    }
    const step = Math.max(1, Math.floor((this.end - this.start) / size));
    for (let at = this.start; at < this.end; at += step) {
      const code = this.text.charCodeAt(at);
      if (code < 128) this.counts[code] = (this.counts[code] ?? 0) + 1;
      this.sampled++;
    }
  }
}
