import assert from 'node:assert/strict';
import type { KeyOrigin, KeyWeakness } from '../../src/core/keys/key';
import type { SignatureAnswer, UnverifiableReason } from '../../src/core/verify/report';
import { keySummary, verificationReport } from '../../src/protocol/reportShape';
import { aReport, fullSummary } from '../support/aReport';

const origins: readonly KeyOrigin[] = [
  { from: 'file', path: 'a.pem', uri: 'file:///a.pem' },
  { from: 'secretStorage', name: 'mine' },
  { from: 'variable', name: 'JWT_SECRET', path: '.env', uri: 'file:///.env', line: 12 },
  { from: 'token' },
  { from: 'remote', url: 'https://issuer.example/jwks.json' },
];
const weaknesses: readonly KeyWeakness[] = [
  { code: 'key.rsaTooSmall', bits: 1024, minimum: 2048 },
  { code: 'key.secretTooShort', bits: 120, minimum: 256 },
  { code: 'key.secretEmpty' },
  { code: 'key.secretLooksLikePublicKey' },
  { code: 'key.smallExponent', exponent: 3 },
];
const reasons: readonly UnverifiableReason[] = [
  { code: 'noKeys' },
  { code: 'workspaceNotTrusted' },
  { code: 'noFittingKey', alg: 'ES256', known: 3 },
  { code: 'kidUnknown', kid: 'k' },
  { code: 'algUnavailable', alg: 'ES256K' },
  { code: 'criticalUnknown', name: 'exp' },
  { code: 'stopped', tried: 64 },
  { code: 'keyUnusable', key: fullSummary, problem: 'keyDecode' },
];
const answers: readonly SignatureAnswer[] = [
  { status: 'valid', key: fullSummary, chosenBy: 'onlyFit' },
  { status: 'invalid', tried: [fullSummary, fullSummary] },
  { status: 'unsecured' },
  ...reasons.map((reason) => ({ status: 'unverifiable' as const, reason })),
];

describe('keySummary', () => {
  it('accepts a summary with every member, and one with the least', () => {
    assert.equal(keySummary(fullSummary), true);
    const { id, kty, bits, kind, format, origin } = fullSummary;
    const least = { id, kty, bits, kind, format, origin, weaknesses: [] };
    assert.equal(keySummary(least), true);
  });

  it('accepts every origin and weakness', () => {
    for (const origin of origins) assert.equal(keySummary({ ...fullSummary, origin }), true, origin.from);
    assert.equal(keySummary({ ...fullSummary, weaknesses }), true);
  });

  for (const name of ['material', 'key', 'd', 'k', 'pem', 'secret', 'labels']) {
    it(`refuses a summary that carries more than it may: ${name}`, () => {
      assert.equal(keySummary({ ...fullSummary, [name]: 'AQAB' }), false);
      assert.equal(keySummary({ ...fullSummary, origin: { ...fullSummary.origin, [name]: 'x' } }), false);
    });
  }
});

describe('verificationReport', () => {
  for (const answer of answers) {
    const note = answer.status === 'unverifiable' ? answer.reason.code : answer.status;
    it(`accepts the answer ${note}, after the wire too`, () => {
      assert.equal(verificationReport(aReport(answer)), true);
      assert.equal(verificationReport(JSON.parse(JSON.stringify(aReport(answer)))), true);
    });
  }

  it('accepts checks and findings with their facts', () => {
    const report = aReport(undefined, {
      time: 'expired',
      checks: [{ claim: 'exp', outcome: 'failed', code: 'expired', facts: { at: 1_516_239_022, ago: 60 } }],
      findings: [
        {
          code: 'weakKey',
          severity: 'warning',
          span: { start: 0, end: 36 },
          facts: {},
          reference: 'RFC 7518 §3.2',
        },
      ],
    });
    assert.equal(verificationReport(report), true);
  });

  for (const [note, change] of [
    ['no signature at all', { signatures: [] }],
    ['an unknown status', { signatures: [{ status: 'fine' }] }],
    ['valid without a key', { signatures: [{ status: 'valid', chosenBy: 'kid' }] }],
    ['a moment that is no number', { moment: 'now' }],
    ['an unknown standing', { time: 'forever' }],
    [
      'facts that are objects',
      { checks: [{ claim: 'a', outcome: 'passed', code: 'matches', facts: { a: {} } }] },
    ],
    ['a key beside the answers', { key: {} }],
  ] as const) {
    it(`refuses ${note}`, () => {
      assert.equal(verificationReport({ ...aReport(), ...change }), false);
    });
  }
});
