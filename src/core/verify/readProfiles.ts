import type { Profile } from './profile';

/** An entry of `claimcheck.profiles` that is not used, by its index, and the member that is wrong; `entry` for the whole. */
export interface ProfileFault {
  readonly index: number;
  readonly member: keyof Profile | 'entry' | 'unknown';
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string' && value !== '';
const isSeconds: Test = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isTexts: Test = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);

/** Member -> what it must be. */
const members: Readonly<Record<keyof Profile, Test>> = {
  issuer: (value) => isText(value) && isProfileIssuer(value as string),
  audience: (value) => isText(value) || isTexts(value),
  subject: isText,
  algorithms: isTexts,
  leeway: isSeconds,
  required: isTexts,
  type: isText,
  maxAge: isSeconds,
  keys: isTexts,
};

/**
 * Reads the setting. An entry with a member that is wrong or unknown is told and not used at all: half of what somebody
 * expects would pass tokens that the whole refuses.
 */
export function readProfiles(setting: unknown): {
  readonly profiles: readonly Profile[];
  readonly faults: readonly ProfileFault[];
} {
  const profiles: Profile[] = [];
  const faults: ProfileFault[] = [];
  for (const [index, entry] of (Array.isArray(setting) ? (setting as unknown[]) : []).entries()) {
    const member = faultOf(entry);
    if (member === undefined) profiles.push(entry as Profile);
    else faults.push({ index, member });
  }
  return { profiles, faults };
}

function faultOf(entry: unknown): ProfileFault['member'] | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return 'entry';
  if (!('issuer' in entry)) return 'issuer';
  for (const [name, value] of Object.entries(entry)) {
    if (!isMember(name)) return 'unknown';
    if (!members[name](value)) return name;
  }
  return undefined;
}

function isMember(name: string): name is keyof Profile {
  return Object.hasOwn(members, name);
}

/** Whether a text can be a profile's issuer: one `*`, at the end; behind a whole host where it is an address, so that `https://a.example*` is not also `https://a.example.evil`. */
export function isProfileIssuer(issuer: string): boolean {
  const star = issuer.indexOf('*');
  if (star < 0) return true;
  return star === issuer.length - 1 && star > 0 && (!issuer.includes('://') || /:\/\/[^/]+\//.test(issuer));
}
