import assert from 'node:assert/strict';
import {
  atMoment,
  initialState,
  withDisclosures,
  withExpected,
  withNothing,
  withReport,
  withSurroundings,
  withToken,
  type PageState,
  type ShownInspection,
} from '../../src/inspector/state';
import type { ShownExpected, ShownToken } from '../../src/protocol/messages';
import { aReport, reportMoment } from '../support/aReport';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenWith = (claims: object): string => `${encode({ alg: 'HS256' })}.${encode(claims)}.c2ln`;

function event(revision: number, claims: object = { sub: '42' }, leeway = 0): ShownToken {
  return { revision, text: tokenWith(claims), leeway, isPinned: false, trail: [] };
}

function shownIn(state: PageState): ShownInspection {
  assert.ok(state.shown.kind === 'token');
  return state.shown;
}

describe('state of the page', () => {
  it('begins with nothing known', () => {
    assert.deepEqual(initialState, { surroundings: undefined, shown: { kind: 'loading', revision: -1 } });
  });

  it('reads a token that is shown, and awaits its report', () => {
    const shown = shownIn(withToken(initialState, event(1), reportMoment));
    assert.equal(shown.inspection.alg, 'HS256');
    assert.deepEqual(
      shown.inspection.claims.map(({ name }) => name),
      ['sub'],
    );
    assert.deepEqual(shown.verification, { status: 'pending' });
    assert.equal(shown.moment, reportMoment);
  });

  it('never fails on a text that is no token', () => {
    for (const text of ['', '.', 'hello', '{', '\u0000', 'eyJ', '..', '....']) {
      const shown = shownIn(
        withToken(initialState, { revision: 1, text, leeway: 0, isPinned: false, trail: [] }, reportMoment),
      );
      assert.ok(shown.inspection.problems.length > 0, JSON.stringify(text));
    }
  });

  it('takes a report of the token shown', () => {
    const before = withToken(initialState, event(1), reportMoment);
    const verification = { status: 'done', report: aReport() } as const;
    const after = shownIn(withReport(before, { revision: 1, isPicked: true, verification }));
    assert.equal(after.verification, verification);
    assert.equal(after.isPicked, true);
    assert.equal(after.inspection, shownIn(before).inspection);
  });

  for (const [revision, note] of [
    [1, 'an older one'],
    [3, 'one that is not shown yet'],
  ] as const) {
    it(`drops a report of another revision: ${note}`, () => {
      const before = withToken(initialState, event(2), reportMoment);
      const report = { revision, isPicked: false, verification: { status: 'failed' } } as const;
      assert.equal(withReport(before, report), before);
    });
  }

  it('drops a token and an absence that are older than what is shown', () => {
    const before = withToken(initialState, event(5), reportMoment);
    assert.equal(withToken(before, event(4), reportMoment), before);
    assert.equal(withNothing(before, { revision: 4, reason: 'tokenGone' }), before);
  });

  it('keeps what it knows of a token that only moved', () => {
    const report = { revision: 5, isPicked: true, verification: { status: 'failed' } } as const;
    const before = withReport(withToken(initialState, event(5), reportMoment), report);
    const place = { uri: 'file:///a.md', offset: 90, name: 'a.md', line: 4 };
    const after = shownIn(withToken(before, { ...event(6), place }, reportMoment + 60));
    assert.deepEqual(after, { ...shownIn(before), revision: 6, place });
    assert.equal(after.inspection, shownIn(before).inspection);
  });

  it('judges the same token anew under another leeway', () => {
    const claims = { exp: reportMoment - 10 };
    const before = withToken(initialState, event(1, claims), reportMoment);
    const after = withToken(before, event(2, claims, 60), reportMoment);
    assert.equal(shownIn(before).inspection.standing, 'expired');
    assert.equal(shownIn(after).inspection.standing, 'inForce');
  });

  it('keeps what is known of a token until its host judges it by the other leeway', () => {
    const report = { revision: 1, isPicked: true, verification: { status: 'failed' } } as const;
    const before = withExpected(withReport(withToken(initialState, event(1), reportMoment), report), {
      revision: 1,
      expectations: { source: 'settings', expected: { leeway: 0 }, profiles: [] },
    });
    const after = shownIn(withToken(before, event(1, { sub: '42' }, 60), reportMoment));
    assert.equal(after.leeway, 60);
    assert.equal(after.verification, shownIn(before).verification);
    assert.equal(after.form, shownIn(before).form);
  });

  it('shows an absence, drops reports meanwhile, and takes the next token', () => {
    const gone = withNothing(withToken(initialState, event(1), reportMoment), {
      revision: 2,
      reason: 'tokenGone',
    });
    assert.deepEqual(gone.shown, { kind: 'nothing', revision: 2, reason: 'tokenGone' });
    const report = { revision: 2, isPicked: false, verification: { status: 'pending' } } as const;
    assert.equal(withReport(gone, report), gone);
    assert.equal(shownIn(withToken(gone, event(3), reportMoment)).revision, 3);
  });

  it('keeps its surroundings whatever is shown', () => {
    const surroundings = { messages: {}, locale: 'de' };
    const state = withSurroundings(withToken(initialState, event(1), reportMoment), surroundings);
    assert.equal(withNothing(state, { revision: 2, reason: 'noToken' }).surroundings, surroundings);
    assert.equal(withToken(state, event(2), reportMoment).surroundings, surroundings);
  });
});

