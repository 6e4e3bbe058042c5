import { AnchorSearch } from './anchors';
import { runEnd, runStart } from './characters';
import { CompactReader } from './compact';
import { maxHeaderLength } from './headerFacts';
import { objectStart } from './jsonText';
import { ObjectEnds } from './objectEnds';
import { isTellingMember, serializationKind } from './serialization';
import type { TokenSpan } from './tokenSpan';

/** How many members of objects are remembered; the nearest ones are those that matter. */
const maxKnownMembers = 50_000;

/** The part of a text to search, in UTF-16 offsets. */
export interface ScanRange {
  /** Where to begin; best a line's start, for a token cut by it is read as if it began there. */
  readonly from?: number;
  /** Tokens are found whose anchor (see `anchors.ts`) lies before this; they may end behind it. */
  readonly to?: number;
}

/**
 * The tokens in a text, in its order, none overlapping another, by the grammar of `grammar.ts`. Takes time linear in the
 * length of the text, whatever is in it; never throws.
 */
export function scanTokens(text: string, range: ScanRange = {}): readonly TokenSpan[] {
  const scanner = new TokenScanner(text, range.from ?? 0);
  scanner.scanTo(range.to ?? text.length);
  return scanner.tokens;
}

/** Scans a text piece by piece, for who must not be away for long; the pieces find exactly what one scan finds. */
export class TokenScanner {
  /** What was found so far. The last one may yet become part of a JSON serialization around it. */
  readonly tokens: TokenSpan[] = [];
  private readonly text: string;
  private readonly search: AnchorSearch;
  private readonly compact: CompactReader;
  /** Telling members seen, with the start of the serialization they belong to. */
  private readonly objectStarts = new Map<number, number | undefined>();
  private readonly objectEnds: ObjectEnds;
  private scannedTo: number;
  /** Up to where the text is used up: the end of the last token, or of what proved to be none. */
  private resume: number;

  constructor(text: string, from = 0) {
    this.text = text;
    this.compact = new CompactReader(text);
    this.objectEnds = new ObjectEnds(text);
    this.scannedTo = Math.max(0, from);
    this.search = new AnchorSearch(text, this.scannedTo);
    this.resume = this.scannedTo;
  }

  /** Scans on, up to `to`; a token is found as soon as its anchor is. */
  scanTo(to: number): void {
    const end = Math.min(to, this.text.length);
    const { search } = this;
    let from = Math.max(this.resume, this.scannedTo);
    for (let anchor = search.find(from, end); anchor !== -1; anchor = search.find(from, end))
      from = search.isCompact ? this.readCompact(anchor) : this.readSerialization(anchor);
    this.scannedTo = Math.max(this.scannedTo, end);
  }

  /** Judges the run of token characters around an anchor; answers where to look on. */
  private readCompact(anchor: number): number {
    const start = runStart(this.text, anchor, Math.max(this.resume, anchor - maxHeaderLength));
    const token = this.compact.read(start, runEnd(this.text, anchor));
    if (token) this.tokens.push(token);
    this.resume = this.compact.resume;
    return this.resume;
  }

  /** Judges the object around a telling member; answers where to look on. */
  private readSerialization(anchor: number): number {
    const token = isTellingMember(this.text, anchor) ? this.serializationWith(anchor) : undefined;
    if (token === undefined) return anchor + 1;
    this.tokens.length = this.tokensBefore(token.start);
    this.tokens.push(token);
    this.resume = token.end;
    return token.end;
  }

  /** How many tokens start before an offset. Those behind it were met first, inside an object, and belong to the whole. */
  private tokensBefore(offset: number): number {
    let count = this.tokens.length;
    while ((this.tokens[count - 1]?.start ?? -1) >= offset) count--;
    return count;
  }

  private serializationWith(anchor: number): TokenSpan | undefined {
    const known = this.objectStarts;
    const start = objectStart(this.text, anchor, known);
    const found = start !== undefined && this.isFree(start) ? this.serializationAt(start) : undefined;
    // In text that is no JSON the start may be that of an object before: a scan never goes back.
    const token = found !== undefined && found.end > anchor ? found : undefined;
    // Other members of an object that is none are not to try it again: text may consist of them.
    if (known.size >= maxKnownMembers) known.clear();
    known.set(anchor, token?.start);
    return token;
  }

  /** Whether an offset lies in no token that starts before it. */
  private isFree(offset: number): boolean {
    return (this.tokens[this.tokensBefore(offset) - 1]?.end ?? 0) <= offset;
  }

  private serializationAt(start: number): TokenSpan | undefined {
    const end = this.objectEnds.find(start);
    const kind = end === undefined ? undefined : serializationKind(this.text.slice(start, end));
    return end === undefined || kind === undefined ? undefined : { start, end, kind };
  }
}
