import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeHex, encodeHex } from '../../../src/core/encoding/hex';

describe('hex', () => {
  it('writes lower case and reads either', () => {
    assert.equal(encodeHex(Uint8Array.of(0, 10, 255)), '000aff');
    assert.deepEqual(decodeHex('000AfF'), Uint8Array.of(0, 10, 255));
    assert.deepEqual(decodeHex(''), new Uint8Array(0));
  });

  for (const text of ['0', 'abc', '0g', ' 00', '0x00', '0\u0660', '-1', '1.'])
    it(`reads nothing in ${JSON.stringify(text)}`, () => assert.equal(decodeHex(text), undefined));

  it('reads what it wrote', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.deepEqual(decodeHex(encodeHex(bytes)), bytes)));
  });
});
