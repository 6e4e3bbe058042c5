/** Units from the greatest, each with its seconds and from how many seconds on it is used. */
const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number, from: number])[] = [
  ['year', 365.2425 * 86_400, 2 * 365.2425 * 86_400],
  ['month', 30.436875 * 86_400, 2 * 30.436875 * 86_400],
  ['day', 86_400, 2 * 86_400],
  ['hour', 3600, 2 * 3600],
  ['minute', 60, 120],
  ['second', 1, 0],
];

/** Beyond so many years a number says nothing any more. */
const mostYears = 10_000;

/**
 * How far a time lies from a moment, both in seconds since the epoch: `8 years ago`, `in 4 minutes`. Rounded towards
 * the moment, so that it never promises more than there is; undefined for times beyond ten thousand years.
 */
export function relativeTime(
  seconds: number,
  moment: number,
  locale: string | undefined,
): string | undefined {
  const distance = seconds - moment;
  const size = Math.abs(distance);
  if (!(size <= mostYears * 366 * 86_400)) return undefined;
  const [unit, length] = units.find(([, , from]) => size >= from) ?? (['second', 1] as const);
  const amount = Math.floor(size / length);
  // Minus zero is "0 seconds ago": what is now is no longer ahead.
  return formatter(locale).format(distance > 0 ? amount : -amount, unit);
}

const formatters = new Map<string, Intl.RelativeTimeFormat>();
const mostFormatters = 16;

function formatter(locale: string | undefined): Intl.RelativeTimeFormat {
  const id = locale ?? '';
  const kept = formatters.get(id);
  if (kept) return kept;
  if (formatters.size >= mostFormatters) formatters.clear();
  const made = makeFormatter(locale);
  formatters.set(id, made);
  return made;
}

function makeFormatter(locale: string | undefined): Intl.RelativeTimeFormat {
  try {
    return new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.RelativeTimeFormat(undefined, { numeric: 'always' });
  }
}
