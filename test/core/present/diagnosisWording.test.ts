import assert from 'node:assert/strict';
import { attackCodes, causeCodes } from '../../../src/core/diagnose/codes';
import { summarizeCause, type CauseSummary } from '../../../src/core/diagnose/causeSummary';
import type { Cause } from '../../../src/core/diagnose/diagnosis';
import {
  causeText,
  causeWords,
  fixEffectWording,
  fixWording,
  summarizeUnknown,
  unknownText,
} from '../../../src/core/present/diagnosisWording';
import { english, word } from '../../../src/core/present/wording';

const words = { translate: english, locale: 'en', timeZone: 'UTC' };

/** A cause with all it may carry, secrets included, so that a sentence could give them away. */
const cause = (code: Cause['code']): CauseSummary => summarizeCause(fullCause(code), 'api');
const fullCause = (code: Cause['code']): Cause => ({
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
      const text = causeText(cause(code), words);
      assert.match(text, /^[A-Z].*\.$/);
      assert.doesNotMatch(text, /[{}]|undefined|do-not-show|eyJ/);
    });
  }

  for (const code of causeCodes) {
    it(`says what to do about ${code}`, () => {
      const facts = { kid: 'k1', needs: 'RSA', salt: 20 };
      const { sentences, proof, advice } = causeWords({ ...cause(code), facts }, words);
      assert.equal(sentences.length, 1);
      for (const text of [...sentences, proof, advice]) {
        assert.match(text, /^[A-Z].*\.$/);
        assert.doesNotMatch(text, /[{}]|undefined|do-not-show|eyJ/);
      }
      assert.equal(/[Nn]othing is offered/.test(advice), attackCodes.has(code));
    });
  }

  it('names key, algorithm and claims where there are such', () => {
    const said = (code: Cause['code'], more: Partial<Cause>, key?: string): string =>
      causeText(
        summarizeCause(
          { status: 'cause', code, also: [], evidence: 'verified', facts: {}, noticed: [], ...more },
          key,
        ),
        words,
      );
    assert.match(said('payload-edited', { claims: ['role', 'scope'] }), /role, scope/);
    assert.match(said('alg-mislabelled', { alg: 'HS512' }), /HS512/);
    assert.match(said('alg-mislabelled', { facts: { form: 'ECDSA, P-256, SHA-1' } }), /ECDSA, P-256, SHA-1/);
    assert.match(said('kid-mismatch', {}, 'set#a'), /“set#a”/);
    for (const code of ['payload-edited', 'alg-mislabelled', 'kid-mismatch'] as const)
      assert.doesNotMatch(said(code, {}), /undefined|“”/);
  });

  it('says what each fix is called, and what it will do', () => {
    for (const kind of Object.keys(fixWording) as (keyof typeof fixWording)[]) {
      assert.match(fixWording[kind], /^[A-Z].*[^.]$/);
      const effect = word(english, fixEffectWording[kind], { encoding: 'base64' });
      assert.match(effect, /^[A-Z][^{}]*\.$/);
    }
  });

  it('warns of every attack in so many words', () => {
    for (const code of attackCodes) assert.match(causeText(cause(code), words), /[Dd]o not accept/);
  });

  it('says every cause of a combination', () => {
    const text = causeText({ ...cause('token-padded'), also: ['secret-is-base64'] }, words);
    assert.match(text, /Padding/);
    assert.match(text, /“api” is base64/);
  });

  it('names a signature that has no registered name by its curve and hash', () => {
    const { alg, ...unnamed } = cause('alg-mislabelled');
    assert.equal(alg, 'RS512');
    const text = causeText({ ...unnamed, facts: { form: 'ECDSA, P-256, SHA-512' } }, words);
    assert.match(text, /signed with ECDSA, P-256, SHA-512/);
  });

  it('says what was tried in vain, and what looks suspicious', () => {
    const text = unknownText(
      summarizeUnknown({
        status: 'unknown',
        tried: ['token-split', 'jwe'],
        notReached: ['nested-token'],
        noticed: ['kidLooksLikePath'],
      }),
      words,
    );
    assert.match(text, /^No reason could be proven.* 2 usual mistakes .* one more .* looks like a path\.$/);
  });
});
