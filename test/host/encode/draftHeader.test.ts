import assert from 'node:assert/strict';
import { readJson } from '../../../src/core/encoding/json';
import type { JsonObject } from '../../../src/core/encoding/jsonNode';
import { draftHeader, type HeaderWishes } from '../../../src/host/encode/draftHeader';

const object = (text: string): JsonObject => readJson(text).node as JsonObject;
const wishes: HeaderWishes = { alg: 'HS256', kid: undefined, original: undefined, sorted: false };

describe('the header of a new token', () => {
  for (const [note, some, expected] of [
    ['says what it is and how it is signed', {}, '{"typ":"JWT","alg":"HS256"}'],
    ['names its key', { kid: 'a"b' }, String.raw`{"typ":"JWT","alg":"HS256","kid":"a\"b"}`],
    ['is sorted as PyJWT does it', { kid: 'k', sorted: true }, '{"alg":"HS256","kid":"k","typ":"JWT"}'],
    [
      'keeps the order and the other parameters of the token it is made of',
      { original: object('{"zip":"x","alg":"RS256","typ":"at+jwt","n":1.0}'), sorted: true },
      '{"zip":"x","alg":"HS256","typ":"at+jwt","n":1.0}',
    ],
    ['says no type where that token says none', { original: object('{}') }, '{"alg":"HS256"}'],
    [
      'says nothing of the old key',
      {
        original: object(
          '{"kid":"old","x5t":"a","x5t#S256":"a","x5c":[],"x5u":"a","jwk":{},"jku":"a","alg":"RS256"}',
        ),
      },
      '{"alg":"HS256"}',
    ],
    [
      'names the new key in its place',
      { original: object('{"kid":"old","alg":"RS256"}'), kid: 'new' },
      '{"alg":"HS256","kid":"new"}',
    ],
  ] as const satisfies readonly (readonly [string, Partial<HeaderWishes>, string])[])
    it(note, () => {
      assert.equal(draftHeader({ ...wishes, ...some }), expected);
    });
});
