import assert from 'node:assert/strict';
import { attackCodes, causeCodes } from '../../../src/core/diagnose/codes';
import type { Cause } from '../../../src/core/diagnose/diagnosis';
import { causeText, unknownText } from '../../../src/core/present/diagnosisWording';
import { english } from '../../../src/core/present/wording';

const words = { translate: english, locale: 'en', timeZone: 'UTC' };

/** A cause with all it may carry, secrets included, so that a sentence could give them away. */
const cause = (code: Cause['code']): Cause => ({
  status: 'cause',
  code,
  also: [],
  evidence: 'verified',
  facts: {},
  key: 'secret:api',
  alg: 'RS512',
  claims: ['role', 'exp'],
  repaired: 'eyJhbGciOiJIUzI1NiJ9.e30.AAAA',
  secretOctets: new TextEncoder().encode('do-not-show'),
  noticed: [],
});

describe('the wording of a diagnosis', () => {
  for (const code of causeCodes) {
    it(`has a sentence for ${code}, with nothing left open and nothing secret`, () => {
      const text = causeText(cause(code), 'api', words);
      assert.match(text, /^[A-Z].*\.$/);
      assert.doesNotMatch(text, /[{}]|undefined|do-not-show|eyJ/);
    });
  }

  it('warns of every attack in so many words', () => {
    for (const code of attackCodes) assert.match(causeText(cause(code), 'api', words), /[Dd]o not accept/);
  });

  it('says every cause of a combination', () => {
    const text = causeText({ ...cause('token-padded'), also: ['secret-is-base64'] }, 'api', words);
    assert.match(text, /Padding/);
    assert.match(text, /“api” is base64/);
  });

  it('names a signature that has no registered name by its curve and hash', () => {
    const { alg, ...unnamed } = cause('alg-mislabelled');
    assert.equal(alg, 'RS512');
    const text = causeText({ ...unnamed, facts: { form: 'ECDSA, P-256, SHA-512' } }, 'api', words);
    assert.match(text, /signed with ECDSA, P-256, SHA-512/);
  });

  it('says what was tried in vain, and what looks suspicious', () => {
    const text = unknownText(
      {
        status: 'unknown',
        tried: ['token-split', 'jwe'],
        notReached: ['nested-token'],
        noticed: ['kidLooksLikePath'],
      },
      words,
    );
    assert.match(text, /^No reason could be proven.* 2 usual mistakes .* one more .* looks like a path\.$/);
  });
});
