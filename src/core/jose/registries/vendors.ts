import { stringMember, type JsonObject } from '../../encoding/jsonNode';
import { auth0 } from './auth0';
import { cognito } from './cognito';
import { entraId } from './entraId';
import { firebase } from './firebase';
import { githubActions } from './githubActions';
import { keycloak } from './keycloak';
import { kubernetes } from './kubernetes';
import { okta } from './okta';
import { supabase } from './supabase';
import type { Vendor, VendorHints } from './vendor';

/** The vendors we know, the most telling issuers first. */
export const vendors: readonly Vendor[] = [
  githubActions,
  kubernetes,
  cognito,
  firebase,
  supabase,
  entraId,
  auth0,
  okta,
  keycloak,
];

/** Who seems to have issued these claims. A guess from token-borne text, good for explaining and for nothing else. */
export function recogniseVendor(claims: JsonObject): Vendor | undefined {
  const hints = hintsOf(claims);
  return vendors.find((vendor) => vendor.recognises(hints));
}

function hintsOf(claims: JsonObject): VendorHints {
  const names = claims.members.map((member) => member.name);
  const nameSet = new Set(names);
  const issuer = stringMember(claims, 'iss') ?? '';
  return {
    issuer,
    host: hostOf(issuer),
    subject: stringMember(claims, 'sub') ?? '',
    has: (claim) => nameSet.has(claim),
    hasPrefix: (prefix) => names.some((name) => name.startsWith(prefix)),
  };
}

/** The host of an http(s) address in lower case, without user and port; empty where the text is none. */
export function hostOf(address: string): string {
  const match = /^https?:\/\/([^/?#\\]*)/i.exec(address);
  const authority = match?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  if (host.startsWith('[')) return host.slice(0, host.indexOf(']') + 1);
  const colon = host.indexOf(':');
  return colon < 0 ? host : host.slice(0, colon);
}
