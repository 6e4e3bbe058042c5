import assert from 'node:assert/strict';
import { parseToken } from '../../../src/core/jose/parseToken';
import { comparableText } from '../../../src/core/present/comparableText';
import { english } from '../../../src/core/present/wording';
import { aCompactJwe, aCompactJws, segment } from '../../support/aToken';

const words = { translate: english, locale: 'en', timeZone: 'UTC' };
const textOf = (token: string): string => comparableText(parseToken(token), words);

describe('comparableText', () => {
  it('sorts names at every level, puts each value on its line and dates behind times', () => {
    const payload = {
      sub: '42',
      exp: 1_516_239_022,
      address: { zip: 1, city: 'B' },
      aud: ['b', 'a'],
      none: {},
    };
    assert.equal(
      textOf(aCompactJws({ typ: 'JWT', alg: 'HS256' }, payload, 'c2ln')),
      `{
  "header": {
    "alg": "HS256",
    "typ": "JWT"
  },
  "payload": {
    "address": {
      "city": "B",
      "zip": 1
    },
    "aud": [
      "b",
      "a"
    ],
    "exp": 1516239022, // 18 Jan 2018, 01:30:22 UTC
    "none": {},
    "sub": "42"
  },
  "signature": "c2ln"
}
`,
    );
  });

  it('is the same for tokens that differ in order and spacing alone', () => {
    const one = aCompactJws({ alg: 'HS256', typ: 'JWT' }, { a: 1, b: [1, { c: 2, d: 3 }] });
    const other = one.split('.');
    other[1] = segment('{ "b": [ 1, { "d": 3, "c": 2 } ], "a": 1 }');
    assert.equal(textOf(one), textOf(other.join('.')));
  });

  it('keeps repeated names and the text of numbers', () => {
    const token = ['', segment('{"b":1.0,"a":1e2,"b":12345678901234567890}'), 'c2ln'];
    token[0] = segment('{"alg":"HS256"}');
    assert.match(textOf(token.join('.')), /"a": 1e2,\n {4}"b": 1\.0,\n {4}"b": 12345678901234567890\n/);
  });

  it('shows the outside of an encrypted token, and text that is no JSON as it is', () => {
    assert.match(
      textOf(aCompactJwe({ alg: 'dir', enc: 'A128GCM' })),
      /"enc": "A128GCM"\n {2}\},\n {2}"ciphertext": "/,
    );
    assert.match(
      textOf([segment('{"alg":"HS256"}'), segment('plain words'), 'c2ln'].join('.')),
      /"payload": "plain words",/,
    );
  });

  it('names what cannot be seen, and lets no value break its line', () => {
    const text = textOf(aCompactJws({ alg: 'HS256' }, { 'a\u202e': 'x\ny' }));
    assert.doesNotMatch(text, /\u202e/);
    assert.match(text, /"a\\u202e": "x\\ny"/);
  });

  it('stays small for what is deep or large', () => {
    const deep = `{"a":${'['.repeat(900)}${'1,'.repeat(100_000)}1${']'.repeat(900)}}`;
    assert.ok(textOf([segment('{"alg":"HS256"}'), segment(deep), 'c2ln'].join('.')).length < 2_100_000);
  });
});
