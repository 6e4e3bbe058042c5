import type { Answer } from '../core/present/answer';
import { listOf, oneOf, optional, record, text, type MembersOf, type Shaped } from './shape';

const answer = record({
  status: oneOf('pass', 'fail', 'unknown', 'notAsked'),
  text,
} satisfies MembersOf<Answer>);

/** What the host found out of an SD-JWT, in words: what is disclosed and kept back, and where each disclosure belongs. */
export const disclosures = record({
  disclosed: answer,
  /** Absent where there is no key binding. */
  keyBinding: optional(answer),
  /** One for each disclosure in the order they stand. */
  rows: listOf(record({ place: text, status: oneOf('pass', 'fail') })),
  problems: listOf(text),
});

export type Disclosures = Shaped<typeof disclosures>;
/** Whether a key at hand opens an encrypted token for one of its recipients, in words. */
export const recipientAnswer = answer;
export type RecipientAnswer = Shaped<typeof recipientAnswer>;
