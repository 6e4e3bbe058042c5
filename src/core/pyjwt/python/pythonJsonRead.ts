import { decodeJsonBytes } from './pythonDecode';
import { Raised } from '../exceptions';
import { jsonFault, PythonJsonReader, type IntegerReading } from './pythonJsonReader';
import type { PythonValue } from './pythonValue';

/**
 * `json.loads(source)`: forgiving in Python's ways (NaN, Infinity, UTF-16, lone surrogates, repeated names: the last one
 * wins in the first one's place). Answers with what Python would raise: JSONDecodeError, UnicodeDecodeError, ValueError
 * (too many digits) or RecursionError.
 */
export function readPythonJson(
  source: string | Uint8Array,
  integers: IntegerReading = 'exact',
): PythonValue | Raised {
  const isText = typeof source === 'string';
  const text = isText ? source : decodeJsonBytes(source);
  if (text instanceof Raised) return text;
  if (isText && text.startsWith('\ufeff'))
    return jsonFault('Unexpected UTF-8 BOM (decode using utf-8-sig)', text, 0);
  return new PythonJsonReader(text, integers).readAll();
}
