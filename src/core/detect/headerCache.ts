import { readHeaderFacts, type HeaderFacts } from './headerFacts';

interface KnownHeader {
  readonly encoded: string;
  readonly facts: HeaderFacts | undefined;
}

/** Longer headers, in characters, and more of them than this are not remembered. */
const longestKnown = 1024;
const mostKnown = 512;

/** Reads the headers of one text and remembers them: a log repeats few of them thousands of times. */
export class HeaderCache {
  private readonly text: string;
  private readonly known = new Map<string, HeaderFacts | undefined>();
  /** The last header of each length: to compare with one is quicker than to look among all. */
  private readonly last: (KnownHeader | undefined)[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** What the header from `start` to `end` tells; undefined where there is none. */
  read(start: number, end: number): HeaderFacts | undefined {
    const last = this.last[end - start];
    if (last !== undefined && this.text.startsWith(last.encoded, start)) return last.facts;
    const encoded = this.text.slice(start, end);
    const facts = this.known.has(encoded) ? this.known.get(encoded) : readHeaderFacts(encoded);
    if (encoded.length <= longestKnown) this.remember({ encoded, facts });
    return facts;
  }

  private remember(header: KnownHeader): void {
    if (this.known.size >= mostKnown) this.known.clear();
    this.known.set(header.encoded, header.facts);
    while (this.last.length <= header.encoded.length) this.last.push(undefined);
    this.last[header.encoded.length] = header;
  }
}
