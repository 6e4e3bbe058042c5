import type { ClaimCheckCode, KeyMatch, TimeStanding, UnverifiableReason } from '../verify/report';
import type { Template } from './wording';

/** The signature's answer. Only the first two say “valid”. */
export const signatureWording = {
  valid: 'Signature valid with {key} ({origin})',
  someValid: '{count} of {total} signatures valid',
  matchesOwnKey: 'Signature matches the key in the token itself, which proves nothing',
  noneValid: 'None of {total} signatures verified',
  invalid: {
    one: 'Signature does not match {key} ({origin})',
    other: 'Signature matches none of the {count} keys tried',
  },
  unsecured: 'Unsecured: there is no signature',
  unverifiable: 'Signature not verified: {reason}',
  notAsked: 'Signature not verified yet',
  encrypted: 'Encrypted: the content cannot be read without its key',
} as const satisfies Record<string, Template>;

/** Why the key that verified was chosen. */
export const keyMatchWording: Readonly<Record<KeyMatch, string>> = {
  picked: 'you picked it',
  kid: 'its id is the token’s kid',
  thumbprint: 'its thumbprint is the token’s kid',
  x5t: 'its certificate is the one the token names',
  issuer: 'it is configured for this issuer',
  onlyFit: 'it is the only one that fits',
  tried: 'it was found by trying',
};

/** Why no test took place, and what would help. */
export const unverifiableWording: Readonly<Record<UnverifiableReason['code'], Template>> = {
  noKeys: 'no key known; add one',
  workspaceNotTrusted: 'keys of this folder are not read until you trust it',
  noFittingKey: {
    one: 'the one key known does not fit {alg}; add one that does',
    other: 'none of {count} known keys fits {alg}; add one that does',
  },
  kidUnknown: 'no known key has the id “{kid}”; add it',
  algMissing: 'the header names no algorithm',
  algUnknown: 'the algorithm “{alg}” is not known here',
  algUnavailable: 'the algorithm {alg} cannot be computed in this host',
  criticalUnknown: 'the header demands “{name}”, which is not understood here',
  criticalMalformed: 'the header’s “crit” cannot be obeyed',
  signatureMissing: 'the signature is missing',
  payloadDetached: 'the payload is not in the token',
  encrypted: 'it is encrypted',
  malformed: 'it is not written as a token must be',
  stopped: {
    one: 'stopped after one key',
    other: 'stopped after {count} keys',
  },
  keyUnusable: 'the key {key} cannot be used: {problem}',
};

/** Why a key cannot be used with the algorithm at all. */
export const keyFaultWording: Readonly<Record<string, string>> = {
  keyType: 'it is of another type or curve',
  notPrivate: 'its private half is missing',
  wrongLength: 'its numbers have impossible lengths',
  notOnCurve: 'it is no point of its curve',
  rsaTooSmall: 'it is too small for this algorithm',
  rsaTooLarge: 'it is too large to compute with',
  inconsistent: 'its parts do not belong together',
  secretIsPublicKey: 'it is a public key, and no secret',
};

/** How the token stands in time, where its times cannot be told in more detail. */
export const standingWording: Readonly<Record<TimeStanding, string>> = {
  inForce: 'In force',
  expired: 'Expired',
  notYetValid: 'Not yet in force',
  unlimited: 'Never expires',
  unreadable: 'Its times cannot be read',
  unknown: 'No times to judge by',
};

/** The same with the time that decides. */
export const timeWording = {
  expired: 'Expired {relative} ({date})',
  inForce: 'In force, expires {relative} ({date})',
  notYetValid: 'Not yet in force: begins {relative} ({date})',
} as const;

/** How long a token lives. */
export const lifetimeWording = { lifetime: 'lifetime {duration}' } as const;

/** One claim held against what was expected of it. */
export const checkWording: Readonly<Record<ClaimCheckCode, string>> = {
  expired: '“{claim}” is over: {date}, {relative}',
  notExpired: '“{claim}” lies ahead: {date}, {relative}',
  noExpiry: 'there is no “{claim}”',
  notYetValid: '“{claim}” lies ahead: {date}, {relative}',
  alreadyValid: '“{claim}” has come: {date}, {relative}',
  issuedInFuture: '“{claim}” lies ahead: {date}, {relative}',
  issuedInPast: '“{claim}”: {date}, {relative}',
  notNumericDate: '“{claim}” should be a number of seconds, and is {found}',
  missing: '“{claim}” is missing',
  matches: '“{claim}” is “{found}”, as expected',
  mismatch: '“{claim}” is “{found}”, expected was “{expected}”',
  wrongType: '“{claim}” should be text, and is {found}',
  tooOld: '“{claim}” is older than {maxAge} seconds: {date}, {relative}',
  notTooOld: '“{claim}” is recent enough: {date}, {relative}',
  present: '“{claim}” is there',
  algorithmNotAllowed: 'the algorithm “{found}” is not among those allowed: {expected}',
  algorithmAllowed: 'the algorithm “{found}” is allowed',
  keyExpected: 'the key is one that this issuer is expected to sign with',
  keyNotExpected: 'the key is none that this issuer is expected to sign with',
};

/** The answers to “is it well formed?”. */
export const formWording = {
  wellFormed: 'Well formed',
  malformed: 'This is not a whole token.',
  more: 'And {more} more.',
} as const satisfies Record<string, Template>;

/** The answers to “is it as expected?”. */
export const expectationWording = {
  met: 'As expected',
  failed: { one: 'Not as expected: {first}', other: 'Not as expected: {first}; {more} more' },
  notAsked: 'Nothing was expected of its claims',
} as const satisfies Record<string, Template>;
