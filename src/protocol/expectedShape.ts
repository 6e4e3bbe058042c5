import type { Expected } from '../core/verify/expected';
import { finiteNumber, listOf, oneOf, optional, record, text, type MembersOf, type Shaped } from './shape';

/** What is expected of a token, as the form of the page holds it. */
export const expected = record({
  issuer: optional(text),
  audience: optional(listOf(text)),
  subject: optional(text),
  type: optional(text),
  algorithms: optional(listOf(text)),
  required: optional(listOf(text)),
  leeway: optional(finiteNumber),
  maxAge: optional(finiteNumber),
} satisfies MembersOf<Expected>);

/** What is expected of the token shown, and where that is from. */
export const expectations = record({
  /** The settings, a profile the user chose for this token, or what was written into the panel. */
  source: oneOf('settings', 'profile', 'panel'),
  expected,
  /** The issuer of the profile it is, or began with; absent where there is none. */
  profile: optional(text),
  /** The issuers of all profiles there are to choose from. */
  profiles: listOf(text),
});

export type Expectations = Shaped<typeof expectations>;
