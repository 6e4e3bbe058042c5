import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflateLimit, inflateRaw } from '../../../src/core/encoding/inflate';
import { workTime } from '../../support/workTime';

describe('inflateRaw', () => {
  it('gives back what was deflated at any level', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 0, max: 9 }), (bytes, level) => {
        const result = inflateRaw(deflateRawSync(bytes, { level }));
        assert.ok(result.status === 'inflated');
        assert.deepEqual(Buffer.from(result.bytes), Buffer.from(bytes));
      }),
    );
    const long = Buffer.from('{"claim":"value"}'.repeat(200_000));
    const result = inflateRaw(deflateRawSync(long));
    assert.ok(result.status === 'inflated' && long.equals(result.bytes));
  });

  it('takes exactly its limit and not one octet more', () => {
    const text = Buffer.alloc(100_000, 'full ');
    const deflated = deflateRawSync(text);
    const whole = inflateRaw(deflated, 100_000);
    assert.ok(whole.status === 'inflated' && text.equals(whole.bytes));
    assert.deepEqual(inflateRaw(deflated, 99_999), { status: 'tooLarge', limit: 99_999 });
  });

  it('ends a bomb early', () => {
    // 32 KiB that become 32 MiB, again and again: inflated whole it would be a gigabyte.
    const block = deflateRawSync(Buffer.alloc(32 << 20), { finishFlush: 2 });
    const bomb = Buffer.concat(Array.from({ length: 32 }, () => block));
    const took = workTime(() => {
      assert.deepEqual(inflateRaw(bomb), { status: 'tooLarge', limit: inflateLimit });
    });
    assert.ok(took < 5000);
  });

  it('tells what is no DEFLATE data, or cut off', () => {
    const whole = deflateRawSync(Buffer.from('a text that is cut off somewhere in the middle'));
    for (const data of [new Uint8Array(0), Uint8Array.of(7), Uint8Array.of(6, 1), whole.subarray(0, 20)])
      assert.deepEqual(inflateRaw(data), { status: 'malformed' });
  });

  it('never throws, whatever the octets', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => void inflateRaw(bytes)),
      { numRuns: 2000 },
    );
  });
});
