import { stringMember, type JsonObject } from '../encoding/jsonNode';
import { signatureAlgorithm } from '../jose/algorithms';
import type { Policy } from './policy';
import type { Profile } from './profile';
import { isProfileIssuer } from './readProfiles';

/** What is expected of one token, as a form holds it: a profile whose issuer may be left open. What is left out is not asked. */
export interface Expected extends Omit<Profile, 'issuer' | 'keys' | 'audience'> {
  /** The whole `iss`, or its beginning where this ends in `*`. */
  readonly issuer?: string;
  /** Several of which one will do. */
  readonly audience?: readonly string[];
}

/** What makes an expectation no expectation, by the member it stands in. */
export interface ExpectedFault {
  readonly field: keyof Expected;
  readonly code: ExpectedFaultCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export type ExpectedFaultCode =
  /** It should be a number of seconds. */
  | 'expected.seconds'
  | 'expected.tooManySeconds'
  | 'expected.algorithm'
  /** A `*` that is not the end of an issuer, or not behind a whole host. */
  | 'expected.issuer'
  /** A profile cannot be saved without one. */
  | 'expected.issuerMissing'
  | 'expected.empty'
  | 'expected.tooLong'
  | 'expected.tooMany';

/** Limits of what one may expect: `text` in UTF-16 units, `leeway` in seconds. */
export const expectedLimits = { text: 1000, list: 100, leeway: 3600 } as const;

/** What a profile expects, or no profile; `tolerance` is the general leeway in seconds. */
export function expectedBy(profile: Profile | undefined, tolerance: number): Expected {
  if (!profile) return { leeway: tolerance };
  const { issuer, audience, subject, algorithms, required, type, maxAge, leeway = tolerance } = profile;
  return {
    issuer,
    leeway,
    ...(audience === undefined ? {} : { audience: typeof audience === 'string' ? [audience] : audience }),
    ...(subject === undefined ? {} : { subject }),
    ...(algorithms === undefined ? {} : { algorithms }),
    ...(required === undefined ? {} : { required }),
    ...(type === undefined ? {} : { type }),
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}

/** What to ask of a token by it. `keys`: ids of the keys that may have signed. */
export function policyFor(
  expected: Expected,
  claims: JsonObject | undefined,
  keys?: ReadonlySet<string>,
): Policy {
  const { issuer, ...rest } = expected;
  const iss = stringMember(claims, 'iss');
  // Where a beginning fits, the check shows what fitted it.
  const isBeginning = issuer?.endsWith('*') === true && iss?.startsWith(issuer.slice(0, -1)) === true;
  return {
    ...rest,
    ...(issuer === undefined ? {} : { issuer: isBeginning ? iss : issuer }),
    ...(keys === undefined ? {} : { keys }),
  };
}

/** It as a profile to be saved for its issuer; `before` is the profile of that issuer there was, whose keys stay. */
export function profileFrom(
  { issuer, leeway = 0, audience, ...rest }: Expected & { readonly issuer: string },
  tolerance: number,
  before?: Profile,
): Profile {
  const [first, ...others] = audience ?? [];
  return {
    issuer,
    ...(first === undefined ? {} : { audience: others.length === 0 ? first : [first, ...others] }),
    ...rest,
    ...(leeway === tolerance && before?.leeway === undefined ? {} : { leeway }),
    ...(before?.keys === undefined ? {} : { keys: before.keys }),
  };
}

/** All that is wrong with it, in the order of its members. */
export function expectedFaults(expected: Expected): readonly ExpectedFault[] {
  return [
    ...textFaults('issuer', expected.issuer),
    ...listFaults('audience', expected.audience),
    ...textFaults('subject', expected.subject),
    ...textFaults('type', expected.type),
    ...listFaults('algorithms', expected.algorithms),
    ...listFaults('required', expected.required),
    ...secondsFaults('leeway', expected.leeway, expectedLimits.leeway),
    ...secondsFaults('maxAge', expected.maxAge),
  ];
}

const fault = (
  field: keyof Expected,
  code: ExpectedFaultCode,
  facts: ExpectedFault['facts'] = {},
): readonly ExpectedFault[] => [{ field, code, facts }];

function textFaults(
  field: 'issuer' | 'subject' | 'type',
  text: string | undefined,
): readonly ExpectedFault[] {
  if (text === undefined) return [];
  if (text === '') return fault(field, 'expected.empty');
  if (text.length > expectedLimits.text)
    return fault(field, 'expected.tooLong', { limit: expectedLimits.text });
  return field === 'issuer' && !isProfileIssuer(text) ? fault(field, 'expected.issuer') : [];
}

function listFaults(
  field: 'audience' | 'algorithms' | 'required',
  texts: readonly string[] | undefined,
): readonly ExpectedFault[] {
  if (!texts) return [];
  if (texts.length > expectedLimits.list)
    return fault(field, 'expected.tooMany', { limit: expectedLimits.list });
  if (texts.length === 0 || texts.includes('')) return fault(field, 'expected.empty');
  if (texts.some((text) => text.length > expectedLimits.text))
    return fault(field, 'expected.tooLong', { limit: expectedLimits.text });
  const unknown = field === 'algorithms' ? texts.find((alg) => !signatureAlgorithm(alg)) : undefined;
  return unknown === undefined ? [] : fault(field, 'expected.algorithm', { name: unknown });
}

function secondsFaults(
  field: 'leeway' | 'maxAge',
  seconds: number | undefined,
  limit = Number.MAX_SAFE_INTEGER,
): readonly ExpectedFault[] {
  if (seconds === undefined) return [];
  if (!(seconds >= 0)) return fault(field, 'expected.seconds');
  return seconds > limit ? fault(field, 'expected.tooManySeconds', { limit }) : [];
}
