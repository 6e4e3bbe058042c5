import assert from 'node:assert/strict';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import { shorten } from '../../../src/core/present/shorten';
import { textLines } from '../../../src/core/present/text';
import { english, word } from '../../../src/core/present/wording';
import { aReport, reportMoment } from '../../support/aReport';
import { aCompactJws } from '../../support/aToken';
import { hostileTexts } from './hostileTexts';

const words = { translate: english, locale: 'en', timeZone: 'UTC' };

describe('a token in plain text', () => {
  it('says all that the hover says', () => {
    const text = aCompactJws({ alg: 'HS256', kid: '../x' }, { sub: '42', exp: 1_516_239_022 });
    const lines = textLines(
      inspectToken(parseToken(text), reportMoment),
      aReport(undefined, { time: 'expired' }),
      words,
    );
    assert.deepEqual(lines, [
      'HS256',
      'Signature valid with keys/service.pub:3 (service-2026)',
      'Expired 7 years ago (18 Jan 2018, 01:30:22 UTC)',
      'Nothing was expected of its claims',
      'Well formed',
      '',
      '- Warning: Its key id looks like a path: a reader must not open files by it. (RFC 8725 §3.10)',
      '',
      'Header',
      '  alg: "HS256" — How the token is signed.',
      '  kid: "../x" — Which key the token was signed with.',
      '',
      'Payload',
      '  sub: "42" — Whom or what the token is about.',
      '  exp: 1516239022 — 18 Jan 2018, 01:30:22 UTC, 7 years ago — When the token expires.',
    ]);
  });

  it('keeps each fact on its line, with nothing invisible in it', () => {
    for (const [, hostile] of hostileTexts) {
      const token = aCompactJws({ alg: hostile, kid: hostile }, { [hostile]: hostile });
      for (const line of textLines(inspectToken(parseToken(token), reportMoment), undefined, words))
        assert.ok(!/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b]/u.test(line), JSON.stringify(line));
    }
  });
});

describe('wording', () => {
  it('fills each placeholder once, and never reads facts as templates', () => {
    assert.equal(word(english, 'a {x} b {y}', { x: '{y}', y: '{x}' }), 'a {y} b {x}');
    assert.equal(word(english, '{missing}', { x: 1 }), '{missing}');
    assert.equal(word(english, '{toString}', { x: 1 }), '{toString}');
  });

  it('chooses by count', () => {
    const template = { one: 'one key', other: '{count} keys' };
    assert.equal(word(english, template, { count: 1 }), 'one key');
    assert.equal(word(english, template, { count: 0 }), '0 keys');
  });

  it('cuts long facts, and says by how much', () => {
    assert.equal(word(english, '{x}', { x: 'a'.repeat(100) }), `${'a'.repeat(80)}… (+20)`);
    assert.equal(shorten('abc', 3), 'abc');
    assert.equal(shorten('abcd', 3), 'abc… (+1)');
    assert.equal(shorten('ab\u{1f600}cd', 3), 'ab… (+4)');
  });
});
