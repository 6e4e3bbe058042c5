import assert from 'node:assert/strict';
import { extendExpiry } from '../../../src/core/sign/extendExpiry';

const now = 1_000_000.5;

describe('extendExpiry', () => {
  for (const [what, payload, extended, exp] of [
    ['counts from now for a token that is over', '{"exp":5}', '{"exp":1003600}', 1_003_600],
    ['counts from its end for one that is in force', '{"exp":2000000}', '{"exp":2003600}', 2_003_600],
    ['drops a fraction', '{"exp":2000000.9}', '{"exp":2003600}', 2_003_600],
    [
      'leaves all else as it is written',
      '{ "b": 1.0, "exp": 5, "a": "\\u0041", "b": 2 }',
      '{ "b": 1.0, "exp": 1003600, "a": "\\u0041", "b": 2 }',
      1_003_600,
    ],
    ['moves the last of several, which counts', '{"exp":1,"exp":2}', '{"exp":1,"exp":1003600}', 1_003_600],
  ] as const)
    it(what, () => {
      assert.deepEqual(extendExpiry(payload, now, 3600), { payloadText: extended, exp });
    });

  for (const [payload, fault] of [
    ['no JSON', 'noClaims'],
    ['[1]', 'noClaims'],
    ['{"sub":"a"}', 'noExpiry'],
    ['{"exp":"2026"}', 'notNumericDate'],
    ['{"exp":null}', 'notNumericDate'],
  ] as const)
    it(`tells ${fault} for ${payload}`, () => {
      assert.deepEqual(extendExpiry(payload, now, 3600), { fault });
    });
});
