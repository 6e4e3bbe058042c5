import { Raised } from '../exceptions';
import { floatText } from './pythonFloat';
import { digitLimit } from './pythonInt';
import { nestingLimit } from './pythonJsonReader';
import { asObject, isDict, isList, typeName, type PythonValue } from './pythonValue';

export interface JsonWriting {
  readonly sortKeys?: boolean;
}

/** `json.dumps(value, separators=(',', ':'))`: ASCII only, numbers as Python writes them; raises TypeError for what JSON has no word for. */
export function writePythonJson(value: PythonValue, writing: JsonWriting = {}): string | Raised {
  return write(value, writing, 0);
}

function write(value: PythonValue, writing: JsonWriting, depth: number): string | Raised {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return jsonString(value);
  if (typeof value === 'number') return floatNames.get(floatText(value)) ?? floatText(value);
  if (typeof value === 'bigint') return integerText(value);
  const items = isList(value) ? value : asObject(value, 'tuple')?.items;
  if (!items && !isDict(value))
    return new Raised('TypeError', `Object of type ${typeName(value)} is not JSON serializable`);
  if (depth >= nestingLimit)
    return new Raised('RecursionError', 'maximum recursion depth exceeded while encoding a JSON object');
  if (items) return joined(items, '[]', (item) => write(item, writing, depth + 1));
  const members = isDict(value) ? [...value] : [];
  if (writing.sortKeys) members.sort(([a], [b]) => compareCodePoints(a, b));
  return joined(members, '{}', ([name, member]) => {
    const text = write(member, writing, depth + 1);
    return text instanceof Raised ? text : `${jsonString(name)}:${text}`;
  });
}

function joined<Item>(
  items: readonly Item[],
  brackets: string,
  text: (item: Item) => string | Raised,
): string | Raised {
  const parts: string[] = [];
  for (const item of items) {
    const part = text(item);
    if (part instanceof Raised) return part;
    parts.push(part);
  }
  return brackets.charAt(0) + parts.join(',') + brackets.charAt(1);
}

const floatNames: ReadonlyMap<string, string> = new Map([
  ['nan', 'NaN'],
  ['inf', 'Infinity'],
  ['-inf', '-Infinity'],
]);

function integerText(value: bigint): string | Raised {
  const text = value.toString();
  if (text.replace('-', '').length <= digitLimit) return text;
  return new Raised(
    'ValueError',
    `Exceeds the limit (${digitLimit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
    'prefix',
  );
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** Everything but printable ASCII as `\uXXXX`, outside the basic plane as a pair of them. */
function jsonString(text: string): string {
  const escape = (unit: string): string => shortEscapes.get(unit) ?? unicodeEscape(unit);
  return `"${text.replace(/[^ !#-[\]-~]/g, escape)}"`;
}

const unicodeEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Python orders text by code points, JavaScript by UTF-16 units. */
function compareCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  const at = left.findIndex((character, index) => character !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}
