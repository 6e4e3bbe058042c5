/** The farthest moment a `Date` knows, in seconds before or after the epoch (ECMA-262 §21.4.1.1). */
const farthestSecond = 8.64e12;

/** Longer texts are no times. */
const longest = 64;

/** Units and what they are called, with their seconds; months and years go by the calendar. */
const units: readonly (readonly [names: readonly string[], seconds: number])[] = [
  [['s', 'sec', 'secs', 'second', 'seconds'], 1],
  [['m', 'min', 'mins', 'minute', 'minutes'], 60],
  [['h', 'hr', 'hrs', 'hour', 'hours'], 3600],
  [['d', 'day', 'days'], 86_400],
  [['w', 'week', 'weeks'], 604_800],
];
const calendarUnits: readonly (readonly [names: readonly string[], months: number])[] = [
  [['mo', 'month', 'months'], 1],
  [['y', 'yr', 'year', 'years'], 12],
];

/**
 * A time as a person writes it, as NumericDate: `2026-11-22`, `2026-11-22T10:00Z` (UTC where no zone is named), `now`,
 * `+1h`, `now - 30 min`, `in 2 days`, `1h 30m ago`, or the seconds themselves. Undefined for anything else. `now` and the
 * result in seconds since the epoch.
 */
export function readMoment(text: string, now: number): number | undefined {
  if (text.length > longest) return undefined;
  const words = text.trim().toLowerCase();
  const moment = relativeMoment(words, Math.floor(now)) ?? calendarMoment(words) ?? plainSeconds(words);
  return moment !== undefined && Math.abs(moment) <= farthestSecond ? moment : undefined;
}

function plainSeconds(words: string): number | undefined {
  return /^\d{1,12}(?:\.\d{1,9})?$/.test(words) ? Number(words) : undefined;
}

function relativeMoment(words: string, now: number): number | undefined {
  if (words === 'now') return now;
  if (words.startsWith('in ')) return shifted(now, words.slice(3), 1);
  if (words.endsWith(' ago')) return shifted(now, words.slice(0, -4), -1);
  const offset = words.startsWith('now') ? words.slice(3).trimStart() : words;
  if (offset.startsWith('+')) return shifted(now, offset.slice(1), 1);
  return offset.startsWith('-') ? shifted(now, offset.slice(1), -1) : undefined;
}

/** A moment moved by a duration of one or several parts: `1h 30m`, `2 days`, `an hour`. */
function shifted(now: number, duration: string, sign: 1 | -1): number | undefined {
  const part = /\s*(\d{1,9}(?:\.\d{1,6})?|an?(?=\s))\s*([a-z]{1,8})\s*(?:,|and\s)?/y;
  let moment = now;
  let at = 0;
  while (at < duration.length) {
    part.lastIndex = at;
    const match = part.exec(duration);
    if (!match) return undefined;
    at = part.lastIndex;
    const [, digits = '', name = ''] = match;
    const amount = sign * (digits.startsWith('a') ? 1 : Number(digits));
    const moved = movedBy(moment, amount, name);
    if (moved === undefined) return undefined;
    moment = moved;
  }
  return at === 0 ? undefined : Math.floor(moment);
}

function movedBy(moment: number, amount: number, name: string): number | undefined {
  const unit = units.find(([names]) => names.includes(name));
  if (unit) return moment + amount * unit[1];
  const calendarUnit = calendarUnits.find(([names]) => names.includes(name));
  if (!calendarUnit || !Number.isInteger(amount)) return undefined;
  const date = new Date(moment * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + amount * calendarUnit[1]);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  // The 31st and a month is the last of the next month, not the first of the one behind it.
  date.setUTCDate(Math.min(day, lastDay));
  return Number.isNaN(date.getTime()) ? undefined : date.getTime() / 1000;
}

const isoForm =
  /^(\d{4})-(\d\d)-(\d\d)(?:[t ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?\s?(z|utc|[+-]\d\d(?::?\d\d)?)?)?$/;

/** ISO 8601 (RFC 3339), with or without time, seconds and zone; days that no calendar has are refused. */
function calendarMoment(words: string): number | undefined {
  const match = isoForm.exec(words);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits: string | undefined) => Number(digits ?? 0));
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  const fraction = match[7] === undefined ? 0 : Number(`0${match[7]}`);
  const local = midnight.getTime() / 1000 + 3600 * hour + 60 * minute + second + fraction;
  return local - zoneOffset(match[8]);
}

/** Seconds that a zone is ahead of UTC. */
function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone === 'z' || zone === 'utc') return 0;
  const digits = zone.slice(1).replace(':', '');
  const seconds = 3600 * Number(digits.slice(0, 2)) + 60 * Number(digits.slice(2) || 0);
  return zone.startsWith('-') ? -seconds : seconds;
}
