import assert from 'node:assert/strict';
import type { JsonObject } from '../../../src/core/encoding/jsonNode';
import { readJson } from '../../../src/core/encoding/json';
import {
  expectedBy,
  expectedFaults,
  policyFor,
  profileFrom,
  type Expected,
} from '../../../src/core/verify/expected';
import type { Profile } from '../../../src/core/verify/profile';
import { readProfiles } from '../../../src/core/verify/readProfiles';

const claimsOf = (claims: object): JsonObject => {
  const { node } = readJson(JSON.stringify(claims));
  assert.ok(node?.type === 'object');
  return node;
};

const whole: Required<Expected> = {
  issuer: 'https://a.example/1',
  audience: ['api'],
  subject: 'service',
  algorithms: ['RS256'],
  leeway: 5,
  required: ['sub'],
  type: 'at+jwt',
  maxAge: 60,
};

describe('what is expected by a profile', () => {
  const claims = claimsOf({ iss: 'https://a.example/1' });

  it('is nothing but the general leeway where there is no profile', () => {
    assert.deepEqual(expectedBy(undefined, 30), { leeway: 30 });
    assert.deepEqual(policyFor({ leeway: 30 }, claims), { leeway: 30 });
  });

  it('is all that the profile says, and the keys besides', () => {
    const keys = new Set(['one']);
    const expected = expectedBy({ ...whole, audience: 'api', keys: ['k'] }, 30);
    assert.deepEqual(expected, whole);
    assert.deepEqual(policyFor(expected, claims, keys), { ...whole, keys });
  });

  it('keeps the general leeway where the profile has none', () => {
    assert.deepEqual(expectedBy({ issuer: 'joe' }, 30), { issuer: 'joe', leeway: 30 });
  });

  it('names the issuer that fits a beginning, and the beginning where none does', () => {
    const issuerFor = (issuer: string, iss?: unknown): unknown =>
      policyFor({ issuer }, claimsOf(iss === undefined ? {} : { iss })).issuer;
    assert.equal(issuerFor('https://a.example/*', 'https://a.example/1'), 'https://a.example/1');
    assert.equal(issuerFor('https://a.example/*', 'https://b.example/1'), 'https://a.example/*');
    assert.equal(issuerFor('https://a.example/*'), 'https://a.example/*');
    assert.equal(issuerFor('https://a.example/*', 7), 'https://a.example/*');
    assert.equal(issuerFor('https://a.example', 'https://b.example'), 'https://a.example');
  });
});

describe('expectations as a profile to save', () => {
  it('are read back as what they were', () => {
    const profile = profileFrom(whole, 0);
    assert.deepEqual(readProfiles([profile]), { profiles: [profile], faults: [] });
    assert.deepEqual(expectedBy(profile, 0), whole);
    assert.equal(profile.audience, 'api');
    assert.deepEqual(profileFrom({ ...whole, audience: ['a', 'b'] }, 0).audience, ['a', 'b']);
  });

  it('leave out a leeway that is the general one', () => {
    assert.equal('leeway' in profileFrom(whole, 5), false);
    assert.equal(profileFrom({ issuer: 'joe' }, 30).leeway, 0);
  });

  it('keep the keys of the profile they take the place of', () => {
    const before: Profile = { issuer: 'joe', keys: ['k1'], leeway: 9, subject: 'gone' };
    assert.deepEqual(profileFrom({ issuer: 'joe', leeway: 5 }, 5, before), {
      issuer: 'joe',
      leeway: 5,
      keys: ['k1'],
    });
  });
});

describe('faults of expectations', () => {
  it('are none in what can be expected', () => {
    assert.deepEqual(expectedFaults({}), []);
    assert.deepEqual(expectedFaults(whole), []);
    assert.deepEqual(expectedFaults({ issuer: 'https://a.example/*', algorithms: ['none', 'EdDSA'] }), []);
  });

  for (const [expected, field, code, note] of [
    [{ issuer: 'https://a.example*' }, 'issuer', 'expected.issuer', 'a star within a host'],
    [{ issuer: '*' }, 'issuer', 'expected.issuer', 'everybody'],
    [{ issuer: '' }, 'issuer', 'expected.empty', 'no text'],
    [{ subject: 'x'.repeat(1001) }, 'subject', 'expected.tooLong', 'a long text'],
    [{ audience: [] }, 'audience', 'expected.empty', 'a list of nothing'],
    [{ audience: ['a', ''] }, 'audience', 'expected.empty', 'an empty entry'],
    [{ required: ['x'.repeat(1001)] }, 'required', 'expected.tooLong', 'a long entry'],
    [{ required: new Array<string>(101).fill('a') }, 'required', 'expected.tooMany', 'many entries'],
    [{ algorithms: ['RS256', 'RS265'] }, 'algorithms', 'expected.algorithm', 'a slip of the pen'],
    [{ leeway: -1 }, 'leeway', 'expected.seconds', 'less than nothing'],
    [{ leeway: NaN }, 'leeway', 'expected.seconds', 'no number'],
    [{ leeway: 3601 }, 'leeway', 'expected.tooManySeconds', 'more than an hour'],
    [{ maxAge: -1 }, 'maxAge', 'expected.seconds', 'an age below nothing'],
  ] as const) {
    it(`are told by their member: ${note}`, () => {
      assert.deepEqual(
        expectedFaults(expected).map((one) => [one.field, one.code]),
        [[field, code]],
      );
    });
  }

  it('are all told, and name what is wrong', () => {
    assert.deepEqual(expectedFaults({ leeway: 4000, algorithms: ['HS255'], type: '' }), [
      { field: 'type', code: 'expected.empty', facts: {} },
      { field: 'algorithms', code: 'expected.algorithm', facts: { name: 'HS255' } },
      { field: 'leeway', code: 'expected.tooManySeconds', facts: { limit: 3600 } },
    ]);
  });
});
