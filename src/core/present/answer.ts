/** `notAsked`: nobody asked yet, or nothing was expected. `unknown`: asked, and not to be told. */
export type AnswerStatus = 'pass' | 'fail' | 'unknown' | 'notAsked';

/** One of the four answers: plain text that holds token-borne parts. */
export interface Answer {
  readonly status: AnswerStatus;
  readonly text: string;
}
