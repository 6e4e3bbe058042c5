import assert from 'node:assert/strict';
import { readProfiles } from '../../../src/core/verify/readProfiles';

const issuer = 'https://a.example';

describe('readProfiles', () => {
  it('reads an entry with everything in it', () => {
    const whole = {
      issuer,
      audience: 'api',
      algorithms: ['RS256'],
      leeway: 30,
      required: ['sub'],
      type: 'JWT',
      maxAge: 3600,
      keys: ['keys/a.pem'],
    };
    assert.deepEqual(readProfiles([whole, { issuer: 'joe', audience: ['a', 'b'] }]), {
      profiles: [whole, { issuer: 'joe', audience: ['a', 'b'] }],
      faults: [],
    });
  });

  it('uses nothing of an entry with a wrong member, and says which', () => {
    const wrong: readonly (readonly [string, unknown])[] = [
      ['entry', null],
      ['entry', 'https://a.example'],
      ['entry', []],
      ['issuer', {}],
      ['issuer', { issuer: '' }],
      ['issuer', { issuer: 7 }],
      ['issuer', { issuer: '*' }],
      ['issuer', { issuer: 'https://*.example/' }],
      ['issuer', { issuer: 'https://a.example*' }],
      ['audience', { issuer, audience: [] }],
      ['audience', { issuer, audience: [7] }],
      ['algorithms', { issuer, algorithms: 'RS256' }],
      ['leeway', { issuer, leeway: -1 }],
      ['leeway', { issuer, leeway: Number.NaN }],
      ['leeway', { issuer, leeway: true }],
      ['algorithms', { issuer, algorithms: ['RS256', 7] }],
      ['required', { issuer, required: [''] }],
      ['type', { issuer, type: null }],
      ['maxAge', { issuer, maxAge: '60' }],
      ['keys', { issuer, keys: 'a.pem' }],
      ['unknown', { issuer, audiance: 'api' }],
      ['unknown', { issuer, constructor: 'x' }],
    ];
    for (const [member, entry] of wrong)
      assert.deepEqual(
        readProfiles([entry, { issuer }]),
        { profiles: [{ issuer }], faults: [{ index: 0, member }] },
        JSON.stringify(entry),
      );
  });

  it('takes no seconds at all for a number of seconds', () => {
    assert.deepEqual(readProfiles([{ issuer, leeway: 0, maxAge: 0 }]).faults, []);
  });

  it('takes what is no list for none', () => {
    for (const setting of [undefined, null, {}, 'x'])
      assert.deepEqual(readProfiles(setting), { profiles: [], faults: [] });
  });

  it('lets a beginning end behind the whole host, and anywhere in a name', () => {
    for (const good of ['https://a.example/*', 'https://a.example/t/x*', 'joe*'])
      assert.equal(readProfiles([{ issuer: good }]).profiles.length, 1, good);
  });
});
