import type { PythonValue } from './pythonValue';

/** What a setting, an argument or parsed JSON is in Python: whole numbers a double holds exactly are int, others float; undefined and functions are None. */
export function pythonOf(value: unknown): PythonValue {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map(pythonOf);
  return new Map(Object.entries(value).map(([name, member]) => [name, pythonOf(member)]));
}
