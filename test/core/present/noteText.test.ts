import assert from 'node:assert/strict';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import { timeNote, tokenNote } from '../../../src/core/present/noteText';
import { english } from '../../../src/core/present/wording';
import { aCompactJwe, aCompactJws } from '../../support/aToken';

const now = 1_767_225_600;
const words = { translate: english, locale: 'en', timeZone: 'UTC' };
const note = (text: string): string => tokenNote(inspectToken(parseToken(text), now), words);
const jws = (claims: object, alg = 'HS256'): string => aCompactJws({ alg }, claims);

describe('the note beside a token', () => {
  it('tells the algorithm and when the token ends', () => {
    assert.equal(note(jws({ exp: now + 300 })), 'HS256 · expires in 5 minutes');
    assert.equal(note(jws({ exp: now - 7200 })), 'HS256 · expired 2 hours ago');
    assert.equal(note(jws({ exp: now + 7200, nbf: now + 60 })), 'HS256 · begins in 60 seconds');
    assert.equal(note(jws({ sub: '42' })), 'HS256 · never expires');
  });

  it('tells what has no signature or cannot be read', () => {
    assert.equal(
      note(aCompactJws({ alg: 'none' }, { exp: now + 300 }, '')),
      'unsecured · expires in 5 minutes',
    );
    assert.equal(note(aCompactJwe({ alg: 'dir', enc: 'A256GCM' })), 'dir · A256GCM · encrypted');
  });

  it('says nothing of times that cannot be read', () => {
    assert.equal(note(jws({ exp: 'soon' })), 'HS256');
    assert.equal(timeNote(inspectToken(parseToken(jws({ exp: 'soon' })), now), words), undefined);
  });

  it('never says “valid”, and no more of a name than fits', () => {
    assert.ok(note(jws({}, 'x'.repeat(5000))).length < 80);
    for (const claims of [{}, { exp: now + 1 }, { exp: 1 }]) assert.doesNotMatch(note(jws(claims)), /valid/i);
  });
});
