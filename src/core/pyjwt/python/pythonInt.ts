import { Raised } from '../exceptions';
import { pythonRepr } from './pythonText';
import { typeName, type PythonValue } from './pythonValue';

/** `sys.get_int_max_str_digits()`: text of more digits is no int since Python 3.11. */
export const digitLimit = 4300;

/** `int(value)`: how PyJWT reads time claims. */
export function pythonInt(value: PythonValue): bigint | Raised {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') return intOfFloat(value);
  if (typeof value === 'string') return intOfText(value);
  const accepted = 'int() argument must be a string, a bytes-like object or a real number';
  return new Raised('TypeError', `${accepted}, not '${typeName(value)}'`, 'prefix');
}

/** Truncated towards zero. */
function intOfFloat(value: number): bigint | Raised {
  if (Number.isNaN(value)) return new Raised('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(value)) return new Raised('OverflowError', 'cannot convert float infinity to integer');
  return BigInt(Math.trunc(value));
}

/** What `int()` strips: ASCII white space, and what Unicode adds to it outside ASCII. */
const space = '[\\t\\n\\v\\f\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const leading = new RegExp(`^${space}+`, 'u');
const spaces = new RegExp(space, 'u');
const decimal = /^[+-]?\p{Nd}+(?:_\p{Nd}+)*$/u;

function intOfText(text: string): bigint | Raised {
  const trimmed = trimEnd(text.replace(leading, ''));
  if (!decimal.test(trimmed))
    return new Raised('ValueError', `invalid literal for int() with base 10: ${pythonRepr(text)}`, 'prefix');
  const digits = Array.from(trimmed.replace(/[+_-]/g, ''));
  if (digits.length > digitLimit) return tooManyDigits(digits.length);
  const value = BigInt(digits.map(asciiDigit).join(''));
  return trimmed.startsWith('-') ? -value : value;
}

/** By hand: a regular expression for trailing space would try every space of the text. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && spaces.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Unicode's decimal digits stand in runs of ten from zero up, some runs side by side: the place within the run is the value. */
function asciiDigit(digit: string): string {
  if (digit <= '9') return digit;
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

/** What both `int(text)` and the JSON reader say of a number with too many digits. */
export function tooManyDigits(count: number): Raised {
  return new Raised(
    'ValueError',
    `Exceeds the limit (${digitLimit} digits) for integer string conversion: value has ${count} digits; use sys.set_int_max_str_digits() to increase the limit`,
    'prefix',
  );
}
