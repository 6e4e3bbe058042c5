import type { JsonObject } from '../encoding/jsonNode';
import { attestationClaims } from './registries/attestationClaims';
import { federationClaims } from './registries/federationClaims';
import { oauthClaims } from './registries/oauthClaims';
import { openidClaims } from './registries/openidClaims';
import type { RegisteredName } from './registries/registered';
import { telephonyClaims } from './registries/telephonyClaims';
import type { Vendor } from './registries/vendor';
import { recogniseVendor } from './registries/vendors';

/**
 * The claims that a public specification defines: IANA's registry "JSON Web Token Claims" as of 2026-07-20, whole,
 * and a few that are on their way into it.
 */
export const registeredClaims: ReadonlyMap<string, RegisteredName> = new Map(
  [oauthClaims, openidClaims, federationClaims, telephonyClaims, attestationClaims]
    .flat()
    .map((claim) => [claim.name, claim]),
);

/** Explains the names of one claims set; made once for all of them. */
export type ClaimDescriber = (name: string) => RegisteredName | undefined;

/** What is known of a claim: what its vendor says where the claims tell who that is, else what is registered. */
export function describeClaim(name: string, claims?: JsonObject): RegisteredName | undefined {
  return claimDescriber(claims)(name);
}

/** As `describeClaim`, for many names of the same claims set: the vendor is recognised only once. */
export function claimDescriber(claims?: JsonObject): ClaimDescriber {
  const vendor = claims && recogniseVendor(claims);
  if (!vendor) return (name) => registeredClaims.get(name);
  const own = new Map(vendor.claims.map((claim) => [claim.name, claim]));
  return (name) => own.get(name) ?? registeredClaims.get(name) ?? familyOf(name, vendor);
}

function familyOf(name: string, vendor: Vendor): RegisteredName | undefined {
  return vendor.families?.find((family) => name.startsWith(family.name));
}
