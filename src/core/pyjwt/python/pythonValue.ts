import type { Bytes } from '../../encoding/bytes';

/**
 * A Python value as far as PyJWT can meet one. JavaScript's own types stand for Python's: null for None, bigint for int,
 * number for float, an array for a list, a Map for a dict (its keys are str, as in JSON), octets for bytes.
 */
export type PythonValue =
  null | boolean | bigint | number | string | Bytes | PythonList | PythonDict | PythonObject;

export type PythonList = readonly PythonValue[];
/** In insertion order, as Python keeps it. */
export type PythonDict = ReadonlyMap<string, PythonValue>;

/** Values JSON has no word for: a caller in Python may pass them, and PyJWT answers to each. */
export type PythonObject =
  | { readonly python: 'tuple'; readonly items: PythonList }
  | { readonly python: 'set'; readonly items: PythonList }
  /** One that can be gone through once. */
  | { readonly python: 'iterator'; readonly items: PythonList }
  /** What `total_seconds()` gives. */
  | { readonly python: 'timedelta'; readonly seconds: number }
  /** Whole seconds since the epoch; a fraction is floored, and a time without offset is taken as UTC. */
  | { readonly python: 'datetime'; readonly epochSeconds: bigint }
  | { readonly python: 'date' };

export function isList(value: unknown): value is PythonList {
  return Array.isArray(value);
}

export function isDict(value: unknown): value is PythonDict {
  return value instanceof Map;
}

export function isBytes(value: unknown): value is Bytes {
  return value instanceof Uint8Array;
}

function isObject(value: PythonValue): value is PythonObject {
  return typeof value === 'object' && value !== null && 'python' in value;
}

/** The tagged value of that type; undefined for anything else. */
export function asObject<Name extends PythonObject['python']>(
  value: PythonValue,
  name: Name,
): Extract<PythonObject, { readonly python: Name }> | undefined {
  return isObject(value) && value.python === name
    ? (value as Extract<PythonObject, { readonly python: Name }>)
    : undefined;
}

/** `type(value).__name__`. */
export function typeName(value: PythonValue): string {
  if (value === null) return 'NoneType';
  if (isList(value)) return 'list';
  if (isDict(value)) return 'dict';
  if (isBytes(value)) return 'bytes';
  if (typeof value === 'object') return value.python === 'iterator' ? 'list_iterator' : value.python;
  return scalarNames[typeof value as keyof typeof scalarNames];
}

const scalarNames = { boolean: 'bool', bigint: 'int', number: 'float', string: 'str' } as const;

/** `bool(value)`. */
export function isTruthy(value: PythonValue | undefined): boolean {
  if (typeof value !== 'object' || value === null) return Number.isNaN(value) || Boolean(value);
  if (isDict(value)) return value.size > 0;
  if (isList(value) || isBytes(value)) return value.length > 0;
  if (value.python === 'tuple' || value.python === 'set') return value.items.length > 0;
  return value.python !== 'timedelta' || value.seconds !== 0;
}

/** `a == b`: numbers by value whatever their type (`True == 1 == 1.0`), everything else only within its type. */
export function equals(a: PythonValue | undefined, b: PythonValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const [left, right] = [numeric(a), numeric(b)];
  if (left !== undefined || right !== undefined) return left == right;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (isList(a)) return isList(b) && sameItems(a, b);
  if (isBytes(a)) return isBytes(b) && sameItems(numbersOf(a), numbersOf(b));
  if (isDict(a))
    return isDict(b) && a.size === b.size && [...a].every(([key, value]) => equals(value, b.get(key)));
  if (a.python === 'tuple') return sameItems(a.items, asObject(b, 'tuple')?.items);
  if (a.python === 'timedelta') return a.seconds === asObject(b, 'timedelta')?.seconds;
  return a === b;
}

function sameItems(a: PythonList, b: PythonList | undefined): boolean {
  return a.length === b?.length && a.every((item, index) => equals(item, b[index]));
}

/** A bool, int or float as the number it equals; undefined for anything else. */
export function numeric(value: PythonValue | undefined): bigint | number | undefined {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return typeof value === 'bigint' || typeof value === 'number' ? value : undefined;
}

/** Whether the value can be a dict's key or a set's member. */
export function isHashable(value: PythonValue): boolean {
  if (isList(value) || isDict(value)) return false;
  const tuple = asObject(value, 'tuple');
  return tuple ? tuple.items.every(isHashable) : asObject(value, 'set') === undefined;
}

/** What `for item in value` gives: the characters of a str, the keys of a dict, the octets of bytes; undefined where it cannot be iterated. */
export function itemsOf(value: PythonValue): PythonList | undefined {
  if (typeof value === 'string') return Array.from(value);
  if (isList(value)) return value;
  if (isDict(value)) return [...value.keys()];
  if (isBytes(value)) return numbersOf(value);
  return isObject(value) && 'items' in value ? value.items : undefined;
}

function numbersOf(bytes: Bytes): PythonList {
  return Array.from(bytes, (octet) => BigInt(octet));
}
