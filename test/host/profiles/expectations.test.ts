import assert from 'node:assert/strict';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { KnownKey } from '../../../src/core/keys/key';
import { settingsFrom, type Settings } from '../../../src/host/platform/settingsFrom';
import { expectations, issuerOf, leewayFor, profileOf } from '../../../src/host/profiles/expectations';
import { aCompactJwe, aCompactJws } from '../../support/aToken';

const [a, b] = ['https://a.example', 'https://b.example'] as const;
const of = (iss: unknown): string => aCompactJws({ alg: 'HS256' }, { iss });
const profiles = [
  { issuer: a, audience: 'api', leeway: 5, keys: ['file:a.pem'] },
  { issuer: b, subject: '42' },
];
const settings: Settings = {
  ...settingsFrom((id) => (id === 'profiles' ? profiles : undefined)),
  clockTolerance: 30,
};
const known: readonly KnownKey[] = ['file:a.pem', 'file:b.pem'].map((id, index) => ({
  id,
  key: { material: { kty: 'oct', k: new Uint8Array([index]) }, labels: {}, format: 'secret' },
  origin: { from: 'file', path: id.slice(5), uri: id },
}));

describe('what is expected of a token', () => {
  it('is what the profile of its issuer says', () => {
    const { policy } = expectations(parseToken(of(b)), settings, known);
    assert.deepEqual(policy, { issuer: b, subject: '42', leeway: 30 });
  });

  it('is a signature by the keys its profile names', () => {
    const { policy, keys } = expectations(parseToken(of(a)), settings, known);
    assert.deepEqual([...keys!], ['file:a.pem']);
    assert.deepEqual(policy, { issuer: a, audience: ['api'], leeway: 5, keys });
  });

  for (const [note, text] of [
    ['of another issuer', of('https://c.example')],
    ['without an issuer', of(undefined)],
    ['whose issuer is no text', of(7)],
    ['that is encrypted', aCompactJwe({ alg: 'dir', iss: a })],
    ['that is none', 'no token'],
  ] as const)
    it(`is the general leeway alone for a token ${note}`, () => {
      const token = parseToken(text);
      assert.deepEqual(expectations(token, settings, known), { policy: { leeway: 30 }, keys: undefined });
      assert.equal(profileOf(token, settings), undefined);
    });

  it('is what was chosen in its place, with the keys of the profile it began with', () => {
    const chosen = { source: 'panel', expected: { subject: '7' }, profile: a } as const;
    const { policy, keys } = expectations(parseToken(of(b)), settings, known, chosen);
    assert.deepEqual([...keys!], ['file:a.pem']);
    assert.deepEqual(policy, { subject: '7', keys });
  });

  it('is of no profile where none was chosen, or one that is gone', () => {
    for (const profile of [undefined, 'https://gone.example']) {
      const chosen = { source: 'panel', expected: {}, profile } as const;
      const token = parseToken(of(a));
      assert.equal(profileOf(token, settings, chosen), undefined);
      assert.deepEqual(expectations(token, settings, known, chosen), { policy: {}, keys: undefined });
    }
  });

  it('lets clocks differ by the leeway chosen, of the profile, or in general', () => {
    const chosen = { source: 'panel', expected: { leeway: 1 }, profile: undefined } as const;
    assert.equal(leewayFor(of(a), settings, chosen), 1);
    assert.equal(leewayFor(of(a), settings, { ...chosen, expected: {} }), 0);
    assert.equal(leewayFor(of(a), settings), 5);
    assert.equal(leewayFor(parseToken(of(b)), settings), 30);
  });

  it('goes by an issuer anyone can read', () => {
    assert.equal(issuerOf(parseToken(of(a))), a);
    assert.equal(issuerOf(parseToken(of(['a']))), undefined);
    assert.equal(issuerOf(parseToken('no token')), undefined);
  });
});
