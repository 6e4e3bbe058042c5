/** What could have stood where the reading of JSON stopped. Codes for the wording, not sentences. */
export type JsonExpectation =
  | 'value'
  | 'value or ]'
  | 'name'
  | 'name or }'
  | 'colon'
  | 'comma or ]'
  | 'comma or }'
  | 'end'
  | 'digit'
  | 'escape'
  | 'hex digit'
  | 'quote'
  | 'escaped control character';

/** A place where the grammar of RFC 8259 does not go on. */
export interface JsonFault {
  readonly offset: number;
  readonly expected: JsonExpectation;
  /** Where the string, number or word at fault begins; the same offset where none had begun. */
  readonly tokenStart: number;
}

const quote = 0x22;
const backslash = 0x5c;

/** The lexical half of reading JSON: white space, strings and numbers from a moving offset. Strict, linear, never throws. */
export class JsonScanner {
  at = 0;
  fault: JsonFault | undefined;

  private readonly text: string;
  private readonly nonFinite: boolean;

  /** `nonFinite`: whether `NaN`, `Infinity` and `-Infinity` count as numbers, as Python's `json` has it. */
  constructor(text: string, nonFinite: boolean) {
    this.text = text;
    this.nonFinite = nonFinite;
  }

  skipWhiteSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at++;
    }
  }

  /** The character code at the offset; NaN at the end. */
  code(): number {
    return this.text.charCodeAt(this.at);
  }

  fail(expected: JsonExpectation, tokenStart = this.at): void {
    this.fault = { offset: this.at, expected, tokenStart };
  }

  /** Reads a string from its opening quote; undefined with a fault where it is none. */
  string(): string | undefined {
    const { text } = this;
    const start = this.at;
    let escaped = false;
    this.at++;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === quote) {
        this.at++;
        if (!escaped) return text.slice(start + 1, this.at - 1);
        // Every escape was checked on the way: this neither throws nor reads anything else.
        return JSON.parse(text.slice(start, this.at)) as string;
      }
      if (code === backslash) {
        escaped = true;
        if (!this.escape(start)) return undefined;
      } else if (code >= 0x20) this.at++;
      else {
        this.fail(Number.isNaN(code) ? 'quote' : 'escaped control character', start);
        return undefined;
      }
    }
  }

  private escape(start: number): boolean {
    this.at++;
    const code = this.code();
    if (Number.isNaN(code)) this.fail('quote', start);
    else if (code === 0x75) {
      for (let digit = 0; digit < 4; digit++) {
        this.at++;
        if (!isHexDigit(this.code())) this.fail('hex digit', start);
        if (this.fault) return false;
      }
    } else if (!'"\\/bfnrt'.includes(String.fromCharCode(code))) this.fail('escape', start);
    this.at++;
    return this.fault === undefined;
  }

  /** Reads a number and returns its text; undefined with a fault where it is none. */
  number(): string | undefined {
    const start = this.at;
    if (this.code() === 0x2d) this.at++;
    if (this.nonFinite && this.word('Infinity')) return this.text.slice(start, this.at);
    if (this.code() === 0x30) this.at++;
    else if (!this.digits(start)) return undefined;
    if (this.code() === 0x2e) {
      this.at++;
      if (!this.digits(start)) return undefined;
    }
    if ((this.code() | 0x20) === 0x65) {
      this.at++;
      if (this.code() === 0x2b || this.code() === 0x2d) this.at++;
      if (!this.digits(start)) return undefined;
    }
    return this.text.slice(start, this.at);
  }

  private digits(start: number): boolean {
    const from = this.at;
    while (isDigit(this.code())) this.at++;
    if (this.at === from) this.fail('digit', start);
    return this.at > from;
  }

  /** Passes over a word if it stands here. */
  word(word: string): boolean {
    const stands = this.text.startsWith(word, this.at);
    if (stands) this.at += word.length;
    return stands;
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}
