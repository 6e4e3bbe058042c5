import assert from 'node:assert/strict';
import { decodeOptions, isOn, isOption } from '../../../src/core/pyjwt/options';
import { dict, py, raised, value } from './pyjwtCalls';

const claims = ['exp', 'nbf', 'iat', 'aud', 'iss', 'sub', 'jti'] as const;

describe('decodeOptions', () => {
  it('has everything on but strictness, where nothing is given', () => {
    const options = value(decodeOptions(undefined, undefined));
    assert.equal(options.verifySignature, true);
    for (const claim of claims) assert.equal(isOn(options, `verify_${claim}`), true);
    assert.equal(isOn(options, 'strict_aud'), false);
    assert.equal(isOn(options, 'enforce_minimum_key_length'), false);
    assert.deepEqual(options.values.get('require'), []);
  });

  for (const off of [false, null, 0, ''])
    it(`takes the claims' checks with verify_signature=${JSON.stringify(off)}, but for those given beside it`, () => {
      const options = value(decodeOptions(dict({ verify_signature: off, verify_exp: 'false' }), undefined));
      assert.equal(options.verifySignature, py(off));
      for (const claim of claims) assert.equal(isOn(options, `verify_${claim}`), claim === 'exp', claim);
    });

  it('lets the call speak over the object, but for the signature', () => {
    const instance = dict({ verify_signature: false, verify_iss: true, require: ['exp'], strict_aud: true });
    const options = value(decodeOptions(dict({ require: [] }), instance));
    assert.equal(options.verifySignature, true);
    assert.equal(isOn(options, 'verify_exp'), false);
    assert.equal(isOn(options, 'verify_iss'), true);
    assert.equal(isOn(options, 'strict_aud'), true);
    assert.deepEqual(options.values.get('require'), []);
  });

  it('keeps names it does not know without a word', () => {
    const options = value(decodeOptions(dict({ require_exp: true }), undefined));
    assert.deepEqual(options.values.get('require'), []);
    assert.equal(isOption('require_exp'), false);
    assert.equal(isOption('require'), true);
  });

  it('raises what Python raises for options that are no dict', () => {
    assert.equal(
      raised(decodeOptions('x', undefined)),
      "AttributeError: 'str' object has no attribute 'get'",
    );
    assert.equal(raised(decodeOptions(undefined, 5n)), "AttributeError: 'int' object has no attribute 'get'");
  });
});
