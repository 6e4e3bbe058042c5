import assert from 'node:assert/strict';
import { referenceScan } from '../../src/core/detect/grammar';
import { scanTokens, TokenScanner } from '../../src/core/detect/scan';
import { tokenAt } from '../../src/core/detect/tokenAt';
import { scanWrapped } from '../../src/core/detect/wrapped';
import { touches } from '../../src/core/jose/span';
import { mutatedDocument } from './mutate';
import type { Target } from './target';

/** Detection finds what its definition finds, at once, in pieces and at an offset. */
export const detectTarget: Target = {
  make: mutatedDocument,
  run: (text, random) => {
    const found = scanTokens(text);
    assert.deepEqual(found, referenceScan(text));
    const scanner = new TokenScanner(text);
    scanner.scanTo(random.below(text.length + 1));
    scanner.scanTo(text.length);
    assert.deepEqual(scanner.tokens, found);
    const offset = random.below(text.length + 1);
    assert.deepEqual(
      tokenAt(text, offset),
      found.findLast((span) => touches(span, offset)),
    );
    for (const { start, end } of scanWrapped(text)) assert.ok(start < end && end <= text.length);
  },
};
