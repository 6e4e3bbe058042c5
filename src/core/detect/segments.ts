import { codes, isTokenCharacter, paddingAt, runEnd } from './characters';

/** A JWE has five segments; a sixth tells that the chain is something else, empty ones behind that dots trail off. */
const maxSegments = 8;

/**
 * The dotted segments that follow a header in a text. Read anew for each token in one object: tokens may stand close, and
 * lists made for each would be most of the work.
 */
export class SegmentChain {
  private readonly text: string;
  private readonly starts = new Int32Array(maxSegments);
  /** Without padding. */
  private readonly ends = new Int32Array(maxSegments);
  /** `=` behind each segment that belong to the token. */
  private readonly paddings = new Int32Array(maxSegments);
  /** Number of segments, header included, up to the last that is not empty. */
  count = 0;
  /** Dots behind that last one. */
  dots = 0;
  /** Where the chain was left: nothing before it can be another token. */
  end = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the header starts. */
  get start(): number {
    return this.starts[0] ?? 0;
  }

  /** Characters of a segment, without padding; 0 for one that is not there. */
  lengthOf(index: number): number {
    return index < this.count ? (this.ends[index] ?? 0) - (this.starts[index] ?? 0) : 0;
  }

  /** Where a segment ends, its padding included. */
  endOf(index: number): number {
    return (this.ends[index] ?? 0) + (this.paddings[index] ?? 0);
  }

  /** Reads the chain that begins with a header from `start` to `headerEnd`, as far as a token could reach. */
  read(start: number, headerEnd: number, headerPadding: number): void {
    this.set(0, start, headerEnd, headerPadding);
    let isPadded = headerPadding > 0;
    let read = 1;
    let at = headerEnd + headerPadding;
    for (; read < maxSegments && this.text.charCodeAt(at) === codes.dot; read++) {
      const from = at + 1;
      const to = runEnd(this.text, from);
      // `=` behind a token is its surroundings', unless header or payload show that the issuer pads (AWS load balancers).
      const padding = (isPadded || read === 1) && to > from ? paddingAt(this.text, to) : 0;
      const fits = padding > 0 && (to - from + padding) % 4 === 0;
      isPadded ||= fits;
      this.set(read, from, to, fits ? padding : 0);
      at = this.endOf(read);
    }
    this.end = at;
    this.leaveOutClosingMarks(read - 1);
    this.count = read;
    while (this.count > 1 && this.lengthOf(this.count - 1) === 0) this.count--;
    this.dots = read - this.count;
  }

  private set(index: number, start: number, end: number, padding: number): void {
    this.starts[index] = start;
    this.ends[index] = end;
    this.paddings[index] = padding;
  }

  /**
   * Takes from the last segment the marks that close what the token stands in: `-->` of a comment, and as many `_` as open
   * emphasis in front of it. Both are token characters only by accident.
   */
  private leaveOutClosingMarks(last: number): void {
    const { text, end } = this;
    if (this.paddings[last] !== 0) return;
    const length = end - (this.starts[last] ?? 0);
    if (length >= 2 && text.startsWith('-->', end - 2)) {
      this.ends[last] = end - 2;
      return;
    }
    let marks = 0;
    while (marks < 3 && text.charCodeAt(this.start - 1 - marks) === codes.underscore) marks++;
    if (marks === 0 || length < marks || isTokenCharacter(text, this.start - 1 - marks)) return;
    if (text.startsWith('_'.repeat(marks), end - marks)) this.ends[last] = end - marks;
  }
}

/** Whether so many characters can be the base64url of anything: one over a multiple of four never is (RFC 4648 §4). */
export function canBeEncoded(characters: number): boolean {
  return characters % 4 !== 1;
}
