import type { Span } from '../jose/span';

/**
 * JSON as it was written: order, repeated names, the text of numbers and the place of everything are kept.
 * Spans are UTF-16 offsets into the JSON text itself.
 */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

export interface JsonObject {
  readonly type: 'object';
  /** In written order, repeated names included. */
  readonly members: readonly JsonMember[];
  readonly span: Span;
}
export interface JsonMember {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: JsonNode;
}
export interface JsonArray {
  readonly type: 'array';
  readonly items: readonly JsonNode[];
  readonly span: Span;
}
export interface JsonString {
  readonly type: 'string';
  readonly value: string;
  readonly span: Span;
}
export interface JsonNumber {
  readonly type: 'number';
  /** The number as written: exact however large. */
  readonly text: string;
  /** The nearest double; what `JSON.parse` would give. */
  readonly value: number;
  readonly span: Span;
}
export interface JsonBoolean {
  readonly type: 'boolean';
  readonly value: boolean;
  readonly span: Span;
}
export interface JsonNull {
  readonly type: 'null';
  readonly span: Span;
}

/** The last member of that name, as JSON parsers have it (RFC 8259 §4); undefined where there is none. */
export function memberOf(object: JsonObject | undefined, name: string): JsonNode | undefined {
  return object?.members.findLast((member) => member.name === name)?.value;
}

/** The text of a string member; undefined where it is absent or of another type. */
export function stringMember(object: JsonObject | undefined, name: string): string | undefined {
  const node = memberOf(object, name);
  return node?.type === 'string' ? node.value : undefined;
}
