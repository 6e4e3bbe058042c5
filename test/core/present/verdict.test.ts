import assert from 'node:assert/strict';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { KeySummary } from '../../../src/core/keys/key';
import type { Answer } from '../../../src/core/present/answer';
import { summaryLine, verdictOf, type Verdict } from '../../../src/core/present/verdict';
import { english } from '../../../src/core/present/wording';
import type { ClaimCheck, SignatureAnswer, VerificationReport } from '../../../src/core/verify/report';
import { aReport, fullSummary, reportMoment } from '../../support/aReport';
import { aCompactJwe, aCompactJws } from '../../support/aToken';

const words = { translate: english, locale: 'en', timeZone: 'UTC' };
const secret: KeySummary = {
  id: 's',
  kty: 'oct',
  bits: 120,
  kind: 'secret',
  format: 'secret',
  origin: { from: 'secretStorage', name: 'my api' },
  weaknesses: [],
};
const valid: SignatureAnswer = { status: 'valid', key: secret, chosenBy: 'onlyFit' };
const expiredAt = 1_516_239_022;
const expiryCheck: ClaimCheck = {
  claim: 'exp',
  outcome: 'failed',
  code: 'expired',
  facts: { found: String(expiredAt), at: expiredAt, seconds: expiredAt - reportMoment },
};
const expired = aCompactJws({ alg: 'HS256', typ: 'JWT' }, { sub: '42', exp: expiredAt });

const verdict = (text: string, report?: VerificationReport): ReturnType<typeof verdictOf> =>
  verdictOf(inspectToken(parseToken(text), reportMoment), report, words);

const answersOf = ({ wellFormed, signature, inForce, asExpected }: Verdict): readonly Answer[] => [
  wellFormed,
  signature,
  inForce,
  asExpected,
];

