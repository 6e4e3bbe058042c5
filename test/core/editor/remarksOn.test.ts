import assert from 'node:assert/strict';
import { defaultLevels, readLevels } from '../../../src/core/editor/remark';
import { remarksChangeAt, remarksOn, type RemarkOptions } from '../../../src/core/editor/remarksOn';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import { remarkText } from '../../../src/core/present/remarkWording';
import { english } from '../../../src/core/present/wording';
import { aCompactJws } from '../../support/aToken';
import { findingCases, findingsMoment as now } from '../../support/findingCases';

const kept: RemarkOptions = { levels: defaultLevels, isKept: true };
const remarks = (text: string, options = kept): ReturnType<typeof remarksOn> =>
  remarksOn(inspectToken(parseToken(text), now), options);
const codes = (text: string, options = kept): string[] => remarks(text, options).map(({ code }) => code);
const words = { translate: english, locale: 'en', timeZone: 'UTC', moment: now };

const token = (claims: object, header: object = { alg: 'RS256' }): string =>
  aCompactJws(header, { iss: 'a', sub: '42', ...claims });

describe('remarksOn', () => {
  it('hints that a token expired, on its payload', () => {
    const text = token({ exp: now - 3600 });
    const [remark, ...others] = remarks(text);
    assert.deepEqual([remark.code, remark.severity, others], ['expired', 'hint', []]);
    assert.equal(text.slice(remark.span!.start, remark.span!.end), text.split('.')[1]);
    assert.equal(remarkText(remark, words), 'It expired 60 minutes ago (31 Dec 2025, 23:00:00 UTC).');
  });

  it('warns of a token that is in force where others may come by it, and nowhere else', () => {
    const live = token({ exp: now + 3600 });
    assert.deepEqual(codes(live), ['liveToken']);
    // Not the whole token: its hover should be readable elsewhere.
    assert.equal(live.slice(0, remarks(live)[0].span!.end), live.split('.')[0]);
    assert.deepEqual(codes(live, { ...kept, isKept: false }), []);
    assert.match(remarkText(remarks(live)[0], words), /still in force, and expires in 60 minutes/);
    assert.deepEqual(codes(token({ exp: now + 3600, nbf: now + 1800 })), []);
    assert.deepEqual(codes(aCompactJws({ alg: 'none' }, { exp: now + 3600 }, '')), ['unsecured']);
  });

  it('warns of what endangers somebody', () => {
    for (const [code, text] of [
      ['unsecured', aCompactJws({ alg: 'none' }, {}, '')],
      ['embeddedPrivateKey', token({ exp: now - 1 }, { alg: 'ES256', jwk: { kty: 'EC', d: 'AA' } })],
      ['credential', token({ exp: now - 1, password: 'hunter2' })],
    ] as const)
      assert.equal(remarks(text).find((one) => one.code === code)?.severity, 'warning', code);
  });

  it('says what is wrong with the form', () => {
    const text = token({ exp: now - 1 }).replace(/\.[\w-]+$/, (signature) => `${signature}A`);
    const remark = remarks(text).find(({ code }) => code === 'malformed');
    assert.match(remarkText(remark!, words), /signature/);
  });

  it('remarks on every finding, each by its own rule', () => {
    for (const [note, text, found] of findingCases)
      for (const code of found) assert.ok(codes(text).includes(code), `${note}: ${code}`);
  });

  it('goes by the levels a user set', () => {
    const text = token({ exp: now - 3600 });
    const levels = readLevels({ expired: 'error' });
    assert.equal(remarks(text, { ...kept, levels })[0].severity, 'error');
    assert.deepEqual(remarks(text, { ...kept, levels: readLevels({ expired: 'off' }) }), []);
  });
});

describe('readLevels', () => {
  it('takes what is a rule and a level, and nothing else', () => {
    assert.equal(readLevels(undefined), defaultLevels);
    for (const setting of [
      null,
      7,
      'off',
      [],
      { expired: 'loud' },
      { expired: 1 },
      { nosuch: 'off' },
      { toString: 'off' },
    ])
      assert.deepEqual(readLevels(setting), defaultLevels, JSON.stringify(setting));
    assert.deepEqual(readLevels({ expired: 'off', x: 'off' }), { ...defaultLevels, expired: 'off' });
  });
});

describe('remarksChangeAt', () => {
  it('is the next moment at which time alone changes what is said', () => {
    const at = (claims: object, leeway = 0): number =>
      remarksChangeAt(inspectToken(parseToken(token(claims)), now, leeway), leeway);
    assert.equal(at({ exp: now + 3600 }), now + 3300);
    assert.equal(at({ exp: now + 30 }), now + 30);
    assert.equal(at({ exp: now + 30 }, 120), now + 30);
    assert.equal(at({ exp: now - 30 }, 120), now + 90);
    assert.equal(at({ exp: now - 30 }), Infinity);
    assert.equal(at({}), Infinity);
  });
});
