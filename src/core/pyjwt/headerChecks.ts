import type { Raised } from './exceptions';
import { equals, isList, type PythonDict } from './python/pythonValue';
import { refuse } from './refusals';

/** The extensions PyJWT knows (RFC 7515 §4.1.11, RFC 7797). */
const knownExtensions: ReadonlySet<string> = new Set(['b64']);

/** `kid` is a text wherever it stands; encode checks nothing else of a header. */
export function checkKid(header: PythonDict): Raised | undefined {
  return header.has('kid') && typeof header.get('kid') !== 'string' ? refuse('kidType') : undefined;
}

/** What PyJWT asks of a header whoever reads it, verified or not. */
export function checkHeader(header: PythonDict): Raised | undefined {
  return checkKid(header) ?? checkCritical(header);
}

function checkCritical(header: PythonDict): Raised | undefined {
  if (!header.has('crit')) return undefined;
  const crit = header.get('crit') ?? null;
  if (!isList(crit) || crit.length === 0) return refuse('critEmpty');
  for (const name of crit) {
    if (typeof name !== 'string') return refuse('critValues');
    if (!knownExtensions.has(name)) return refuse('critUnsupported', { name });
    if (!header.has(name)) return refuse('critMissing', { name });
  }
  return undefined;
}

/** Whether `b64` is False itself: 0, null and "false" are not (RFC 7797 §3). */
export function isUnencoded(header: PythonDict): boolean {
  return header.get('b64') === false;
}

/** Whether the header's `crit` lists `b64`. */
export function listsB64(header: PythonDict): boolean {
  const crit = header.get('crit') ?? null;
  return isList(crit) && crit.some((name) => equals(name, 'b64'));
}
