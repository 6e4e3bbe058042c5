/** A moment as people and as machines write it. */
export interface LocalTime {
  /** In the reader's zone, which is named: `18 Jan 2018, 02:30:22 CET`. */
  readonly local: string;
  /** ISO 8601 in UTC: `2018-01-18T01:30:22Z`. */
  readonly utc: string;
}

/** The farthest moment a `Date` knows, in seconds before or after the epoch (ECMA-262 §21.4.1.1). */
export const farthestSecond = 8.64e12;

/**
 * A NumericDate in words; undefined where it lies beyond what calendars here know. `locale` and `timeZone` fall back to
 * the host's own where they are undefined or unknown.
 */
export function localTime(
  seconds: number,
  locale: string | undefined,
  timeZone: string | undefined,
): LocalTime | undefined {
  if (!(Math.abs(seconds) <= farthestSecond)) return undefined;
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.getTime())) return undefined;
  // Narrow and no-break spaces of some locales are blanks to a reader, and odd signs to an escaper.
  const local = formatterFor(locale, timeZone, { dateStyle: 'medium', timeStyle: 'long' })
    .format(moment)
    .replace(/[\u00a0\u202f]/g, ' ');
  return { local, utc: isoText(moment) };
}

function isoText(moment: Date): string {
  const iso = moment.toISOString();
  return iso.endsWith('.000Z') ? `${iso.slice(0, -5)}Z` : iso;
}

/** Making a formatter costs a hundred times what using it costs; one host uses few. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const mostFormatters = 16;

/** What dates and times are written in. */
export type TimeStyles = Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle'>;

/** A kept formatter; the host's own locale and zone stand in for unknown ones. */
export function formatterFor(
  locale: string | undefined,
  timeZone: string | undefined,
  styles: TimeStyles,
): Intl.DateTimeFormat {
  const id = JSON.stringify([locale, timeZone, styles]);
  const kept = formatters.get(id);
  if (kept) return kept;
  if (formatters.size >= mostFormatters) formatters.clear();
  const made = makeFormatter(locale, timeZone, styles);
  formatters.set(id, made);
  return made;
}

/**
 * An unknown zone or locale is a mistake in a setting, and no reason to show no time at all. `en` names no region; of
 * its ways to write a date we take the one without noon and midnight to think about.
 */
function makeFormatter(
  locale: string | undefined,
  timeZone: string | undefined,
  styles: TimeStyles,
): Intl.DateTimeFormat {
  const tag = locale === 'en' ? 'en-GB' : locale;
  for (const attempt of [
    { locale: tag, timeZone },
    { locale: undefined, timeZone },
    { locale: tag, timeZone: undefined },
  ]) {
    try {
      return new Intl.DateTimeFormat(attempt.locale, {
        ...styles,
        ...(attempt.timeZone === undefined ? {} : { timeZone: attempt.timeZone }),
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return new Intl.DateTimeFormat(undefined, styles);
}
