import assert from 'node:assert/strict';
import { checkClaims, claimChecks, type Expectations } from '../../../src/core/pyjwt/claimChecks';
import { decodeOptions } from '../../../src/core/pyjwt/options';
import type { PythonValue } from '../../../src/core/pyjwt/python/pythonValue';
import { dict, iterator, now, py, set, timedelta, tuple, value } from './pyjwtCalls';

const nothing: Expectations = { audience: null, issuer: null, subject: null, leeway: 0n, now };

function judge(claims: object, expected: Partial<Expectations>, options: object = {}): string {
  const refusal = checkClaims(dict(claims), value(decodeOptions(dict(options), null)), {
    ...nothing,
    ...expected,
  });
  return refusal ? `${refusal.exception}: ${refusal.message}` : 'accepted';
}

const missing = (claim: string): string => `MissingRequiredClaimError: Token is missing the "${claim}" claim`;

describe('checkClaims', () => {
  it('keeps the order of PyJWT', () => {
    assert.deepEqual(
      claimChecks.map(({ claim }) => claim),
      ['iat', 'nbf', 'exp', 'iss', 'aud', 'sub', 'jti'],
    );
  });

  for (const { claim, option } of claimChecks)
    it(`passes over ${claim} where ${option} is off, and only there`, () => {
      const wrong = { [claim]: claim === 'aud' ? 'x' : claim === 'iss' ? 5 : {} };
      const expected = { issuer: 'me' };
      const others = claimChecks.filter((each) => each.option !== option).map((each) => [each.option, false]);
      const alone = Object.fromEntries(others) as object;
      assert.notEqual(judge(wrong, expected, alone), 'accepted');
      assert.equal(judge(wrong, expected, { ...alone, [option]: false }), 'accepted');
    });

  describe('iss', () => {
    const wrong = 'InvalidIssuerError: Invalid issuer';
    const noContainer = 'InvalidIssuerError: Issuer param must be "str" or "Container[str]"';
    for (const [iss, issuer, answer] of [
      ['me', 'me', 'accepted'],
      ['me', 'me/', wrong],
      ['m', 'me', wrong],
      ['', '', 'accepted'],
      ['me', '', wrong],
      [undefined, 'me', missing('iss')],
      [null, 'me', 'InvalidIssuerError: Payload Issuer (iss) must be a string'],
      [5, null, 'accepted'],
      [undefined, null, 'accepted'],
      ['me', ['you', 'me'], 'accepted'],
      ['me', ['you'], wrong],
      ['me', [], wrong],
      ['me', tuple('me'), 'accepted'],
      ['me', set('me'), 'accepted'],
      ['me', set('you'), wrong],
      ['me', iterator('you', 'me'), 'accepted'],
      ['me', dict({ me: 1 }), 'accepted'],
      ['me', 5n, noContainer],
      ['me', false, noContainer],
      ['me', timedelta(1), noContainer],
      ['me', Uint8Array.of(0x6d, 0x65), noContainer],
    ] as const)
      it(`${String(iss)} against ${JSON.stringify(issuer, shown)}: ${answer}`, () => {
        assert.equal(judge(iss === undefined ? {} : { iss }, { issuer: issuer }), answer);
      });
  });

  describe('aud', () => {
    const wrong = "InvalidAudienceError: Audience doesn't match";
    const format = 'InvalidAudienceError: Invalid claim format in token';
    for (const [aud, audience, answer] of [
      ['us', 'us', 'accepted'],
      ['us', 'u', wrong],
      [['us', 'them'], 'them', 'accepted'],
      [['us'], ['them', 'us'], 'accepted'],
      [['us'], ['them'], wrong],
      ['us', [], wrong],
      ['us', ['them', null, 'us'], 'accepted'],
      ['us', [5], wrong],
      ['us', tuple('us'), 'accepted'],
      ['us', set('us'), 'accepted'],
      ['us', iterator('them', 'us'), 'accepted'],
      ['us', dict({ us: 1 }), 'accepted'],
      ['us', Uint8Array.of(0x75, 0x73), wrong],
      [['us', 5], 'us', format],
      [[['us']], 'us', format],
      [5, 'us', format],
      [{ us: 1 }, 'us', format],
      [[''], '', 'accepted'],
      [undefined, 'us', missing('aud')],
      [null, 'us', missing('aud')],
      ['', 'us', missing('aud')],
      [[], ['us'], missing('aud')],
      [0, 'us', missing('aud')],
      [undefined, null, 'accepted'],
      [null, null, 'accepted'],
      ['', null, 'accepted'],
      [[], null, 'accepted'],
      [{}, null, 'accepted'],
      [false, null, 'accepted'],
      ['us', null, 'InvalidAudienceError: Invalid audience'],
      [[''], null, 'InvalidAudienceError: Invalid audience'],
      ['us', 5n, 'TypeError: audience must be a string, iterable or None'],
      ['us', timedelta(1), 'TypeError: audience must be a string, iterable or None'],
    ] as const)
      it(`${JSON.stringify(aud)} against ${JSON.stringify(audience, shown)}: ${answer}`, () => {
        assert.equal(judge(aud === undefined ? {} : { aud }, { audience: audience }), answer);
      });

    for (const [aud, audience, answer] of [
      ['us', 'us', 'accepted'],
      ['us', 'them', "InvalidAudienceError: Audience doesn't match (strict)"],
      [['us'], 'us', 'InvalidAudienceError: Invalid claim format in token (strict)'],
      ['us', ['us'], 'InvalidAudienceError: Invalid audience (strict)'],
      [['us'], ['us'], 'InvalidAudienceError: Invalid audience (strict)'],
      [undefined, 'us', missing('aud')],
      ['us', null, 'InvalidAudienceError: Invalid audience'],
      [undefined, null, 'accepted'],
    ] as const)
      it(`strictly ${JSON.stringify(aud)} against ${JSON.stringify(audience)}: ${answer}`, () => {
        const expected = { audience: py(audience) };
        assert.equal(judge(aud === undefined ? {} : { aud }, expected, { strict_aud: true }), answer);
      });

    it('judges the argument before required claims, and though its check is off', () => {
      const options = { verify_aud: false, require: ['role'] };
      assert.match(judge({}, { audience: 5n }, options), /^TypeError/);
      assert.equal(judge({}, { audience: 'us' }, options), missing('role'));
    });
  });

  describe('sub and jti', () => {
    for (const [claims, subject, answer] of [
      [{ sub: 'u' }, null, 'accepted'],
      [{ sub: 'u' }, 'u', 'accepted'],
      [{ sub: '' }, '', 'accepted'],
      [{ sub: 'u' }, 'U', 'InvalidSubjectError: Invalid subject'],
      [{ sub: 'u' }, '', 'InvalidSubjectError: Invalid subject'],
      [{ sub: '5' }, 5, 'InvalidSubjectError: Invalid subject'],
      [{}, 'u', 'accepted'],
      [{ sub: null }, null, 'InvalidSubjectError: Subject must be a string'],
      [{ sub: 5 }, null, 'InvalidSubjectError: Subject must be a string'],
      [{ jti: 'i' }, null, 'accepted'],
      [{ jti: null }, null, 'InvalidJTIError: JWT ID must be a string'],
      [{ jti: 5 }, null, 'InvalidJTIError: JWT ID must be a string'],
    ] as const)
      it(`${JSON.stringify(claims)}, subject ${String(subject)}: ${answer}`, () => {
        assert.equal(judge(claims, { subject: py(subject) }), answer);
      });
  });

  describe('require', () => {
    for (const [claims, require, answer] of [
      [{ exp: now + 9 }, ['exp'], 'accepted'],
      [{}, ['exp', 'iat'], missing('exp')],
      [{ exp: now + 9 }, ['exp', 'iat'], missing('iat')],
      [{ role: null }, ['role'], missing('role')],
      [{ role: false }, ['role'], 'accepted'],
      [{ role: '' }, ['role'], 'accepted'],
      [{}, 'exp', missing('e')],
      [{}, '', 'accepted'],
      [{}, tuple('sub'), missing('sub')],
      [{}, [''], missing('')],
      [{}, [5n], missing('5')],
      [{}, [null], missing('None')],
      [{}, ['constructor'], missing('constructor')],
      [{}, dict({ sub: 1 }), missing('sub')],
      [{}, null, "TypeError: 'NoneType' object is not iterable"],
      [{}, 5n, "TypeError: 'int' object is not iterable"],
      [{}, [['exp']], "TypeError: unhashable type: 'list'"],
    ] as const)
      it(`${JSON.stringify(claims)} with ${JSON.stringify(require, shown)}: ${answer}`, () => {
        const options = decodeOptions(new Map<string, PythonValue>([['require', require]]), null);
        const refusal = checkClaims(dict(claims), value(options), nothing);
        assert.equal(refusal ? `${refusal.exception}: ${refusal.message}` : 'accepted', answer);
      });
  });
});

/** For titles: what JSON cannot write. */
function shown(_name: string, each: unknown): unknown {
  if (each instanceof Map) return Object.fromEntries(each);
  return typeof each === 'bigint' ? Number(each) : each;
}
