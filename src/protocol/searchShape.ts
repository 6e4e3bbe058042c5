import type { CauseSummary, FixKind } from '../core/diagnose/causeSummary';
import type { CauseCode } from '../core/diagnose/codes';
import type { Noticed } from '../core/diagnose/diagnosis';
import type { UnknownSummary } from '../core/present/diagnosisWording';
import {
  codeOf,
  count,
  either,
  finiteNumber,
  flag,
  listOf,
  mapOf,
  oneOf,
  optional,
  record,
  tagged,
  text,
  type MembersOf,
  type Shaped,
} from './shape';

const cause = record({
  code: codeOf<CauseCode>(),
  also: listOf(codeOf<CauseCode>()),
  evidence: oneOf('verified', 'recomputed', 'sibling', 'form'),
  facts: mapOf(either(text, finiteNumber)),
  alg: optional(text),
  claims: optional(listOf(text)),
  key: optional(text),
} satisfies MembersOf<CauseSummary>);

const unknown = record({
  tried: count,
  notReached: count,
  noticed: listOf(codeOf<Noticed>()),
} satisfies MembersOf<UnknownSummary>);

/** What a press would do; the host keeps what it takes. */
const fix = record({
  kind: oneOf<FixKind>('repair', 'copy', 'encoding', 'store', 'useKey'),
  encoding: optional(text),
});

/** How far the search for why a signature does not match has come. Summaries only: no token, no octet of a secret. */
export const search = tagged('status', {
  /** There is nothing to search for. */
  idle: {},
  /** `isFurther`: the common causes were tried. */
  looking: { isFurther: flag },
  found: { cause, fix: optional(fix) },
  /** The signature is right after all, with another key than was asked. */
  right: { key: text },
  unknown: { unknown },
  failed: {},
});

export type Search = Shaped<typeof search>;
