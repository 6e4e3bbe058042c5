import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJson } from '../../../src/core/encoding/json';
import type { JsonNode } from '../../../src/core/encoding/jsonNode';
import { readNumericDate, standingAt } from '../../../src/core/jose/numericDate';

const node = (text: string): JsonNode | undefined => readJson(text).node;

describe('readNumericDate', () => {
  const readable: readonly (readonly [text: string, seconds: number])[] = [
    ['1516239022', 1516239022],
    ['1516239022.75', 1516239022.75],
    ['0', 0],
    ['-1', -1],
    ['1.5e9', 1.5e9],
    ['1e300', 1e300],
  ];
  for (const [text, seconds] of readable)
    it(`reads ${text}`, () => assert.equal(readNumericDate(node(text)), seconds));

  for (const text of ['"1516239022"', 'null', 'true', '[1]', '{}', '1e400', '-1e400'])
    it(`reads no moment in ${text}`, () => assert.equal(readNumericDate(node(text)), undefined));

  it('reads nothing where there is nothing', () => assert.equal(readNumericDate(undefined), undefined));
});

describe('standingAt', () => {
  const stands = (exp: string, nbf: string, moment: number, leeway?: number): string =>
    standingAt({ exp: node(exp), nbf: node(nbf) }, moment, leeway);

  it('calls a token expired from exp on, and not a moment before', () => {
    assert.equal(stands('100', '', 99.999), 'inForce');
    assert.equal(stands('100', '', 100), 'expired');
    assert.equal(stands('100.5', '', 100.25), 'inForce');
  });

  it('calls a token not yet valid until nbf', () => {
    assert.equal(stands('', '100', 99.999), 'notYetValid');
    assert.equal(stands('', '100', 100), 'unlimited');
    assert.equal(stands('200', '100', 100), 'inForce');
  });

  it('lets leeway work in favour of the token at both ends', () => {
    assert.equal(stands('100', '', 109.9, 10), 'inForce');
    assert.equal(stands('100', '', 110, 10), 'expired');
    assert.equal(stands('', '100', 90, 10), 'unlimited');
    assert.equal(stands('', '100', 89.9, 10), 'notYetValid');
  });

  it('says expired of a token that is over before it counts', () =>
    assert.equal(stands('100', '200', 150), 'expired'));

  it('cannot read a claim that is no number', () => {
    assert.equal(stands('"100"', '', 0), 'unreadable');
    assert.equal(stands('100', 'null', 0), 'unreadable');
    assert.equal(stands('1e999', '', 0), 'unreadable');
  });

  it('takes iat for no limit', () => {
    assert.equal(standingAt({ iat: node('500') }, 100), 'unlimited');
    assert.equal(standingAt({}, 100), 'unlimited');
  });

  it('is in force exactly between nbf and exp', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer(), fc.nat(1000), (nbf, exp, moment, leeway) => {
        const inForce = moment + leeway >= nbf && moment - leeway < exp;
        assert.equal(stands(String(exp), String(nbf), moment, leeway) === 'inForce', inForce);
      }),
    );
  });
});
