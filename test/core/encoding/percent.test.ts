import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodePercent } from '../../../src/core/encoding/percent';

describe('decodePercent', () => {
  const cases: readonly (readonly [text: string, decoded: string, count: number])[] = [
    ['a%2Eb%7e', 'a.b~', 2],
    ['%C3%A9', 'é', 2],
    ['100% %2 %zz %', '100% %2 %zz %', 0],
    ['%%41', '%A', 1],
    ['%252E', '%2E', 1],
    ['+', '+', 0],
    ['%FF', '\ufffd', 1],
  ];
  for (const [text, decoded, count] of cases)
    it(`undoes ${text} once and counts`, () =>
      assert.deepEqual(decodePercent(text), { text: decoded, count }));

  it('undoes what encodeURIComponent does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.equal(decodePercent(encodeURIComponent(text)).text, text);
      }),
    );
  });
});
