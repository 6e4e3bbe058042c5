import { isRaised, Raised } from './exceptions';
import { checkKid, isUnencoded, listsB64 } from './headerChecks';
import { writePythonJson } from './python/pythonJsonWrite';
import { isDict, isList, isTruthy, typeName, type PythonDict, type PythonValue } from './python/pythonValue';
import { refuse } from './refusals';

export interface EncodedHeader {
  readonly header: PythonDict;
  readonly text: string;
  /** The algorithm to sign with, which the header's own `alg` need not be. */
  readonly alg: PythonValue;
  /** Whether the payload stays out of the token (RFC 7797). */
  readonly isDetached: boolean;
}

/** The header PyJWT writes: `typ` and `alg`, with the caller's members over them, and `b64` put right. */
export function encodeHeader(
  algorithm: PythonValue,
  headers: PythonValue,
  sortKeys: boolean,
): EncodedHeader | Raised {
  const given = isTruthy(headers) ? headers : new Map<string, PythonValue>();
  if (!isDict(given))
    return new Raised('AttributeError', `'${typeName(given)}' object has no attribute 'get'`, 'prefix');
  const named = given.get('alg') ?? null;
  const alg = isTruthy(named) ? named : algorithm;
  const refusal = checkKid(given);
  if (refusal) return refusal;
  const header = new Map<string, PythonValue>([['typ', 'JWT'], ['alg', alg], ...given]);
  if (!isTruthy(header.get('typ'))) header.delete('typ');
  const isDetached = isUnencoded(given);
  const fault = isDetached ? addCritical(header) : undefined;
  if (fault) return fault;
  // True is what goes without saying, and everything but False counts as True.
  if (!isDetached) header.delete('b64');
  const text = writePythonJson(header, { sortKeys });
  return isRaised(text) ? text : { header, text, alg, isDetached };
}

/** RFC 7797 §6: whoever does not know `b64` must not read the token. */
function addCritical(header: Map<string, PythonValue>): Raised | undefined {
  const crit = header.has('crit') ? (header.get('crit') ?? null) : [];
  if (!isList(crit)) return refuse('critNoList');
  if (!listsB64(header)) header.set('crit', [...crit, 'b64']);
  return undefined;
}
