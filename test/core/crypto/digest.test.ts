import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { digest } from '../../../src/core/crypto/digest';
import { hostEngine } from '../../../src/core/crypto/engine';

describe('digest', () => {
  for (const hash of ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const)
    it(`gives the ${hash} that Node gives, by WebCrypto and by library`, async () => {
      for (const length of [0, 1, 55, 64, 1000]) {
        const data = new Uint8Array(length).fill(length);
        const expected = new Uint8Array(createHash(hash.replace('-', '')).update(data).digest());
        assert.deepEqual(await digest(hash, data), expected);
        assert.deepEqual(await digest(hash, data, hostEngine()), expected);
        assert.deepEqual(await digest(hash, data, null), expected);
      }
    });

  it('takes a view into a larger buffer for what it shows', async () => {
    const view = Uint8Array.of(1, 2, 3, 4).subarray(1, 3);
    assert.deepEqual(await digest('SHA-256', view), await digest('SHA-256', Uint8Array.of(2, 3)));
  });
});
