import assert from 'node:assert/strict';
import fc from 'fast-check';
import { touches } from '../../../src/core/jose/span';
import { scanTokens } from '../../../src/core/detect/scan';
import { tokenAt, type TextSlices } from '../../../src/core/detect/tokenAt';
import { expanded } from './marked';
import { nearMisses } from './texts';

/** A text of any length around a few lines, that counts what is read of it. */
class HugeText implements TextSlices {
  readonly length: number;
  read = 0;
  private readonly middle: string;
  readonly start: number;

  constructor(before: number, middle: string, after: number) {
    this.start = before;
    this.middle = middle;
    this.length = before + middle.length + after;
  }

  slice(start: number, end: number): string {
    this.read += end - start;
    const inside = this.middle.slice(Math.max(0, start - this.start), Math.max(0, end - this.start));
    const before = ' '.repeat(Math.max(0, Math.min(end, this.start) - start));
    const after = ' '.repeat(Math.max(0, end - Math.max(start, this.start + this.middle.length)));
    return before + inside + after;
  }
}

describe('tokenAt', () => {
  it('finds the token the offset lies in or at the edge of, and nothing beside it', () => {
    const text = expanded('a <H>.<P>.<S> b');
    const [token] = scanTokens(text);
    assert.ok(token);
    assert.equal(tokenAt(text, token.start - 1), undefined);
    assert.deepEqual(tokenAt(text, token.start), token);
    assert.deepEqual(tokenAt(text, token.start + 20), token);
    assert.deepEqual(tokenAt(text, token.end), token);
    assert.equal(tokenAt(text, token.end + 1), undefined);
  });

  it('finds a JSON serialization over several lines, from any of its characters', () => {
    const text = expanded('x\n{\n  "payload": "<P>",\n  "protected": "<H>",\n  "signature": "<S>"\n}\ny');
    const [token] = scanTokens(text);
    assert.ok(token);
    for (let offset = 0; offset <= text.length; offset++)
      assert.deepEqual(tokenAt(text, offset), touches(token, offset) ? token : undefined);
  });

  it('answers of two tokens that touch with the second', () => {
    const object = expanded('{"payload":"<P>","protected":"<H>","signature":"<S>"}');
    assert.equal(tokenAt(object + object, object.length)?.start, object.length);
  });

  it('finds what a scan of the whole text finds there', () => {
    fc.assert(
      fc.property(nearMisses, fc.nat(600), (text, offset) => {
        const expected = scanTokens(text).findLast((span) => touches(span, offset));
        assert.deepEqual(tokenAt(text, offset), expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a token of 64 KB, and one of 1 MB, from its first, middle and last character', () => {
    for (const length of [65_536, 1_000_000]) {
      const token = expanded(`<H>.${'A'.repeat(length)}.<S>`);
      const text = new HugeText(3_000_000, token, 3_000_000);
      for (const offset of [0, 5, token.length >> 1, token.length]) {
        const span = tokenAt(text, text.start + offset);
        assert.deepEqual(span, { start: text.start, end: text.start + token.length, kind: 'jws-compact' });
      }
    }
  });

  it('reads as much of a document of 4 GB as of a small one', () => {
    const token = expanded('<H>.<P>.<S>');
    const text = new HugeText(2 ** 32, token, 2 ** 32);
    assert.equal(tokenAt(text, text.start + 9)?.start, text.start);
    assert.ok(text.read <= 2 * 65_536, `${text.read} characters`);
  });

  it('gives up on token characters that go on for megabytes', () => {
    const text = new HugeText(10, 'A'.repeat(8_000_000), 10);
    assert.equal(tokenAt(text, 4_000_000), undefined);
    assert.ok(text.read < 4_000_000, `${text.read} characters`);
  });

  it('finds nothing outside the text', () => {
    const text = expanded('<H>.<P>.<S>');
    for (const offset of [-5, text.length + 1, text.length + 100_000, NaN])
      assert.equal(tokenAt(text, offset), undefined);
  });
});
