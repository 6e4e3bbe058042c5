import * as assert from 'node:assert/strict';
import { closingLine } from '../../scripts/lib/closingLine.mjs';

describe('closingLine', () => {
  it('reads the counts from the last line', () => {
    const result = closingLine('case 1: wrong\n12 passed, 1 failed\n\n');
    assert.deepEqual([result?.passed, result?.failed], [12, 1]);
  });

  it('finds nothing where the output goes on, or never came to that line', () => {
    assert.equal(closingLine('12 passed, 0 failed\nError: out of memory'), undefined);
    assert.equal(closingLine('all 12 passed, 0 failed'), undefined);
    assert.equal(closingLine(''), undefined);
  });
});
