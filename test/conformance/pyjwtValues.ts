import { PyJwk } from '../../src/core/pyjwt/pyJwk';
import type { Raised } from '../../src/core/pyjwt/exceptions';
import { pythonDatetime } from '../../src/core/pyjwt/python/pythonDatetime';
import { pythonOf } from '../../src/core/pyjwt/python/pythonOf';
import { pythonStr } from '../../src/core/pyjwt/python/pythonText';
import { isDict, isList, type PythonList, type PythonValue } from '../../src/core/pyjwt/python/pythonValue';
import type { PyjwtKey } from '../../src/core/pyjwt/verifySignature';

/** A key as a vector file gives it. */
export interface VectorKey {
  readonly kind: 'secret' | 'pem' | 'ssh' | 'jwk' | 'none' | 'value';
  readonly value: unknown;
  readonly encoding?: 'utf8' | 'base64' | 'json' | null;
  readonly algorithm?: unknown;
}

/** Tag -> the Python value it stands for; JSON has no words for these. */
const tags: ReadonlyMap<string, (content: PythonValue) => PythonValue> = new Map<
  string,
  (content: PythonValue) => PythonValue
>([
  ['$bytes', (content) => new Uint8Array(Buffer.from(pythonStr(content), 'base64'))],
  ['$tuple', (content) => ({ python: 'tuple', items: list(content) })],
  ['$set', (content) => ({ python: 'set', items: list(content) })],
  ['$iter', (content) => ({ python: 'iterator', items: list(content) })],
  ['$timedelta', (content) => ({ python: 'timedelta', seconds: Number(content) })],
  ['$datetime', (content) => pythonDatetime(pythonStr(content)) ?? null],
  ['$date', () => ({ python: 'date' })],
  ['$float', (content) => floats.get(pythonStr(content)) ?? Number(content)],
  ['$int', (content) => BigInt(pythonStr(content))],
  ['$codepoints', (content) => String.fromCodePoint(...list(content).map(Number))],
]);

const floats: ReadonlyMap<string, number> = new Map([
  ['nan', NaN],
  ['inf', Infinity],
  ['-inf', -Infinity],
]);

function list(content: PythonValue): PythonList {
  return isList(content) ? content.map(untagged) : [];
}

/** A tagged value of a vector file, parsed as JavaScript does, as Python has it. */
export function pythonValue(value: unknown): PythonValue {
  return untagged(pythonOf(value));
}

/** A value with what its tags stand for in their place. */
export function untagged(value: PythonValue): PythonValue {
  if (isList(value)) return value.map(untagged);
  if (!isDict(value)) return value;
  const members = [...value];
  const [[tag, content] = []] = members;
  const untag = members.length === 1 && tag !== undefined ? tags.get(tag) : undefined;
  if (untag) return untag(content ?? null);
  return new Map(members.map(([name, member]) => [name, untagged(member)]));
}

/** The key a case names; where it is a JWK, the PyJWK made of it or what making it raises. */
export function pyjwtKey({ kind, value, encoding, algorithm }: VectorKey): PyjwtKey | Raised {
  if (kind === 'jwk') return PyJwk.from(pythonValue(value), pythonValue(algorithm));
  return encoding === 'base64' ? pythonValue({ $bytes: value }) : pythonValue(value);
}
