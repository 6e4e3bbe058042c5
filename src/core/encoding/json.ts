import type { JsonMember, JsonNode } from './jsonNode';
import { JsonScanner, type JsonExpectation } from './jsonScanner';

/** How much JSON is read at most; what lies beyond is reported, not read. */
export interface JsonLimits {
  /** UTF-16 units of text. */
  readonly length: number;
  /** Arrays and objects inside one another: low enough for any recursive walk over what was read. */
  readonly depth: number;
  /** Values in all, members and items alike. */
  readonly nodes: number;
  /** Reported repetitions of names; further ones are kept, but no longer told. */
  readonly duplicates: number;
}

export const jsonLimits: JsonLimits = {
  length: 16 * 1024 * 1024,
  depth: 1000,
  nodes: 1_000_000,
  duplicates: 100,
};

export interface JsonOptions extends Partial<JsonLimits> {
  /** Reads `NaN`, `Infinity` and `-Infinity` as numbers, as Python's `json.loads` does. RFC 8259 has no such values. */
  readonly nonFinite?: boolean;
}

/** What is wrong with a JSON text. Offsets are UTF-16 units into it; lines and columns count from 1. */
export type JsonProblem =
  | {
      readonly code: 'syntax';
      readonly offset: number;
      readonly line: number;
      readonly column: number;
      readonly expected: JsonExpectation;
      /** Where the string, number or word at fault begins. */
      readonly tokenStart: number;
    }
  | { readonly code: 'duplicateName'; readonly offset: number; readonly end: number; readonly name: string }
  | { readonly code: 'tooDeep' | 'tooLarge'; readonly offset: number; readonly limit: number };

export interface JsonReading {
  /** The whole value; absent where the text is not JSON (RFC 8259) or goes over a limit. */
  readonly node?: JsonNode;
  /** Where there is no node: what stood before the fault, with its open arrays and objects closed there. */
  readonly partial?: JsonNode;
  readonly problems: readonly JsonProblem[];
}

/** Reads JSON strictly, losing nothing: order, repeated names, the text of numbers, places. Never throws; linear in the text. */
export function readJson(text: string, options: JsonOptions = {}): JsonReading {
  const limits = { ...jsonLimits, ...options };
  if (text.length > limits.length)
    return { problems: [{ code: 'tooLarge', offset: limits.length, limit: limits.length }] };
  return new JsonReader(text, limits).read();
}

/** An array or object whose end has not been reached. */
interface OpenContainer {
  readonly start: number;
  readonly items: JsonNode[] | undefined;
  readonly members: JsonMember[];
  readonly names: Set<string>;
  name: string;
  nameStart: number;
  nameEnd: number;
}

const noNames: Set<string> = new Set();
const noMembers: JsonMember[] = [];

/** The grammatical half: an explicit stack instead of recursion, so that depth costs memory and never the call stack. */
class JsonReader {
  private readonly scanner: JsonScanner;
  private readonly open: OpenContainer[] = [];
  private readonly problems: JsonProblem[] = [];
  private nodes = 0;
  private duplicates = 0;
  private isOverLimit = false;
  private readonly text: string;
  private readonly limits: JsonLimits & { readonly nonFinite?: boolean };

  constructor(text: string, limits: JsonLimits & { readonly nonFinite?: boolean }) {
    this.text = text;
    this.limits = limits;
    this.scanner = new JsonScanner(text, limits.nonFinite === true);
  }

  read(): JsonReading {
    let root: JsonNode | undefined;
    while (!root) {
      const value = this.value();
      if (value === 'opened') continue;
      root = value && this.place(value);
      if (this.hasStopped()) return this.stopped();
    }
    this.scanner.skipWhiteSpace();
    if (this.scanner.at === this.text.length) return { node: root, problems: this.problems };
    this.scanner.fail('end');
    return { ...this.stopped(), partial: root };
  }

