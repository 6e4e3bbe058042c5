import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { KeySummary } from '../../../src/core/keys/key';
import type { Answer } from '../../../src/core/present/answer';
import { questionOrder, summaryLine, verdictOf, type Verdict } from '../../../src/core/present/verdict';
import { english } from '../../../src/core/present/wording';
import type { ClaimCheck, SignatureAnswer, VerificationReport } from '../../../src/core/verify/report';
import { aReport, fullSummary, reportMoment } from '../../support/aReport';
import { aCompactJwe, aCompactJws } from '../../support/aToken';
import { sampleReasons } from '../../support/sampleFacts';

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

const verdict = (text: string, report?: VerificationReport): Verdict =>
  verdictOf(inspectToken(parseToken(text), reportMoment), report, words);
const summary = (text: string, report?: VerificationReport): string => summaryLine(verdict(text, report));

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
      assert.doesNotMatch(summary(expired, report), /valid/i);
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

describe('the summary of a verdict', () => {
  it('says signature and time in one line, neither hiding the other', () => {
    const report = aReport(valid, { time: 'expired', checks: [expiryCheck] });
    assert.equal(
      summary(expired, report),
      'Signature valid with my api (secret storage) · Expired 7 years ago (18 Jan 2018, 01:30:22 UTC)',
    );
  });

  it('tells when a token begins and ends, by the clock where that is today', () => {
    const at = reportMoment + 240;
    const token = (claims: object): string => aCompactJws({ alg: 'HS256', typ: 'JWT' }, claims);
    assert.match(
      summary(token({ nbf: at }), aReport(valid, { time: 'notYetValid' })),
      /Not yet in force: begins in 4 minutes \(00:04, UTC\)$/,
    );
    assert.match(
      summary(token({ exp: at }), aReport(valid)),
      /In force, expires in 4 minutes \(00:04, UTC\)$/,
    );
    assert.match(summary(token({}), aReport(valid, { time: 'unlimited' })), /Never expires$/);
  });

  it('tells what is not well formed, and what was expected, last', () => {
    const checks: ClaimCheck[] = [
      { claim: 'iss', outcome: 'failed', code: 'mismatch', facts: { found: 'a', expected: 'b' } },
    ];
    assert.match(
      summary(`${expired}=`, aReport(valid, { time: 'expired', checks })),
      /^Signature valid .* · Expired .* · Not as expected: .* · The signature ends in “=”\./,
    );
  });

  it('cuts what the token says', () => {
    const reason = { code: 'kidUnknown', kid: 'x'.repeat(10_000) } as const;
    assert.ok(summary(expired, aReport({ status: 'unverifiable', reason })).length < 300);
  });

  it('says “valid” of a signature that was verified with a key of ours, and of no other', () => {
    const origin = fc.constantFrom<KeySummary['origin']>(
      { from: 'token' },
      { from: 'secretStorage', name: '7' },
      { from: 'remote', url: 'https://7.example' },
    );
    const key = origin.map((from): KeySummary => ({ ...secret, origin: from }));
    const answer = fc.oneof(
      key.map((one): SignatureAnswer => ({ status: 'valid', key: one, chosenBy: 'tried' })),
      fc.array(key, { maxLength: 3 }).map((tried): SignatureAnswer => ({ status: 'invalid', tried })),
      fc.constant<SignatureAnswer>({ status: 'unsecured' }),
      fc
        .constantFrom(...Object.values(sampleReasons))
        .map((reason): SignatureAnswer => ({ status: 'unverifiable', reason })),
    );
    const report = fc.record({
      answers: fc.array(answer, { minLength: 1, maxLength: 4 }),
      time: fc.constantFrom<VerificationReport['time']>(
        'inForce',
        'expired',
        'notYetValid',
        'unlimited',
        'unreadable',
        'unknown',
      ),
      checks: fc.constantFrom<readonly ClaimCheck[]>([], [expiryCheck]),
      token: fc.constantFrom(
        expired,
        `${expired}=`,
        aCompactJws({ alg: 'none' }, {}, ''),
        aCompactJws({ alg: 'HS256' }, { exp: reportMoment + 5, nbf: reportMoment + 3 }),
        aCompactJwe({ alg: 'dir', enc: 'A256GCM' }),
        'x.y',
      ),
    });
    fc.assert(
      fc.property(report, ({ answers, time, checks, token }) => {
        const [first, ...others] = answers;
        const said = verdict(token, aReport(first, { signatures: [first, ...others], time, checks }));
        const isProven = answers.some((one) => one.status === 'valid' && one.key.origin.from !== 'token');
        assert.equal(/\bvalid/i.test(summaryLine(said)), isProven);
        for (const question of questionOrder)
          if (question !== 'signature') assert.doesNotMatch(said[question].text, /valid/i);
        const areAllProven = answers.every(
          (one) => one.status === 'valid' && one.key.origin.from !== 'token',
        );
        assert.equal(said.signature.status === 'pass', areAllProven);
      }),
    );
  });
});
