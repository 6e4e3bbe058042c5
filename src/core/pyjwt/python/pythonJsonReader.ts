import { Raised } from '../exceptions';
import { digitLimit, tooManyDigits } from './pythonInt';
import type { PythonValue } from './pythonValue';

/**
 * Levels of arrays and objects that Python 3.11 reads from within `jwt.decode` under its recursion limit of 1000; newer
 * Pythons read more.
 */
export const nestingLimit = 992;

/** How numbers without point and exponent are read: the key guard passes them over, whatever their length. */
export type IntegerReading = 'exact' | 'zero';

/** A JSONDecodeError. Python counts characters where JavaScript counts UTF-16 units. */
export function jsonFault(what: string, text: string, offset: number): Raised {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = lengthOf(before.slice(before.lastIndexOf('\n') + 1)) + 1;
  return new Raised(
    'JSONDecodeError',
    `${what}: line ${line} column ${column} (char ${lengthOf(before)})`,
    'prefix',
  );
}

function lengthOf(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const constants: ReadonlyMap<string, readonly [word: string, value: PythonValue]> = new Map([
  ['n', ['null', null]],
  ['t', ['true', true]],
  ['f', ['false', false]],
  ['N', ['NaN', NaN]],
  ['I', ['Infinity', Infinity]],
] as const);

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** A thrown fault, caught in `readAll`: the reader is recursive, and a value carried up through it would hide the grammar. */
class Fault extends Error {
  readonly raised: Raised;

  constructor(raised: Raised) {
    super(raised.message);
    this.raised = raised;
  }
}

/** Reads one JSON text in Python's grammar, with Python's words for what is wrong with it. */
export class PythonJsonReader {
  readonly #text: string;
  readonly #integers: IntegerReading;
  #at = 0;
  #depth = 0;

  constructor(text: string, integers: IntegerReading) {
    this.#text = text;
    this.#integers = integers;
  }

  /** The value, and nothing behind it; or what Python raises. */
  readAll(): PythonValue | Raised {
    try {
      this.#skipSpace();
      const value = this.#value();
      this.#skipSpace();
      if (this.#at < this.#text.length) this.#fail('Extra data');
      return value;
    } catch (thrown) {
      if (thrown instanceof Fault) return thrown.raised;
      throw thrown;
    }
  }

  #fail(what: string, offset = this.#at): never {
    throw new Fault(jsonFault(what, this.#text, offset));
  }

  #skipSpace(): void {
    while (isSpace(this.#text.charCodeAt(this.#at))) this.#at++;
  }

  #value(): PythonValue {
    const first = this.#text.charAt(this.#at);
    if (first === '"') return this.#string();
    if (first === '{') return this.#nested('object', () => this.#object());
    if (first === '[') return this.#nested('array', () => this.#array());
    const negative = this.#take('-Infinity');
    if (negative) return -Infinity;
    const constant = constants.get(first);
    if (constant && this.#take(constant[0])) return constant[1];
    return this.#number();
  }

  #take(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #nested(what: string, read: () => PythonValue): PythonValue {
    if (++this.#depth > nestingLimit) {
      const message = `maximum recursion depth exceeded while decoding a JSON ${what} from a unicode string`;
      throw new Fault(new Raised('RecursionError', message, 'prefix'));
    }
    this.#at++;
    this.#skipSpace();
    const value = read();
    this.#depth--;
    return value;
  }

  #object(): PythonValue {
    const members = new Map<string, PythonValue>();
    if (this.#take('}')) return members;
    for (;;) {
      if (this.#text.charAt(this.#at) !== '"')
        this.#fail('Expecting property name enclosed in double quotes');
      const name = this.#string();
      this.#skipSpace();
      if (!this.#take(':')) this.#fail("Expecting ':' delimiter");
      this.#skipSpace();
      members.set(name, this.#value());
      this.#skipSpace();
      if (this.#take('}')) return members;
      if (!this.#take(',')) this.#fail("Expecting ',' delimiter");
      this.#skipSpace();
    }
  }

  #array(): PythonValue {
    const items: PythonValue[] = [];
    if (this.#take(']')) return items;
    for (;;) {
      items.push(this.#value());
      this.#skipSpace();
      if (this.#take(']')) return items;
      if (!this.#take(',')) this.#fail("Expecting ',' delimiter");
      this.#skipSpace();
    }
  }

  #number(): PythonValue {
    const number = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
    number.lastIndex = this.#at;
    const match = number.exec(this.#text);
    if (!match) this.#fail('Expecting value');
    this.#at += match[0].length;
    if (match[1] !== undefined || match[2] !== undefined) return Number(match[0]);
    if (this.#integers === 'zero') return 0n;
    const digits = match[0].replace('-', '').length;
    if (digits > digitLimit) throw new Fault(tooManyDigits(digits));
    return BigInt(match[0]);
  }

  #string(): string {
    const begin = this.#at;
    const parts: string[] = [];
    const plain = /[ !#-[\]-\uffff]*/y;
    for (this.#at++; ;) {
      plain.lastIndex = this.#at;
      const run = plain.exec(this.#text)?.[0] ?? '';
      parts.push(run);
      this.#at += run.length;
      const stop = this.#text.charAt(this.#at);
      if (stop === '') this.#fail('Unterminated string starting at', begin);
      if (stop !== '"' && stop !== '\\') this.#fail('Invalid control character at');
      this.#at++;
      if (stop === '"') return parts.join('');
      parts.push(this.#escape(begin));
    }
  }

  #escape(begin: number): string {
    const letter = this.#text.charAt(this.#at);
    if (letter === '') this.#fail('Unterminated string starting at', begin);
    if (letter !== 'u') {
      const character = escapes.get(letter);
      if (character === undefined) this.#fail('Invalid \\escape', this.#at - 1);
      this.#at++;
      return character;
    }
    const digits = this.#text.slice(this.#at + 1, this.#at + 5);
    // Python wants a character to follow the four digits before it looks at them.
    if (this.#at + 5 >= this.#text.length || !/^[0-9a-fA-F]{4}$/.test(digits))
      this.#fail('Invalid \\uXXXX escape', this.#at);
    this.#at += 5;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
}
