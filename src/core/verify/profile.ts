import { stringMember, type JsonObject } from '../encoding/jsonNode';
import { encodeHex } from '../encoding/hex';
import { decodePercent } from '../encoding/percent';
import type { KnownKey } from '../keys/key';
import { markOf } from '../keys/rankKeys';
import type { Policy } from './policy';

/** What a user expects of the tokens of one issuer: an entry of `claimcheck.profiles`. */
export interface Profile extends Pick<
  Policy,
  'audience' | 'subject' | 'algorithms' | 'leeway' | 'required' | 'type' | 'maxAge'
> {
  /** The `iss` it is for: the whole text, or its beginning where this ends in `*`. */
  readonly issuer: string;
  /** The keys this issuer signs with: key ids, paths, names of secrets, addresses of sets. */
  readonly keys?: readonly string[];
}

/** The profile for a claims set, by its `iss`: one that names it in full, else the one with the longest fitting beginning. */
export function profileFor(
  claims: JsonObject | undefined,
  profiles: readonly Profile[],
): Profile | undefined {
  const iss = stringMember(claims, 'iss');
  if (iss === undefined) return undefined;
  let best: Profile | undefined;
  for (const profile of profiles) {
    if (profile.issuer === iss) return profile;
    if (!profile.issuer.endsWith('*') || !iss.startsWith(profile.issuer.slice(0, -1))) continue;
    if (!best || profile.issuer.length > best.issuer.length) best = profile;
  }
  return best;
}

/**
 * The ids of the keys that a profile names: by key id, by file, secret or address. The same key from another place is meant
 * too. Undefined where it names none.
 * @param folder the address of the folder that the profile holds in, below which a path may begin
 */
export function keysOfProfile(
  { keys }: Profile,
  known: readonly KnownKey[],
  folder?: string,
): ReadonlySet<string> | undefined {
  if (!keys) return undefined;
  const names = new Set(keys);
  const isNamed = (one: KnownKey): boolean => namesOf(one, folder).some((name) => names.has(name));
  const marks = new Set(known.filter(isNamed).map(identity));
  return new Set(known.filter((one) => marks.has(identity(one))).map(({ id }) => id));
}

/** The same for a private key and its public half, and for nothing else. */
function identity({ key }: KnownKey): string {
  return `${key.material.kty} ${encodeHex(markOf(key))}`;
}

function namesOf({ id, key, origin }: KnownKey, folder: string | undefined): readonly string[] {
  const kid = key.labels.kid === undefined ? [] : [key.labels.kid];
  switch (origin.from) {
    case 'file':
      return [id, origin.path, ...pathBelow(folder, origin.uri), ...kid];
    case 'variable':
    case 'secretStorage':
      return [id, origin.name, ...kid];
    case 'remote':
      return [id, origin.url, ...kid];
    case 'token':
      // What a token carries was never named by anybody.
      return [];
  }
}

function pathBelow(folder: string | undefined, uri: string): readonly string[] {
  const start = folder?.replace(/\/?$/, '/');
  return start !== undefined && uri.startsWith(start) ? [decodePercent(uri.slice(start.length)).text] : [];
}
