import { floatText } from './pythonFloat';
import { asObject, isBytes, isDict, isList, typeName, type PythonValue } from './pythonValue';

/** What `isprintable()` refuses: control, format, surrogate, private and unassigned code points, and separators but the space. */
const unprintable = /[^\P{C}]|[^\P{Z} ]/u;

/** `str.isprintable()` of one character. */
export function isPrintable(character: string): boolean {
  return !unprintable.test(character);
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** How deep a value is written out; deeper parts are named by their type only. Messages quote values of strangers. */
const depthLimit = 20;

/** `repr(value)`. */
export function pythonRepr(value: PythonValue, depth = 0): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return floatText(value);
  if (typeof value === 'string') return quoted(value);
  if (isBytes(value)) return `b${quotedBytes(value)}`;
  if (depth >= depthLimit) return `<${typeName(value)}>`;
  const inner = (item: PythonValue): string => pythonRepr(item, depth + 1);
  if (isList(value)) return `[${value.map(inner).join(', ')}]`;
  if (isDict(value))
    return `{${[...value].map(([key, item]) => `${quoted(key)}: ${inner(item)}`).join(', ')}}`;
  const tuple = asObject(value, 'tuple');
  if (tuple) return `(${tuple.items.map(inner).join(', ')}${tuple.items.length === 1 ? ',' : ''})`;
  const set = asObject(value, 'set');
  if (set) return set.items.length ? `{${set.items.map(inner).join(', ')}}` : 'set()';
  return `<${typeName(value)}>`;
}

/** `str(value)`: what an f-string writes. */
export function pythonStr(value: PythonValue): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** `repr` of a str: single quotes, unless it holds some and no double ones. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + Array.from(text, (character) => escaped(character, quote)).join('') + quote;
}

function quotedBytes(bytes: Uint8Array): string {
  const text = Array.from(bytes, (octet) => String.fromCharCode(octet)).join('');
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const write = (character: string): string =>
    character > '~' ? hexadecimal(character) : escaped(character, quote);
  return quote + Array.from(text, write).join('') + quote;
}

function escaped(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  return shortEscapes.get(character) ?? (isPrintable(character) ? character : hexadecimal(character));
}

/** `\x1b`, `\u200b` or `\U000e0001`, the shortest that holds the code point. */
export function hexadecimal(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const [letter, width] = code < 0x100 ? ['x', 2] : code < 0x10000 ? ['u', 4] : ['U', 8];
  return `\\${letter}${code.toString(16).padStart(width, '0')}`;
}
