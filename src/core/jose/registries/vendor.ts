import type { RegisteredName } from './registered';

/** What a vendor is told by. Token-borne, so a guess for explaining names: never a reason to trust anything. */
export interface VendorHints {
  /** `iss` where it is text. */
  readonly issuer: string;
  /** The host of `iss` where that is an http(s) address, in lower case; empty otherwise. */
  readonly host: string;
  /** `sub` where it is text. */
  readonly subject: string;
  readonly has: (claim: string) => boolean;
  readonly hasPrefix: (prefix: string) => boolean;
}

/** An issuer of tokens whose own claims we can explain. */
export interface Vendor {
  readonly id: string;
  readonly name: string;
  recognises(hints: VendorHints): boolean;
  readonly claims: readonly RegisteredName[];
  /** Families of claims, by how their names begin. */
  readonly families?: readonly RegisteredName[];
}

/** Whether a host is the domain itself or lies under it. */
export function isUnder(host: string, ...domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
