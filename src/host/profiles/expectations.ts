import { stringMember, type JsonObject } from '../../core/encoding/jsonNode';
import { parseToken } from '../../core/jose/parseToken';
import type { Token } from '../../core/jose/token';
import type { KnownKey } from '../../core/keys/key';
import type { Policy } from '../../core/verify/policy';
import { keysOfProfile, policyOf, profileFor } from '../../core/verify/profile';
import { readProfiles } from '../../core/verify/readProfiles';
import type { Settings } from '../platform/settings';

/** What is asked of one token: by the profile of its issuer, else by the general settings. */
export interface Expectations {
  readonly policy: Policy;
  /** Ids of the keys its profile names. */
  readonly keys: ReadonlySet<string> | undefined;
}

/** What the settings expect of a token, with the keys known. */
export function expectations(token: Token, settings: Settings, known: readonly KnownKey[]): Expectations {
  const claims = claimsOf(token);
  const profile = profileFor(claims, readProfiles(settings.profiles).profiles);
  const keys = profile && keysOfProfile(profile, known);
  return { policy: policyOf(profile, claims, settings.clockTolerance, keys), keys };
}

/** The issuer, or its beginning, of the profile that says what is expected of a token. */
export function profileOf(token: Token, settings: Settings): string | undefined {
  return profileFor(claimsOf(token), readProfiles(settings.profiles).profiles)?.issuer;
}

/** Seconds by which clocks may differ for a token: its profile's, else the general ones. */
export function leewayFor(token: Token | string, settings: Settings): number {
  const read = typeof token === 'string' ? parseToken(token) : token;
  return expectations(read, settings, []).policy.leeway ?? settings.clockTolerance;
}

/** The `iss` of a token that anyone can read; nothing is proven by it. */
export function issuerOf(token: Token): string | undefined {
  return stringMember(claimsOf(token), 'iss');
}

function claimsOf(token: Token): JsonObject | undefined {
  return token.kind === 'jws' ? token.payload.claims : undefined;
}
