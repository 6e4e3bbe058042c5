const day = 86_400;

/** Names of units of time, as both libraries spell them -> seconds. */
const units: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, ['s', 'sec', 'secs', 'second', 'seconds']],
      [60, ['m', 'min', 'mins', 'minute', 'minutes']],
      [3600, ['h', 'hr', 'hrs', 'hour', 'hours']],
      [day, ['d', 'day', 'days']],
      [7 * day, ['w', 'week', 'weeks']],
      [365.25 * day, ['y', 'yr', 'yrs', 'year', 'years']],
    ] as const
  ).flatMap(([seconds, names]) => names.map((name): [string, number] => [name, seconds])),
);

const milliseconds: ReadonlySet<string> = new Set(['', 'ms', 'msec', 'msecs', 'millisecond', 'milliseconds']);

/** Seconds of a text as the package `ms` reads it, which jsonwebtoken uses: without a unit it is milliseconds. */
export function msSeconds(text: string): number | undefined {
  const found = text.length > 100 ? null : /^(-?(?:\d*\.)?\d+) *([a-z]*)$/i.exec(text);
  if (!found) return undefined;
  const [, number = '', unitName = ''] = found;
  const name = unitName.toLowerCase();
  const value = Number.parseFloat(number);
  // Multiplied first, as `ms` does: it makes a difference in the last bit.
  if (milliseconds.has(name)) return value / 1000;
  const unit = units.get(name);
  return unit === undefined ? undefined : (value * (unit * 1000)) / 1000;
}

/** Whole seconds of a time span as jose reads it: "2 hours", "-5m", "1 day ago". Undefined for anything else. */
export function joseSeconds(text: string): number | undefined {
  const found = /^([+-])? ?(\d+(?:\.\d+)?) ?([a-z]+)( ago| from now)?$/i.exec(text);
  if (!found) return undefined;
  const [, sign, number = '', name = '', direction] = found;
  const unit = units.get(name.toLowerCase());
  if (unit === undefined || (sign !== undefined && direction !== undefined)) return undefined;
  const seconds = Math.round(Number.parseFloat(number) * unit);
  if (!Number.isFinite(seconds)) return undefined;
  return sign === '-' || direction?.toLowerCase() === ' ago' ? -seconds : seconds;
}