describe('the verdict', () => {
  it('answers each question apart: a right signature hides no expiry, and an expiry no signature', () => {
    const { signature, inForce, wellFormed, asExpected } = verdict(
      expired,
      aReport(valid, { time: 'expired' }),
    );
    assert.deepEqual(signature, { status: 'pass', text: 'Signature valid with my api (secret storage)' });
    assert.deepEqual(inForce, { status: 'fail', text: 'Expired 7 years ago (18 Jan 2018, 01:30:22 UTC)' });
    assert.deepEqual(wellFormed, { status: 'pass', text: 'Well formed' });
    assert.equal(asExpected.status, 'notAsked');
  });

  it('says “valid” of nothing that was not verified', () => {
    const answers: readonly SignatureAnswer[] = [
      { status: 'invalid', tried: [secret] },
      { status: 'invalid', tried: [] },
      { status: 'invalid', tried: [secret, fullSummary] },
      { status: 'unsecured' },
      { status: 'unverifiable', reason: { code: 'noKeys' } },
      { status: 'unverifiable', reason: { code: 'encrypted' } },
      { status: 'valid', key: { ...secret, origin: { from: 'token' } }, chosenBy: 'tried' },
    ];
    for (const answer of answers) {
      const report = aReport(answer);
      assert.doesNotMatch(summaryLine(report, words), /valid/i);
      for (const { text } of answersOf(verdict(expired, report))) assert.doesNotMatch(text, /valid/i);
    }
    for (const text of [
      expired,
      'x.y',
      aCompactJws({ alg: 'none' }, {}, ''),
      aCompactJwe({ alg: 'dir', enc: 'A256GCM' }),
    ])
      for (const answer of answersOf(verdict(text))) assert.doesNotMatch(answer.text, /valid/i);
  });

  it('calls unsecured what is unsecured, asked or not', () => {
    const text = aCompactJws({ alg: 'none' }, { sub: '42' }, '');
    assert.equal(verdict(text).signature.text, 'Unsecured: there is no signature');
    assert.equal(verdict(text).signature.status, 'fail');
    assert.equal(verdict(text, aReport({ status: 'unsecured' })).signature.status, 'fail');
  });

  it('names the key and where it is from', () => {
    const { signature } = verdict(expired, aReport());
    assert.equal(signature.text, 'Signature valid with keys/service.pub:3 (service-2026)');
    const { kid, comment, ...nameless } = fullSummary;
    assert.ok(kid && comment);
    const answer: SignatureAnswer = { status: 'valid', key: nameless, chosenBy: 'onlyFit' };
    assert.equal(
      verdict(expired, aReport(answer)).signature.text,
      'Signature valid with keys/service.pub:3 (P-256 public key)',
    );
  });

  it('says why nothing was verified', () => {
    const reason = { code: 'kidUnknown', kid: 'k7' } as const;
    assert.deepEqual(verdict(expired, aReport({ status: 'unverifiable', reason })).signature, {
      status: 'unknown',
      text: 'Signature not verified: no known key has the id “k7”; add it',
    });
    assert.equal(verdict(expired).signature.status, 'notAsked');
  });

  it('counts several signatures, and passes only if each is valid', () => {
    const several = (
      ...signatures: [SignatureAnswer, ...SignatureAnswer[]]
    ): ReturnType<typeof verdictOf>['signature'] =>
      verdict(expired, aReport(valid, { signatures })).signature;
    const invalid: SignatureAnswer = { status: 'invalid', tried: [secret] };
    const unknown: SignatureAnswer = { status: 'unverifiable', reason: { code: 'noKeys' } };
    assert.deepEqual(several(valid, valid), { status: 'pass', text: '2 of 2 signatures valid' });
    assert.deepEqual(several(valid, unknown), { status: 'unknown', text: '1 of 2 signatures valid' });
    assert.deepEqual(several(valid, invalid), { status: 'fail', text: '1 of 2 signatures valid' });
    assert.deepEqual(several(unknown, unknown), { status: 'unknown', text: 'None of 2 signatures verified' });
  });

  it('tells what was not as expected, and how much more', () => {
    const checks: readonly ClaimCheck[] = [
      expiryCheck,
      { claim: 'iss', outcome: 'failed', code: 'mismatch', facts: { found: 'a', expected: 'b' } },
      { claim: 'aud', outcome: 'failed', code: 'missing', facts: { expected: 'c' } },
    ];
    assert.deepEqual(verdict(expired, aReport(valid, { checks })).asExpected, {
      status: 'fail',
      text: 'Not as expected: “iss” is “a”, expected was “b”; 1 more',
    });
    const met: ClaimCheck = { claim: 'iss', outcome: 'passed', code: 'matches', facts: {} };
    assert.deepEqual(verdict(expired, aReport(valid, { checks: [expiryCheck, met] })).asExpected, {
      status: 'pass',
      text: 'As expected',
    });
  });

  it('tells the first thing that is not well formed', () => {
    const { wellFormed } = verdict(`${expired}=`);
    assert.equal(wellFormed.status, 'fail');
    assert.match(wellFormed.text, /^The signature ends in “=”\./);
  });
});

describe('the summary of a report', () => {
  it('says signature and time in one line, neither hiding the other', () => {
    const report = aReport(valid, { time: 'expired', checks: [expiryCheck] });
    assert.equal(
      summaryLine(report, words),
      'Signature valid with my api (secret storage) · Expired 7 years ago (18 Jan 2018, 01:30:22 UTC)',
    );
  });

  it('tells when a token begins and ends', () => {
    const at = reportMoment + 240;
    const nbf: ClaimCheck = { claim: 'nbf', outcome: 'failed', code: 'notYetValid', facts: { at } };
    assert.match(
      summaryLine(aReport(valid, { time: 'notYetValid', checks: [nbf] }), words),
      /Not yet in force: begins in 4 minutes \(1 Jan 2026, 00:04:00 UTC\)$/,
    );
    const exp: ClaimCheck = { claim: 'exp', outcome: 'passed', code: 'notExpired', facts: { at } };
    assert.match(summaryLine(aReport(valid, { checks: [exp] }), words), /In force, expires in 4 minutes/);
    assert.match(summaryLine(aReport(valid, { time: 'unlimited' }), words), /Never expires$/);
  });

  it('cuts what the token says', () => {
    const reason = { code: 'kidUnknown', kid: 'x'.repeat(10_000) } as const;
    assert.ok(summaryLine(aReport({ status: 'unverifiable', reason }), words).length < 300);
  });
});
