import { parseToken } from '../../core/jose/parseToken';
import { expectedBy } from '../../core/verify/expected';
import { readProfiles } from '../../core/verify/readProfiles';
import type { Expectations } from '../../protocol/expectedShape';
import { readSettings } from '../platform/settings';
import { profileOf } from '../profiles/expectations';
import { outermost, type Shown } from './shownToken';

/** Profiles offered at most. */
const mostProfiles = 200;

/** What is expected of the token shown, for the page: by what was chosen for it, else by the settings. */
export function tellExpectations(shown: Shown): Expectations {
  const { found, chosen } = shown;
  const settings = readSettings(outermost(shown).place?.uri);
  const profile = profileOf(parseToken(found.text), settings, chosen);
  return {
    source: chosen?.source ?? 'settings',
    expected: chosen?.expected ?? expectedBy(profile, settings.clockTolerance),
    ...(profile === undefined ? {} : { profile: profile.issuer }),
    profiles: readProfiles(settings.profiles)
      .profiles.slice(0, mostProfiles)
      .map(({ issuer }) => issuer),
  };
}
