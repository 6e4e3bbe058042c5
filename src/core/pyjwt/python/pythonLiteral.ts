import { floatText } from './pythonFloat';
import { hexadecimal, isPrintable } from './pythonText';
import { asObject, isBytes, isDict, isList, type PythonValue } from './pythonValue';

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** Python source text that evaluates to the value, on one line, with strings in double quotes. */
export function pythonLiteral(value: PythonValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number')
    return Number.isFinite(value) ? floatText(value) : `float("${floatText(value)}")`;
  if (typeof value === 'string') return `"${Array.from(value, escaped).join('')}"`;
  if (isBytes(value)) return `b"${Array.from(value, (octet) => escapedOctet(octet)).join('')}"`;
  if (isList(value)) return `[${listed(value)}]`;
  if (isDict(value))
    return `{${[...value].map(([name, member]) => `${pythonLiteral(name)}: ${pythonLiteral(member)}`).join(', ')}}`;
  return objectLiteral(value);
}

function objectLiteral(value: PythonValue): string {
  const tuple = asObject(value, 'tuple');
  if (tuple) return `(${listed(tuple.items)}${tuple.items.length === 1 ? ',' : ''})`;
  const set = asObject(value, 'set');
  if (set) return set.items.length > 0 ? `{${listed(set.items)}}` : 'set()';
  const iterator = asObject(value, 'iterator');
  if (iterator) return `iter([${listed(iterator.items)}])`;
  const timedelta = asObject(value, 'timedelta');
  if (timedelta) return `datetime.timedelta(seconds=${floatText(timedelta.seconds)})`;
  const datetime = asObject(value, 'datetime');
  return datetime
    ? `datetime.datetime.fromtimestamp(${datetime.epochSeconds}, datetime.timezone.utc)`
    : 'datetime.date.today()';
}

function listed(items: readonly PythonValue[]): string {
  return items.map(pythonLiteral).join(', ');
}

function escaped(character: string): string {
  return shortEscapes.get(character) ?? (isPrintable(character) ? character : hexadecimal(character));
}

function escapedOctet(octet: number): string {
  const character = String.fromCharCode(octet);
  return octet < 0x7f ? escaped(character) : hexadecimal(character);
}
