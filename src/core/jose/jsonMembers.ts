import { memberOf, type JsonArray, type JsonObject, type JsonString } from '../encoding/jsonNode';
import type { PlacedHeader } from './headerProblems';
import type { Problem, SegmentName } from './problem';
import { readHeader, readUnprotectedHeader } from './readHeader';
import { readSegment, type Part } from './readSegment';
import type { Span } from './span';
import type { JoseHeader, Segment } from './token';

/** Reads the members of a JSON serialization and keeps count of those that are not as the RFC has them. */
export class SerializationReader {
  readonly text: string;
  readonly problems: Problem[];
  /** Where the unprotected headers stand. */
  readonly unprotected: Span[] = [];
  /** Members found absent, of the wrong type, or where they must not be. */
  faults = 0;

  constructor(text: string, problems: Problem[]) {
    this.text = text;
    this.problems = problems;
  }

  fault(name: string, expected: string, span: Span): void {
    this.faults++;
    this.problems.push({ code: 'serialization.member', facts: { name, expected }, span });
  }

  /**
   * Counts it as a fault where a name stands twice, for readers differ in which one they take. It has been told when the
   * JSON was read.
   */
  wantSingle(object: JsonObject): void {
    const names = new Set(object.members.map(({ name }) => name));
    if (names.size < object.members.length) this.faults++;
  }

  /** Members that cannot stand beside the others. */
  refuse(object: JsonObject, names: readonly string[]): void {
    for (const name of names) {
      const node = memberOf(object, name);
      if (node) this.fault(name, 'absent', node.span);
    }
  }

  /** The text of a string member, with its place inside the quotes. */
  part(object: JsonObject, name: string): Part | undefined {
    const node = memberOf(object, name);
    if (node?.type === 'string') return stringPart(node);
    if (node) this.fault(name, 'string', node.span);
    return undefined;
  }

  /** A member as a segment; an empty one behind the object's last member where it is absent. */
  segment(object: JsonObject, name: string, segmentName: SegmentName, isRequired = false): Segment {
    const part = this.part(object, name);
    if (part) return readSegment(segmentName, part, this.problems);
    if (isRequired && !memberOf(object, name)) this.fault(name, 'string', object.span);
    const bytes = new Uint8Array(0);
    return { name: segmentName, text: '', span: endOf(object), bytes, isStrict: !isRequired };
  }

  /** The `protected` member as a header. */
  protectedHeader(object: JsonObject): JoseHeader | undefined {
    const part = this.part(object, 'protected');
    return part && readHeader(readSegment('header', part, this.problems), this.problems);
  }

  /** An object member as an unprotected header. */
  unprotectedHeader(object: JsonObject, name: string): PlacedHeader | undefined {
    const node = memberOf(object, name);
    if (!node) return undefined;
    if (node.type === 'object') {
      this.unprotected.push(node.span);
      return { header: readUnprotectedHeader(this.text, node), span: node.span };
    }
    this.fault(name, 'object', node.span);
    return undefined;
  }

  /** A member that must be an array with something in it. */
  list(object: JsonObject, name: string): JsonArray | undefined {
    const node = memberOf(object, name);
    if (node?.type === 'array' && node.items.length > 0) return node;
    this.fault(name, 'array', node?.span ?? object.span);
    return undefined;
  }
}

/** A string's value, with the place between its quotes. */
export function stringPart(node: JsonString): Part {
  return { text: node.value, span: { start: node.span.start + 1, end: node.span.end - 1 } };
}

/** The empty place before an object's closing brace. */
export function endOf(object: JsonObject): Span {
  return { start: object.span.end - 1, end: object.span.end - 1 };
}