  /** Reads a scalar or an empty container; `opened` where a container with content begins; undefined on a fault. */
  private value(): JsonNode | 'opened' | undefined {
    const { scanner } = this;
    scanner.skipWhiteSpace();
    const start = scanner.at;
    if (++this.nodes > this.limits.nodes) {
      this.stopOver('tooLarge', this.limits.nodes);
      return undefined;
    }
    const code = scanner.code();
    if (code === 0x7b || code === 0x5b) return this.container(code === 0x7b);
    if (code === 0x22) {
      const value = scanner.string();
      return value === undefined ? undefined : { type: 'string', value, span: { start, end: scanner.at } };
    }
    if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      const text = scanner.number();
      return text === undefined ? undefined : numberNode(text, start);
    }
    if (scanner.word('true')) return { type: 'boolean', value: true, span: { start, end: start + 4 } };
    if (scanner.word('false')) return { type: 'boolean', value: false, span: { start, end: start + 5 } };
    if (scanner.word('null')) return { type: 'null', span: { start, end: start + 4 } };
    if (this.limits.nonFinite && (scanner.word('NaN') || scanner.word('Infinity')))
      return numberNode(this.text.slice(start, scanner.at), start);
    scanner.fail(this.open.at(-1)?.items?.length === 0 ? 'value or ]' : 'value');
    return undefined;
  }

  private container(isObject: boolean): JsonNode | 'opened' | undefined {
    const { scanner } = this;
    const start = scanner.at;
    if (this.open.length >= this.limits.depth) {
      this.stopOver('tooDeep', this.limits.depth);
      return undefined;
    }
    scanner.at++;
    scanner.skipWhiteSpace();
    if (scanner.code() === (isObject ? 0x7d : 0x5d)) {
      const span = { start, end: ++scanner.at };
      return isObject ? { type: 'object', members: [], span } : { type: 'array', items: [], span };
    }
    const container: OpenContainer = {
      start,
      items: isObject ? undefined : [],
      members: isObject ? [] : noMembers,
      names: isObject ? new Set() : noNames,
      name: '',
      nameStart: start,
      nameEnd: start,
    };
    this.open.push(container);
    if (isObject && !this.name(container, 'name or }')) return undefined;
    return 'opened';
  }

  /** Reads `"name" :` into the container. */
  private name(container: OpenContainer, expected: JsonExpectation): boolean {
    const { scanner } = this;
    scanner.skipWhiteSpace();
    container.nameStart = scanner.at;
    if (scanner.code() !== 0x22) {
      scanner.fail(expected);
      return false;
    }
    const name = scanner.string();
    if (name === undefined) return false;
    container.name = name;
    container.nameEnd = scanner.at;
    scanner.skipWhiteSpace();
    if (scanner.code() !== 0x3a) scanner.fail('colon');
    else scanner.at++;
    return scanner.fault === undefined;
  }

  /** Puts a finished value where it belongs, closing what ends behind it; returns the root once nothing is open. */
  private place(finished: JsonNode): JsonNode | undefined {
    const { scanner } = this;
    let value = finished;
    for (;;) {
      const top = this.open.at(-1);
      if (!top) return value;
      this.add(top, value);
      scanner.skipWhiteSpace();
      const code = scanner.code();
      if (code === 0x2c) {
        scanner.at++;
        if (!top.items) this.name(top, 'name');
        return undefined;
      }
      if (code !== (top.items ? 0x5d : 0x7d)) {
        scanner.fail(top.items ? 'comma or ]' : 'comma or }');
        return undefined;
      }
      scanner.at++;
      value = this.close(top);
    }
  }

  private add(container: OpenContainer, value: JsonNode): void {
    if (container.items) {
      container.items.push(value);
      return;
    }
    const { name, nameStart, nameEnd, names } = container;
    container.members.push({ name, nameSpan: { start: nameStart, end: nameEnd }, value });
    if (!names.has(name)) names.add(name);
    else if (this.duplicates++ < this.limits.duplicates)
      this.problems.push({ code: 'duplicateName', offset: nameStart, end: nameEnd, name });
  }

  private close(container: OpenContainer): JsonNode {
    this.open.pop();
    const span = { start: container.start, end: this.scanner.at };
    return container.items
      ? { type: 'array', items: container.items, span }
      : { type: 'object', members: container.members, span };
  }

  private stopOver(code: 'tooDeep' | 'tooLarge', limit: number): void {
    this.problems.push({ code, offset: this.scanner.at, limit });
    this.isOverLimit = true;
  }

  private hasStopped(): boolean {
    return this.isOverLimit || this.scanner.fault !== undefined;
  }

  /** What was read before the fault or limit, with every open container closed at it. */
  private stopped(): JsonReading {
    const { fault } = this.scanner;
    if (fault) this.problems.push({ code: 'syntax', ...fault, ...placeOf(this.text, fault.offset) });
    let partial: JsonNode | undefined;
    for (let top = this.open.at(-1); top; top = this.open.at(-1)) {
      if (partial) this.add(top, partial);
      partial = this.close(top);
    }
    return { ...(partial ? { partial } : {}), problems: this.problems };
  }
}

function numberNode(text: string, start: number): JsonNode {
  return { type: 'number', text, value: Number(text), span: { start, end: start + text.length } };
}

/** Line and column of an offset, both from 1; a line ends at LF, CR or CR LF. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x0a && (code !== 0x0d || text.charCodeAt(at + 1) === 0x0a)) continue;
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

/** An ordinary JavaScript value. Objects have no prototype, so no name reaches one. */
export type PlainValue =
  null | boolean | number | string | readonly PlainValue[] | { readonly [name: string]: PlainValue };

/**
 * The value `JSON.parse` would give, except that objects have no prototype: `__proto__` is a name like any
 * other. The last of repeated names wins; numbers become the nearest double.
 */
export function toPlainValue(node: JsonNode): PlainValue {
  switch (node.type) {
    case 'null':
      return null;
    case 'array':
      return node.items.map(toPlainValue);
    case 'object': {
      const object = Object.create(null) as Record<string, PlainValue>;
      for (const { name, value } of node.members) object[name] = toPlainValue(value);
      return object;
    }
    case 'boolean':
    case 'number':
    case 'string':
      return node.value;
  }
}
