import { codeOf, count, optional, tagged, text, type Optional, type Shaped } from './shape';

/** Why a message was not answered as hoped. */
export type ChannelErrorCode =
  /** Not one of our messages at all. */
  | 'malformedMessage'
  | 'unknownMethod'
  | 'malformedParams'
  | 'malformedResult'
  /** It spoke of a token that is shown no longer. */
  | 'stale'
  /** The handler threw; what and why stays where it happened. */
  | 'failed'
  | 'closed';

/** Anything at all; its table looks at it later. */
const anything: Optional<unknown> = { optional: (value): value is unknown => value !== undefined };

/** The envelopes messages travel in. An error without an `id` refuses an event, or something that was no message. */
const frame = tagged('kind', {
  request: { id: count, method: text, params: anything },
  result: { id: count, result: anything },
  error: { id: optional(count), code: codeOf<ChannelErrorCode>(), about: text },
  event: { name: text, params: anything },
});

export type Frame = Shaped<typeof frame>;

/** What arrived, if it is one of our envelopes. */
export function readFrame(message: unknown): Frame | undefined {
  return frame(message) ? message : undefined;
}
