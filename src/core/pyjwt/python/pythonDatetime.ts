import type { PythonObject } from './pythonValue';

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d(?::?\d\d)?)?)?$/;

/**
 * The datetime of an ISO 8601 text, as PyJWT makes a NumericDate of it: without an offset it is UTC, and its fraction
 * is dropped. Undefined where the text is none.
 */
export function pythonDatetime(text: string): Extract<PythonObject, { python: 'datetime' }> | undefined {
  const match = iso.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part) || 0);
  // Years below 100 mean what they say.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal
    ? { python: 'datetime', epochSeconds: BigInt(date.getTime() / 1000 - offsetSeconds(match[7])) }
    : undefined;
}

function offsetSeconds(text: string | undefined): number {
  if (text === undefined || text === 'Z') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = (text.slice(1).match(/\d\d/g) ?? []).map(Number);
  return (text.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}
