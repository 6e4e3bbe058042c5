import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { readUtf8 } from '../../../src/core/encoding/utf8';

describe('readUtf8', () => {
  const faulty: readonly (readonly [octets: readonly number[], at: number, note: string])[] = [
    [[0x80], 0, 'continuation alone'],
    [[0x41, 0xff], 1, 'octet that never stands'],
    [[0xc0, 0xaf], 0, 'overlong slash'],
    [[0xc1, 0x81], 0, 'overlong A'],
    [[0xe0, 0x9f, 0xbf], 0, 'overlong of three'],
    [[0xf0, 0x8f, 0xbf, 0xbf], 0, 'overlong of four'],
    [[0xed, 0xa0, 0x80], 0, 'surrogate'],
    [[0xf4, 0x90, 0x80, 0x80], 0, 'beyond U+10FFFF'],
    [[0xf5, 0x80, 0x80, 0x80], 0, 'lead octet beyond'],
    [[0x41, 0xc3], 1, 'cut off'],
    [[0x41, 0xe2, 0x82], 1, 'cut off in three'],
    [[0xe2, 0x41, 0xac], 0, 'second octet no continuation'],
    [[0xf0, 0x9f, 0x98, 0x41], 0, 'last octet no continuation'],
    [[0xef, 0xbf, 0xbd, 0x80], 3, 'honest U+FFFD before the fault'],
    [[0xef, 0xbb, 0xbf, 0x80], 3, 'byte order mark before the fault'],
  ];
  for (const [octets, at, note] of faulty)
    it(`tells the place of a fault: ${note}`, () => {
      const { invalidAt, text } = readUtf8(Uint8Array.from(octets));
      assert.equal(invalidAt, at);
      assert.ok(text.includes('\ufffd'));
    });

  it('takes a byte order mark off the text and tells of it', () => {
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b]);
    assert.deepEqual(readUtf8(marked), { text: '{', byteOrderMark: true });
    assert.deepEqual(readUtf8(utf8Bytes('a\ufeff')), { text: 'a\ufeff', byteOrderMark: false });
  });

  it('takes no honest U+FFFD for a fault', () => {
    assert.deepEqual(readUtf8(utf8Bytes('\ufffd')), { text: '\ufffd', byteOrderMark: false });
  });

  it('finds a fault exactly where a strict decoder refuses, and reads all else as it was written', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const refuses = (bytes: Uint8Array): boolean => {
      try {
        strict.decode(bytes);
        return false;
      } catch {
        return true;
      }
    };
    const nearUtf8 = fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xe0, 0xa0, 0xed, 0x9f, 0xf0, 0x90, 0xf4, 0x8f);
    fc.assert(
      fc.property(fc.uint8Array(), fc.array(nearUtf8), (random, near) => {
        for (const bytes of [random, Uint8Array.from(near)]) {
          const { invalidAt } = readUtf8(bytes);
          assert.equal(invalidAt !== undefined, refuses(bytes));
          if (invalidAt !== undefined) assert.equal(refuses(bytes.subarray(0, invalidAt)), false);
        }
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => readUtf8(utf8Bytes(`x${text}`)).text === `x${text}`,
      ),
    );
  });
});
