import assert from 'node:assert/strict';
import { aCompactJws } from '../../support/aToken';
import { everydayTokens } from '../../support/everydayTokens';
import {
  codesOf,
  findingCases,
  findingsMoment as now,
  findingsOf,
  withClaims,
  withHeader,
} from '../../support/findingCases';

const hour = 3600;

describe('findings', () => {
  for (const [note, text, found] of findingCases)
    it(`of a token with ${note}: ${found.join(', ') || 'none'}`, () => {
      assert.deepEqual(codesOf(text).sort(), [...found].sort());
    });

  it('have a reference, and a place where they have a subject', () => {
    for (const [note, text] of findingCases)
      for (const { code, reference, subject, span } of findingsOf(text)) {
        assert.ok(reference, `${note}: ${code}`);
        if (subject !== undefined) assert.ok(span, `${note}: ${code}`);
      }
  });

  it('begin with the gravest', () => {
    const grave = findingsOf(
      aCompactJws({ alg: 'EdDSA', crit: ['x'], x: 1 }, { sub: 42, email: 'a@b.example' }),
    );
    assert.deepEqual(
      grave.map(({ severity }) => severity),
      ['error', 'warning', 'information', 'hint', 'hint'],
    );
  });

  it('say what the times should be', () => {
    const [finding] = findingsOf(withClaims({ exp: (now + hour) * 1000 + 7 }));
    assert.deepEqual(finding.facts, { name: 'exp', value: (now + hour) * 1000 + 7, seconds: now + hour });
  });

  it('say which name is meant', () => {
    const meant = (alg: string): unknown => findingsOf(withHeader({ alg }))[0]?.facts['suggestion'];
    assert.equal(meant('hs512'), 'HS512');
    assert.equal(meant('SHA256withRSA'), 'RS256');
    assert.equal(meant('RSA-SHA384'), 'RS384');
    assert.equal(meant('http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256'), 'ES256');
    assert.equal(meant('rsa-pss-sha512'), 'PS512');
    assert.equal(meant('ml-dsa-44'), 'ML-DSA-44');
    assert.equal(meant('Ed 25519'), 'Ed25519');
  });

  it('tell of clocks that differ, by the claim that keeps the token out', () => {
    const told = (claims: object): unknown =>
      findingsOf(withClaims(claims)).map(({ subject, severity, facts }) => [
        subject,
        severity,
        facts['count'],
      ]);
    assert.deepEqual(told({ iat: now + 20, nbf: now + 20 }), [['nbf', 'warning', 20]]);
    assert.deepEqual(told({ iat: now + 20 }), [['iat', 'information', 20]]);
    assert.deepEqual(told({ nbf: now + 301 }), []);
    assert.deepEqual(told({ nbf: now }), []);
  });

  it('never tell values', () => {
    for (const { facts } of findingsOf(withClaims({ password: 'hunter2', email: 'jess@b.example' })))
      assert.ok(!/hunter2|jess/.test(JSON.stringify(facts)));
  });

  it('cut what the token says', () => {
    const [finding] = findingsOf(withHeader({ kid: `../${'x'.repeat(5000)}` }));
    assert.ok(String(finding.facts['kid']).length <= 201);
  });

  it('allow for leeway', () => {
    const ahead = withClaims({ iat: now + 100 });
    assert.deepEqual(codesOf(ahead), ['issuedInFuture']);
    assert.deepEqual(
      findingsOf(ahead, 60).map(({ code, facts }) => [code, facts['leeway']]),
      [['clockSkew', 100]],
    );
    assert.deepEqual(findingsOf(ahead, 100), []);
  });
});

describe('everyday tokens', () => {
  for (const [note, text] of everydayTokens)
    it(`give no cause for warning: ${note}`, () => {
      const grave = findingsOf(text).filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(grave, []);
    });
});
