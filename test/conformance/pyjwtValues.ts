import { PyJwk } from '../../src/core/pyjwt/pyJwk';
import type { Raised } from '../../src/core/pyjwt/exceptions';
import { pythonDatetime } from '../../src/core/pyjwt/python/pythonDatetime';
import { pythonOf } from '../../src/core/pyjwt/python/pythonOf';
import type { PythonList, PythonValue } from '../../src/core/pyjwt/python/pythonValue';
import type { PyjwtKey } from '../../src/core/pyjwt/verifySignature';

/** A key as a vector file gives it. */
export interface VectorKey {
  readonly kind: 'secret' | 'pem' | 'ssh' | 'jwk' | 'none' | 'value';
  readonly value: unknown;
  readonly encoding?: 'utf8' | 'base64' | 'json' | null;
  readonly algorithm?: unknown;
}

/** Tag -> the Python value it stands for; JSON has no words for these. */
const tags: ReadonlyMap<string, (content: unknown) => PythonValue> = new Map<
  string,
  (content: unknown) => PythonValue
>([
  ['$bytes', (content) => new Uint8Array(Buffer.from(String(content), 'base64'))],
  ['$tuple', (content) => ({ python: 'tuple', items: list(content) })],
  ['$set', (content) => ({ python: 'set', items: list(content) })],
  ['$iter', (content) => ({ python: 'iterator', items: list(content) })],
  ['$timedelta', (content) => ({ python: 'timedelta', seconds: Number(content) })],
  ['$datetime', (content) => pythonDatetime(String(content)) ?? null],
  ['$date', () => ({ python: 'date' })],
  ['$float', (content) => floats.get(String(content)) ?? Number(content)],
  ['$int', (content) => BigInt(String(content))],
  ['$codepoints', (content) => String.fromCodePoint(...(content as number[]))],
]);

const floats: ReadonlyMap<string, number> = new Map([
  ['nan', NaN],
  ['inf', Infinity],
  ['-inf', -Infinity],
]);

function list(content: unknown): PythonList {
  return (content as unknown[]).map(pythonValue);
}

/** A tagged value of a vector file as Python has it. */
export function pythonValue(value: unknown): PythonValue {
  if (Array.isArray(value)) return value.map(pythonValue);
  if (typeof value !== 'object' || value === null) return pythonOf(value);
  const entries = Object.entries(value);
  if (entries.length === 1) {
    const [[tag, content]] = entries as [[string, unknown]];
    const untag = tags.get(tag);
    if (untag) return untag(content);
  }
  return new Map(entries.map(([name, member]) => [name, pythonValue(member)]));
}

/** The key a case names; where it is a JWK, the PyJWK made of it or what making it raises. */
export function pyjwtKey({ kind, value, encoding, algorithm }: VectorKey): PyjwtKey | Raised {
  if (kind === 'jwk') return PyJwk.from(pythonValue(value), pythonValue(algorithm));
  return encoding === 'base64' ? pythonValue({ $bytes: value }) : pythonValue(value);
}