describe('disclosures on the page', () => {
  const disclosures = {
    disclosed: { status: 'pass', text: 'One claim is disclosed.' },
    rows: [{ place: 'email', status: 'pass' }],
    problems: [],
  } as const;
  const start = withToken(initialState, event(1), reportMoment);

  it('are those of the token shown, and change nothing when they are told again', () => {
    const after = withDisclosures(start, { revision: 1, disclosures });
    assert.equal(shownIn(after).disclosures, disclosures);
    assert.equal(withDisclosures(after, { revision: 1, disclosures: structuredClone(disclosures) }), after);
    assert.equal(withDisclosures(start, { revision: 2, disclosures }), start);
    assert.equal(withDisclosures(initialState, { revision: 1, disclosures }), initialState);
    assert.equal(shownIn(withToken(after, event(2, { sub: '1' }), reportMoment)).disclosures, undefined);
  });
});

describe('expectations on the page', () => {
  type Expectations = ShownExpected['expectations'];
  const settings: Expectations = { source: 'settings', expected: { leeway: 0 }, profiles: ['joe'] };
  const panel: Expectations = { ...settings, source: 'panel', expected: { leeway: 0, subject: '4' } };
  const told = (state: PageState, expectations: Expectations, revision = 1): PageState =>
    withExpected(state, { revision, expectations });
  const start = withToken(initialState, event(1), reportMoment);

  it('fill the form with what the settings say', () => {
    const shown = shownIn(told(start, settings));
    assert.equal(shown.expectations, settings);
    assert.equal(shown.form, settings.expected);
  });

  it('leave the form alone while it is written in', () => {
    const before = told(start, settings);
    const after = shownIn(told(before, panel));
    assert.equal(after.expectations, panel);
    assert.equal(after.form, settings.expected);
  });

  it('fill the form anew where they come from elsewhere', () => {
    const written = told(told(start, settings), panel);
    const profile: Expectations = { ...settings, source: 'profile', expected: { issuer: 'joe', leeway: 0 } };
    assert.equal(shownIn(told(written, profile)).form, profile.expected);
    assert.deepEqual(shownIn(told(written, settings)).form, settings.expected);
  });

  it('fill the form of a page that comes late with what was written before', () => {
    assert.equal(shownIn(told(start, panel)).form, panel.expected);
  });

  it('change nothing where they are as before, or speak of another token', () => {
    const before = told(start, settings);
    assert.equal(told(before, structuredClone(settings)), before);
    assert.equal(told(before, panel, 2), before);
    assert.equal(told(initialState, settings), initialState);
  });
});

describe('state of the page at a later moment', () => {
  const exp = reportMoment + 100;
  const standings = (claims: object, leeway: number, moments: readonly number[]): readonly string[] => {
    let state = withToken(initialState, event(1, claims, leeway), reportMoment);
    return moments.map((moment) => {
      state = atMoment(state, moment);
      return shownIn(state).inspection.standing;
    });
  };

  it('stays the very same while no time of the token is passed', () => {
    const state = withToken(initialState, event(1, { exp }), reportMoment);
    assert.equal(atMoment(state, exp - 1), state);
    const nothing = withNothing(initialState, { revision: 1, reason: 'noToken' });
    assert.equal(atMoment(nothing, exp), nothing);
  });

  it('turns over when exp is reached, and only once', () => {
    const before = withToken(initialState, event(1, { exp }), reportMoment);
    const after = atMoment(before, exp);
    assert.equal(shownIn(before).inspection.standing, 'inForce');
    assert.equal(shownIn(after).inspection.standing, 'expired');
    assert.equal(atMoment(after, exp + 1000), after);
  });

  it('looks anew where a time is reached, though the leeway keeps the standing', () => {
    const before = withToken(initialState, event(1, { exp }, 30), reportMoment);
    const after = atMoment(before, exp);
    assert.notEqual(after, before);
    assert.equal(shownIn(after).inspection.standing, 'inForce');
    assert.equal(shownIn(after).inspection.moment, exp);
    assert.equal(atMoment(after, exp + 29), after);
  });

  it('grants the leeway at both ends', () => {
    const nbf = reportMoment + 50;
    assert.deepEqual(standings({ nbf, exp }, 0, [nbf - 1, nbf, exp - 1, exp]), [
      'notYetValid',
      'inForce',
      'inForce',
      'expired',
    ]);
    assert.deepEqual(standings({ nbf, exp }, 30, [nbf - 31, nbf - 30, exp + 29, exp + 30]), [
      'notYetValid',
      'inForce',
      'inForce',
      'expired',
    ]);
  });
});
