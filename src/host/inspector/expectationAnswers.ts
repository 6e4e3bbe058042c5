import type * as vscode from 'vscode';
import { parseToken } from '../../core/jose/parseToken';
import { expectedBy, expectedFaults } from '../../core/verify/expected';
import { readProfiles } from '../../core/verify/readProfiles';
import { ChannelError, type Answers } from '../../protocol/channel';
import type { Expectations } from '../../protocol/expectedShape';
import type { HostRequests } from '../../protocol/messages';
import type { FoundToken } from '../documents/foundToken';
import { readSettings } from '../platform/settings';
import { profileOf, type ChosenExpectations } from '../profiles/expectations';

/** What the session knows of expectations. */
export interface ExpectingSession {
  readonly found: FoundToken | undefined;
  /** Where the settings are read that hold for the token. */
  readonly scope: vscode.Uri | undefined;
  readonly expectations: Expectations | undefined;
  /** Expects something else of the token shown; without it what the settings say. */
  expect(chosen: ChosenExpectations | undefined): Promise<void>;
}

type ExpectationAnswers = Pick<Answers<HostRequests>, 'useProfile' | 'setExpected' | 'saveProfile'>;

/** Answers to what the page may ask about expectations. `shown` gives the token of a revision, or refuses it as stale. */
export function expectationAnswers(
  session: ExpectingSession,
  shown: (revision: number) => FoundToken,
): ExpectationAnswers {
  const settings = (): ReturnType<typeof readSettings> => readSettings(session.scope);
  const isOwn = ({ text }: FoundToken, issuer: string | undefined): boolean =>
    profileOf(parseToken(text), settings())?.issuer === issuer;
  return {
    async useProfile({ revision, issuer }) {
      const found = shown(revision);
      const { profiles, clockTolerance } = settings();
      const profile = readProfiles(profiles).profiles.find((one) => one.issuer === issuer);
      if (issuer !== undefined && !profile) throw new ChannelError('stale');
      const expected = expectedBy(profile, clockTolerance);
      await session.expect(
        isOwn(found, issuer) ? undefined : { source: 'profile', expected, profile: issuer },
      );
      return {};
    },
    async setExpected({ revision, expected }) {
      shown(revision);
      if (expected && expectedFaults(expected).length > 0) throw new ChannelError('malformedParams');
      const profile = session.expectations?.profile;
      await session.expect(expected && { source: 'panel', expected, profile });
      return {};
    },
    async saveProfile({ revision }) {
      const found = shown(revision);
      const { expected } = session.expectations ?? {};
      const issuer = expected?.issuer;
      if (issuer === undefined) throw new ChannelError('malformedParams');
      const { saveProfile } = await import('../profiles/saveProfile');
      const saved = await saveProfile({ ...expected, issuer }, session.scope);
      // While the user was asked, another token may have come; what is expected of that one is its own matter.
      if (saved && session.found?.text === found.text)
        await session.expect(
          isOwn(found, issuer) ? undefined : { source: 'profile', expected: saved, profile: issuer },
        );
      return {};
    },
  };
}
