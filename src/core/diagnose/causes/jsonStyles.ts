import type { JsonNode, JsonObject } from '../../encoding/jsonNode';
import { memberOf } from '../../encoding/jsonNode';

/** How a program writes JSON, as far as programs differ. */
export interface JsonStyle {
  /** Behind a comma, behind a colon; a line break with indentation where `indent` is given. */
  readonly comma: string;
  readonly colon: string;
  readonly indent?: string;
  readonly lineEnd?: string;
  readonly escape: (text: string) => string;
}

const indented = (indent: string, lineEnd: string): Omit<JsonStyle, 'escape'> => ({
  comma: '',
  colon: ' ',
  indent,
  lineEnd,
});

/** White space as programs put it between values. */
export const spacings: readonly Omit<JsonStyle, 'escape'>[] = [
  { comma: '', colon: '' },
  { comma: ' ', colon: ' ' },
  { comma: '', colon: ' ' },
  ...['\n', '\r\n'].flatMap((lineEnd) => ['  ', '    ', '\t'].map((indent) => indented(indent, lineEnd))),
];

const hexOf = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0');
const lower = (character: string): string => `\\u${hexOf(character)}`;
const upper = (character: string): string => `\\u${hexOf(character).toUpperCase()}`;
const least = (text: string): string => JSON.stringify(text).slice(1, -1);
const upperControls = (text: string): string =>
  least(text).replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => `\\u${hex.toUpperCase()}`);
const slashes = (text: string): string => text.replaceAll('/', '\\/');
const nonAscii = /[^\0-\x7f]/g;

type Escaping = JsonStyle['escape'];

const lowerEscapes: Escaping = (text) => least(text).replace(nonAscii, lower);
const upperEscapes: Escaping = (text) => upperControls(text).replace(nonAscii, upper);
const slashEscapes: Escaping = (text) => slashes(least(text));
const lowerAndSlashes: Escaping = (text) => slashes(lowerEscapes(text));
/** Go, encoding/json. */
const goEscapes: Escaping = (text) => least(text).replace(/[<>&\u2028\u2029]/g, lower);
/** .NET, System.Text.Json. */
const netEscapes: Escaping = (text) =>
  upperControls(text)
    .replaceAll('\\"', '\\u0022')
    .replace(/[&'+<>`\x7f]|[^\0-\x7f]/g, upper);

/** Escapes as programs write them inside strings. */
export const escapings: readonly Escaping[] = [
  least,
  lowerEscapes,
  upperEscapes,
  slashEscapes,
  lowerAndSlashes,
  goEscapes,
  netEscapes,
];

/** The JSON text of a node in a style; the text of numbers is kept. */
export function writeStyled(node: JsonNode, style: JsonStyle, level = 0): string {
  switch (node.type) {
    case 'string':
      return `"${style.escape(node.value)}"`;
    case 'number':
      return node.text;
    case 'array':
      return list(
        '[',
        ']',
        node.items.map((item) => writeStyled(item, style, level + 1)),
        style,
        level,
      );
    case 'object': {
      const members = node.members.map(
        ({ name, value }) => `"${style.escape(name)}":${style.colon}${writeStyled(value, style, level + 1)}`,
      );
      return list('{', '}', members, style, level);
    }
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

function list(open: string, close: string, entries: string[], style: JsonStyle, level: number): string {
  if (entries.length === 0) return open + close;
  if (style.indent === undefined) return open + entries.join(`,${style.comma}`) + close;
  const { indent, lineEnd = '\n' } = style;
  const outer = lineEnd + indent.repeat(level);
  return open + entries.map((entry) => outer + indent + entry).join(',') + outer + close;
}

/** The same JSON with the names of every object in order of their code units. */
export function sorted(node: JsonNode): JsonNode {
  if (node.type === 'array') return { ...node, items: node.items.map(sorted) };
  if (node.type !== 'object') return node;
  const members = node.members
    .map((member) => ({ ...member, value: sorted(member.value) }))
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  return { ...node, members };
}

/** The same JSON with names in the order another object has them, at every level; names it does not have stay behind. */
export function inOrderOf(node: JsonNode, model: JsonNode): JsonNode {
  if (node.type === 'array' && model.type === 'array') {
    const items = node.items.map((item, index) => {
      const other = model.items[index];
      return other ? inOrderOf(item, other) : item;
    });
    return { ...node, items };
  }
  if (node.type !== 'object' || model.type !== 'object') return node;
  const places = new Map(model.members.map(({ name }, index) => [name, index]));
  const placeOf = (name: string): number => places.get(name) ?? model.members.length;
  const members = node.members
    .map((member) => {
      const other = memberOf(model, member.name);
      return other ? { ...member, value: inOrderOf(member.value, other) } : member;
    })
    .sort((one, other) => placeOf(one.name) - placeOf(other.name));
  return { ...node, members };
}

/** The same object with these names first. */
export function withFirst(object: JsonObject, names: readonly string[]): JsonObject {
  const placeOf = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  const members = object.members.toSorted((one, other) => placeOf(one.name) - placeOf(other.name));
  return { ...object, members };
}

/** Deeper JSON is not written anew. */
const depthLimit = 40;

/** Whether a node is shallow enough to be walked without care. */
export function isShallow(node: JsonNode, depth = 0): boolean {
  if (depth > depthLimit) return false;
  if (node.type === 'array') return node.items.every((item) => isShallow(item, depth + 1));
  return node.type !== 'object' || node.members.every(({ value }) => isShallow(value, depth + 1));
}

/** Whether two nodes are equal as JSON: names in any order, numbers by their text. */
export function isEqualJson(one: JsonNode, other: JsonNode): boolean {
  const style: JsonStyle = { comma: '', colon: '', escape: least };
  return writeStyled(sorted(one), style) === writeStyled(sorted(other), style);
}
