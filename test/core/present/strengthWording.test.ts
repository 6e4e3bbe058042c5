import assert from 'node:assert/strict';
import {
  strengthProgressText,
  strengthRefusalText,
  strengthRefusalWording,
  strengthRuleWording,
  strengthSourceWording,
  strengthText,
  type StrengthSummary,
} from '../../../src/core/present/strengthWording';
import { english } from '../../../src/core/present/wording';
import type { RuleName } from '../../../src/core/strength/rules';
import type { StrengthRefusal } from '../../../src/core/strength/strengthTarget';
import type { WordSource } from '../../../src/core/strength/words';

const words = { translate: english, locale: 'en' };
const target = { alg: 'HS256', signature: new Uint8Array(32) };
const weak = (
  found: Partial<NonNullable<StrengthSummary['found']>> = {},
): StrengthSummary & { found: NonNullable<StrengthSummary['found']> } => ({
  target,
  tried: 12_345,
  milliseconds: 420,
  isCut: false,
  found: { source: 'knownSecrets', position: 7, rule: 'asIs', octets: 6, ...found },
});
const isFilled = (text: string): boolean => text.length > 10 && !/[{}]|undefined|NaN/.test(text);

describe('what is said of a secret that was checked', () => {
  it('is how it was found, how fast, and what to do', () => {
    assert.equal(
      strengthText(weak(), words),
      'Weak secret: found in 0.4 s, at try 12,345. One core of this machine tries 29,000 a second. It comes from line 7 of the list of secrets that documentation and tutorials print. It has 6 octets; HS256 wants at least 32 random ones (RFC 7518 §3.2).',
    );
  });

  it('is that finding none proves nothing', () => {
    const { found, ...rest } = weak();
    assert.ok(found);
    assert.match(strengthText(rest, words), /none of the 12,345 tried in 0\.4 s\. That proves nothing/);
    assert.match(
      strengthText({ ...rest, isCut: true }, words),
      /^Stopped after 12,345 tries.*proves nothing/,
    );
  });

  for (const source of Object.keys(strengthSourceWording) as WordSource[])
    it(`finds its words for a secret from ${source}`, () => {
      assert.ok(isFilled(strengthText(weak({ source }), words)));
    });

  for (const rule of ['asIs', ...(Object.keys(strengthRuleWording) as RuleName[])] as const)
    it(`finds its words for one made by the rule ${rule}`, () => {
      assert.ok(isFilled(strengthText(weak({ rule, octets: 1 }), words)));
    });

  for (const code of Object.keys(strengthRefusalWording) as StrengthRefusal['code'][])
    it(`says kindly why nothing can be checked: ${code}`, () => {
      const refusal = (
        code === 'strength.publicKey' ? { code, facts: { alg: 'RS256' } } : { code }
      ) as StrengthRefusal;
      assert.ok(isFilled(strengthRefusalText(refusal, words)));
    });

  it('is how far it has come, from the first moment on', () => {
    assert.equal(
      strengthProgressText({ tried: 412_000, milliseconds: 710 }, words),
      '412,000 tried, 580,000 a second',
    );
    assert.ok(isFilled(strengthProgressText({ tried: 0, milliseconds: 0 }, words)));
  });
});
