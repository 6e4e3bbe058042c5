import assert from 'node:assert/strict';
import { expectationWording, expectedFaultText } from '../../../src/core/present/expectationWording';
import { english } from '../../../src/core/present/wording';
import type { ExpectedFaultCode } from '../../../src/core/verify/expected';

const facts = { name: 'RS265', limit: 3600 };

describe('faults of expectations, in words', () => {
  for (const code of Object.keys(expectationWording) as ExpectedFaultCode[]) {
    it(`${code} is a whole sentence that asks for nothing more`, () => {
      assert.match(expectedFaultText({ code, facts }, english), /^[^{}]{10,}(?:\.|\*)$/u);
    });
  }

  it('name what was written', () => {
    assert.match(expectedFaultText({ code: 'expected.algorithm', facts }, english), /“RS265”/);
    assert.match(expectedFaultText({ code: 'expected.tooManySeconds', facts }, english), /3600/);
  });
});
