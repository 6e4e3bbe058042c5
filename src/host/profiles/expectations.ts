import { stringMember, type JsonObject } from '../../core/encoding/jsonNode';
import { parseToken } from '../../core/jose/parseToken';
import type { Token } from '../../core/jose/token';
import type { KnownKey } from '../../core/keys/key';
import type { Policy } from '../../core/verify/policy';
import { expectedBy, policyFor, type Expected } from '../../core/verify/expected';
import { keysOfProfile, profileFor, type Profile } from '../../core/verify/profile';
import { readProfiles } from '../../core/verify/readProfiles';
import type { Settings } from '../platform/settings';

/** What is asked of one token: by the profile of its issuer, else by the general settings. */
export interface Expectations {
  readonly policy: Policy;
  /** Ids of the keys its profile names. */
  readonly keys: ReadonlySet<string> | undefined;
}

/** What the user chose to expect of one token in place of what the settings say. Never kept. */
export interface ChosenExpectations {
  /** A profile as it is, or what was written into the panel. */
  readonly source: 'profile' | 'panel';
  readonly expected: Expected;
  /** The issuer of the profile it is, or began with: its keys are expected. Undefined where there is none. */
  readonly profile: string | undefined;
}

/** What is expected of a token, with the keys known: by what was chosen for it, else by the settings. */
export function expectations(
  token: Token,
  settings: Settings,
  known: readonly KnownKey[],
  chosen?: ChosenExpectations,
): Expectations {
  const profile = profileOf(token, settings, chosen);
  const keys = profile && keysOfProfile(profile, known, settings.folder);
  const expected = chosen?.expected ?? expectedBy(profile, settings.clockTolerance);
  return { policy: policyFor(expected, claimsOf(token), keys), keys };
}

/** The profile that says what is expected of a token: the one that was chosen, else the one for its issuer. */
export function profileOf(
  token: Token,
  settings: Settings,
  chosen?: ChosenExpectations,
): Profile | undefined {
  const { profiles } = readProfiles(settings.profiles);
  return chosen
    ? profiles.find(({ issuer }) => issuer === chosen.profile)
    : profileFor(claimsOf(token), profiles);
}

/** Seconds by which clocks may differ for a token: those chosen, its profile's, else the general ones. */
export function leewayFor(token: Token | string, settings: Settings, chosen?: ChosenExpectations): number {
  const read = typeof token === 'string' ? parseToken(token) : token;
  return expectations(read, settings, [], chosen).policy.leeway ?? 0;
}

/** The `iss` of a token that anyone can read; nothing is proven by it. */
export function issuerOf(token: Token): string | undefined {
  return stringMember(claimsOf(token), 'iss');
}

function claimsOf(token: Token): JsonObject | undefined {
  return token.kind === 'jws' ? token.payload.claims : undefined;
}
