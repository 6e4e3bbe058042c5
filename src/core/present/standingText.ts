import type { TimeStanding } from '../verify/report';
import type { Answer, AnswerStatus } from './answer';
import { clockTime } from './clockTime';
import { duration } from './duration';
import { lifetimeWording, standingWording, timeWording } from './reportWording';
import { timeText } from './timeText';
import { word, type Words } from './wording';

/** The times that decide, in seconds since the epoch, where they are known. */
export interface DecidingTimes {
  readonly exp: number | undefined;
  readonly nbf: number | undefined;
}

const statuses: Readonly<Record<TimeStanding, AnswerStatus>> = {
  inForce: 'pass',
  unlimited: 'pass',
  expired: 'fail',
  notYetValid: 'fail',
  unreadable: 'unknown',
  unknown: 'unknown',
};

/** Whether a token is in force, with the time that decides and how far it lies from the moment. */
export function timeAnswer(
  standing: TimeStanding,
  { exp, nbf }: DecidingTimes,
  words: Words & { readonly moment: number },
): Answer {
  const status = statuses[standing];
  const at = standing === 'notYetValid' ? nbf : exp;
  const template = standing in timeWording ? timeWording[standing as keyof typeof timeWording] : undefined;
  if (at === undefined || template === undefined)
    return { status, text: word(words.translate, standingWording[standing]) };
  return {
    status,
    text: word(words.translate, template, { ...timeText(at, words), date: clockTime(at, words) }),
  };
}

/** Times in milliseconds by mistake are told elsewhere, and say nothing of how long a token lives. */
const longestLifetime = 1e10;

/** How long a token lives from its issuing, or from its beginning: `lifetime 1 hour`. Undefined where it does not say. */
export function lifetimeText(
  times: readonly { readonly claim: string; readonly at: number }[],
  { translate, locale }: Words,
): string | undefined {
  const at = new Map(times.map((one) => [one.claim, one.at]));
  const start = at.get('iat') ?? at.get('nbf');
  const end = at.get('exp');
  if (start === undefined || end === undefined) return undefined;
  const length = end - start;
  if (!(length > 0 && length < longestLifetime)) return undefined;
  return word(translate, lifetimeWording.lifetime, { duration: duration(length, locale) });
}
