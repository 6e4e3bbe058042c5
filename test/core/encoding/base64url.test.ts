import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  decodeBase64url,
  encodeBase64,
  encodeBase64url,
  readBase64url,
} from '../../../src/core/encoding/base64url';
import { workTime } from '../../support/workTime';

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('base64url', () => {
  it('encodes as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.equal(encodeBase64url(bytes), Buffer.from(bytes).toString('base64url'));
        assert.equal(encodeBase64(bytes), Buffer.from(bytes).toString('base64'));
      }),
    );
  });

  it('decodes what it encoded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.deepEqual(decodeBase64url(encodeBase64url(bytes)), new Uint8Array(bytes));
      }),
    );
  });

  it('encodes a megabyte', () => {
    const bytes = new Uint8Array(1_000_003).fill(251);
    assert.equal(encodeBase64url(bytes), Buffer.from(bytes).toString('base64url'));
  });

  it('encodes ten megabytes in well under two seconds', () => {
    const bytes = new Uint8Array(10_000_000).fill(251);
    const milliseconds = Math.min(...[1, 2, 3].map(() => workTime(() => encodeBase64url(bytes))));
    assert.ok(milliseconds < 2000, `${milliseconds} ms`);
  });

  for (const [text, deviations, note] of [
    ['SGk', {}, 'strict'],
    ['SGk=', { padding: { count: 1, at: 3 } }, 'padding'],
    ['+/+-', { standard: { count: 3, at: 0 } }, 'standard alphabet'],
    ['SG k\n', { whitespace: { count: 2, at: 2 } }, 'white space'],
    ['SG!k', { foreignAt: 2 }, 'a foreign character'],
    ['SG=k', { foreignAt: 2, padding: { count: 1, at: 2 } }, 'padding in the middle'],
    ['SGkAA', { impossibleLength: 5 }, 'cut off'],
    ['SGl', { trailingBits: true }, 'unused bits set'],
    ['SGké', { foreignAt: 3 }, 'beyond ASCII'],
  ] as const) {
    it(`tells what deviates: ${note}`, () => {
      assert.deepEqual(readBase64url(text).deviations, deviations);
      assert.equal(decodeBase64url(text) === undefined, note !== 'strict');
    });
  }

  it('reads around what is foreign', () => {
    assert.equal(latin1(readBase64url('SG!k=').bytes), 'Hi');
  });
});

describe('white space in base64url', () => {
  const spaces = [0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0xa0, 0xfeff];
  it('is the space, what moves the carriage, the no-break space and the byte order mark', () => {
    for (let code = 0; code < 0x10000; code++) {
      const character = String.fromCharCode(code);
      if (/[\w=+/-]/.test(character)) continue;
      const { bytes, deviations } = readBase64url(`AA${character}AA`);
      const expected = spaces.includes(code) ? { whitespace: { count: 1, at: 2 } } : { foreignAt: 2 };
      assert.deepEqual(deviations, expected, `U+${code.toString(16)}`);
      assert.equal(bytes.length, 3);
    }
  });

  it('is told by its first place and its number', () =>
    assert.deepEqual(readBase64url(' A A+/A=\n=').deviations, {
      whitespace: { count: 3, at: 0 },
      standard: { count: 2, at: 4 },
      padding: { count: 2, at: 7 },
      impossibleLength: 5,
    }));

  it('tells of an impossible length, and then nothing of unused bits', () =>
    assert.deepEqual(readBase64url('AAAA_').deviations, { impossibleLength: 5 }));
});
