import { localTime } from './localTime';
import { relativeTime } from './relativeTime';
import { word, type Words } from './wording';

/** What to say of a time, for sentences with `{date}` and `{relative}`. */
export interface TimeText {
  readonly date: string;
  readonly relative: string;
}

/** Words for times beyond every calendar. */
export const farTimeWording = {
  date: 'beyond any calendar',
  future: 'in the far future',
  past: 'in the far past',
} as const;

/** A time in seconds since the epoch as local date and distance from the moment; safe for any number. */
export function timeText(seconds: number, words: Words & { readonly moment: number }): TimeText {
  const { translate, locale, timeZone, moment } = words;
  const far = seconds > moment ? farTimeWording.future : farTimeWording.past;
  return {
    date: localTime(seconds, locale, timeZone)?.local ?? word(translate, farTimeWording.date),
    relative: relativeTime(seconds, moment, locale) ?? word(translate, far),
  };
}
