import { codes } from './characters';
import { maxObjectDepth, maxObjectLength } from './jsonText';

/** How many ends are remembered; asked about are those met a moment ago. */
const maxKnownEnds = 50_000;

/**
 * Where the JSON objects of a text end, by their brackets and strings alone. Objects inside one that was asked about are
 * passed on the way and remembered, so that nested ones cost no more than flat ones.
 */
export class ObjectEnds {
  private readonly text: string;
  private readonly known = new Map<number, number>();
  /** Where the brackets that are open at `walked` start, outermost first; those too far out are given up. */
  private readonly open: number[] = [];
  private walked = 0;
  private readonly structure = /["{}[\]]/g;
  private readonly inString = /["\\]/g;

  constructor(text: string) {
    this.text = text;
  }

  /** The offset behind the object that starts at `start`; undefined where it does not end within the limits of length and depth. */
  find(start: number): number | undefined {
    const known = this.known.get(start);
    if (known !== undefined) return known;
    if (!this.open.includes(start)) {
      this.open.length = 0;
      this.walked = start;
    }
    const end = this.walkToEndOf(start);
    return end !== undefined && end - start > maxObjectLength ? undefined : end;
  }

  private walkToEndOf(start: number): number | undefined {
    while (this.walked - start < maxObjectLength) {
      this.structure.lastIndex = this.walked;
      if (!this.structure.test(this.text)) return undefined;
      const at = this.structure.lastIndex - 1;
      const code = this.text.charCodeAt(at);
      this.walked = code === codes.quote ? this.stringEnd(at) : at + 1;
      if (code === codes.openBrace || code === codes.openBracket) {
        this.open.push(at);
        if (this.open.length > maxObjectDepth && this.open.shift() === start) return undefined;
      } else if (code === codes.closeBrace || code === codes.closeBracket) {
        const opened = this.open.pop();
        if (opened === undefined) return undefined;
        this.remember(opened, this.walked);
        if (opened === start) return this.walked;
      }
    }
    return undefined;
  }

  private remember(start: number, end: number): void {
    if (this.known.size >= maxKnownEnds) this.known.clear();
    this.known.set(start, end);
  }

  /** The offset behind the string whose quote stands at `start`; the text's end where it has no other. */
  private stringEnd(start: number): number {
    for (let at = start + 1; ; at = this.inString.lastIndex + 1) {
      this.inString.lastIndex = at;
      if (!this.inString.test(this.text)) return this.text.length;
      if (this.text.charCodeAt(this.inString.lastIndex - 1) === codes.quote) return this.inString.lastIndex;
    }
  }
}
