import type { TimeStanding } from '../verify/report';
import type { Answer, AnswerStatus } from './answer';
import { standingWording, timeWording } from './reportWording';
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
  return { status, text: word(words.translate, template, { ...timeText(at, words) }) };
}
