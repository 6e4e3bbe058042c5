import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeJsonBytes, decodeUtf8, encodeUtf8 } from '../../../../src/core/pyjwt/python/pythonDecode';
import { raised } from '../pyjwtCalls';

const octets = (text: string, encoding: BufferEncoding = 'latin1'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));
const utf16 = (text: string, big: boolean): Uint8Array =>
  new Uint8Array(big ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'));
const utf32 = (text: string, big: boolean): Uint8Array => {
  const buffer = Buffer.alloc(4 * Array.from(text).length);
  Array.from(text, (each) => each.codePointAt(0)).forEach((code = 0, at) =>
    big ? buffer.writeUInt32BE(code, 4 * at) : buffer.writeUInt32LE(code, 4 * at),
  );
  return new Uint8Array(buffer);
};

describe('decodeJsonBytes', () => {
  for (const text of ['{"a":"é😀"}', '[]', '1'])
    it(`finds the encoding of ${text}`, () => {
      for (const big of [true, false]) {
        assert.equal(decodeJsonBytes(utf16(text, big)), text);
        assert.equal(decodeJsonBytes(utf16(`\ufeff${text}`, big)), text);
        assert.equal(decodeJsonBytes(utf32(`\ufeff${text}`, big)), text);
        if (text.length > 1) assert.equal(decodeJsonBytes(utf32(text, big)), text);
      }
      assert.equal(decodeJsonBytes(octets(text, 'utf8')), text);
      assert.equal(decodeJsonBytes(octets(`\ufeff${text}`, 'utf8')), text);
    });

  it('takes off one byte order mark and no more', () => {
    assert.equal(decodeJsonBytes(octets('\ufeff\ufeff1', 'utf8')), '\ufeff1');
    assert.equal(decodeJsonBytes(octets('\xff\xfe')), '');
  });

  it('lets encoded surrogates pass', () => {
    assert.equal(decodeJsonBytes(octets('"\xed\xa0\x80"')), '"\ud800"');
    assert.equal(decodeJsonBytes(octets('"\0\0\xd8"\0')), '"\ud800"');
    assert.equal(decodeJsonBytes(utf32('"\ud800"', false)), '"\ud800"');
  });

  for (const [text, says] of [
    ['\xff\xfe{\0\0', "'utf-16-le' codec can't decode byte 0x00 in position 4: truncated data"],
    ['\xfe\xff\0{\0', "'utf-16-be' codec can't decode byte 0x00 in position 4: truncated data"],
    ['{\0\0\0}\0\0', "'utf-32-le' codec can't decode bytes in position 4-6: truncated data"],
    ['\xff\xfe\0\0{\0\0\0\x01', "'utf-32-le' codec can't decode byte 0x01 in position 8: truncated data"],
    [
      '\0\0\xfe\xff\0\x11\0\0',
      "'utf-32-be' codec can't decode bytes in position 4-7: code point not in range(0x110000)",
    ],
    ['\xef\xbb\xbf"\xff"', "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"],
  ] as const)
    it(`raises for ${JSON.stringify(text)}`, () => {
      assert.equal(raised(decodeJsonBytes(octets(text))), `UnicodeDecodeError: ${says}`);
    });
});

describe('decodeUtf8', () => {
  for (const [text, says] of [
    ['a\x80', 'byte 0x80 in position 1: invalid start byte'],
    ['\xc0\x80', 'byte 0xc0 in position 0: invalid start byte'],
    ['\xf5', 'byte 0xf5 in position 0: invalid start byte'],
    ['\xc3', 'byte 0xc3 in position 0: unexpected end of data'],
    ['\xc3(', 'byte 0xc3 in position 0: invalid continuation byte'],
    ['\xe0\x9f\xbf', 'byte 0xe0 in position 0: invalid continuation byte'],
    ['\xe2\x82', 'bytes in position 0-1: unexpected end of data'],
    ['\xe2\x82a', 'bytes in position 0-1: invalid continuation byte'],
    ['\xed\xa0\x80', 'byte 0xed in position 0: invalid continuation byte'],
    ['\xf0\x8f\xbf\xbf', 'byte 0xf0 in position 0: invalid continuation byte'],
    ['\xf0\x9f\x98', 'bytes in position 0-2: unexpected end of data'],
    ['\xf0\x9f\x98a', 'bytes in position 0-2: invalid continuation byte'],
    ['\xf4\x90\x80\x80', 'byte 0xf4 in position 0: invalid continuation byte'],
    ['é\xc3\xa9é', 'byte 0xe9 in position 0: invalid continuation byte'],
  ] as const)
    it(`raises for ${JSON.stringify(text)}`, () => {
      assert.equal(
        raised(decodeUtf8(octets(text))),
        `UnicodeDecodeError: 'utf-8' codec can't decode ${says}`,
      );
    });

  it('goes on behind surrogates that may pass, in every length of character', () => {
    const text = octets('a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xed\xbf\xbfb');
    assert.equal(decodeUtf8(text, true), 'aé€😀\udfffb');
    assert.match(raised(decodeUtf8(octets('\xed\xa0('), true)), /invalid continuation byte/);
  });

  it('gives back what was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const encoded = encodeUtf8(text);
        assert.equal(encoded instanceof Uint8Array ? decodeUtf8(encoded) : text, text);
      }),
    );
  });

  it('encodes no lone surrogate', () => {
    assert.match(raised(encodeUtf8('a\udc00')), /^UnicodeEncodeError/);
    assert.deepEqual(encodeUtf8('😀'), octets('😀', 'utf8'));
  });
});
