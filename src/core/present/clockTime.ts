import { formatterFor } from './localTime';
import { timeText } from './timeText';
import type { Words } from './wording';

/**
 * A time as people say it at a moment, both in seconds since the epoch: on the same day the clock and whose it is, `14:32,
 * Europe/Lisbon`; else the date as well, `18 Jan 2018, 01:30:22 UTC`.
 */
export function clockTime(seconds: number, words: Words & { readonly moment: number }): string {
  const { locale, timeZone, moment } = words;
  const full = timeText(seconds, words).date;
  // No day is longer than 25 hours, clocks put back.
  if (!(Math.abs(seconds - moment) < 90_000)) return full;
  const day = formatterFor(locale, timeZone, { dateStyle: 'short' });
  if (day.format(seconds * 1000) !== day.format(moment * 1000)) return full;
  const clock = formatterFor(locale, timeZone, { timeStyle: 'short' });
  return `${clock.format(seconds * 1000).replace(/[\u00a0\u202f]/g, ' ')}, ${clock.resolvedOptions().timeZone}`;
}
