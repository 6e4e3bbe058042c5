import assert from 'node:assert/strict';
import { referenceScan } from '../../../src/core/detect/grammar';
import { scanTokens } from '../../../src/core/detect/scan';
import { tokenAt } from '../../../src/core/detect/tokenAt';
import { scanWrapped } from '../../../src/core/detect/wrapped';
import { hostilePatterns, hostileText } from '../../fuzz/hostile.mjs';
import { workTime } from '../../support/workTime';

/** Far above what linear work needs on a busy machine, far below what quadratic work needs on an idle one. */
const patience = 10_000;

describe('scanTokens on hostile texts', () => {
  for (const name of Object.keys(hostilePatterns)) {
    it(`gets through 2 MB of ${name}`, () => {
      const text = hostileText(name, 2_000_000);
      const took = workTime(() => {
        scanTokens(text);
        scanWrapped(text);
        for (const offset of [0, 1_000_000, text.length]) tokenAt(text, offset);
      });
      assert.ok(took < patience, `${took.toFixed(0)} ms`);
    });

    it(`finds what its definition finds in ${name}`, () => {
      const text = hostileText(name, 3000);
      assert.deepEqual(scanTokens(text), referenceScan(text));
    });
  }

  it('gets through a line of 20 MB', () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.e30.AAAA';
    const text = `${'x '.repeat(10_000_000)}${token}`;
    assert.equal(scanTokens(text).length, 1);
  });
});
