import assert from 'node:assert/strict';
import { basesOf, isA, isNative, isRaised, Raised } from '../../../src/core/pyjwt/exceptions';
import { refuse } from '../../../src/core/pyjwt/refusals';

describe('the tree of exceptions', () => {
  for (const [exception, bases] of [
    ['InvalidSignatureError', ['DecodeError', 'InvalidTokenError', 'PyJWTError']],
    ['MissingRequiredClaimError', ['InvalidTokenError', 'PyJWTError']],
    ['InvalidKeyError', ['PyJWTError']],
    ['PyJWKClientConnectionError', ['PyJWKClientError', 'PyJWTError']],
    ['JSONDecodeError', ['ValueError']],
    ['TypeError', []],
  ] as const)
    it(`puts ${exception} below ${bases.join(', ') || 'Exception alone'}`, () => {
      assert.deepEqual(basesOf(exception), bases);
    });

  it('knows what except catches', () => {
    assert.equal(isA('DecodeError', 'DecodeError'), true);
    assert.equal(isA('InvalidSignatureError', 'DecodeError'), true);
    assert.equal(isA('InvalidKeyError', 'InvalidTokenError'), false);
    assert.equal(isNative('InvalidKeyError'), false);
    assert.equal(isNative('UnicodeDecodeError'), true);
    const fault = new Raised('JSONDecodeError', 'x');
    assert.equal(isRaised(fault, 'ValueError'), true);
    assert.equal(isRaised(fault, 'TypeError'), false);
    assert.equal(isRaised('x'), false);
  });
});

describe('refuse', () => {
  it('fills in facts and leaves what is no fact', () => {
    assert.equal(refuse('critUnsupported', { name: 'x' }).message, 'Unsupported critical extension: x');
    assert.equal(refuse('ktyMissing').message, 'kty is not found: {…}');
    assert.equal(
      refuse('jwkPrivateWidth', { width: '32', crv: 'P-256' }).message,
      "('D should be {} bytes for curve {}', 32, 'P-256')",
    );
  });

  it('never fills in a fact that another fact brought', () => {
    assert.equal(
      refuse('critUnsupported', { name: '{name}' }).message,
      'Unsupported critical extension: {name}',
    );
  });

  it('tells how far the words are sure', () => {
    assert.equal(refuse('signatureWrong').messageKind, 'exact');
    assert.equal(refuse('jsonSyntax').messageKind, 'prefix');
    assert.equal(refuse('keyFamily').messageKind, 'pattern');
    assert.equal(refuse('signatureWrong').code, 'signatureWrong');
  });
});
