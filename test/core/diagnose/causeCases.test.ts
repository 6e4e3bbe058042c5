import assert from 'node:assert/strict';
import { causeCodes } from '../../../src/core/diagnose/codes';
import { found, whole, type Broken } from './aCase';
import { keyCases } from './keyCases';
import { secretCases } from './secretCases';
import { signingCases } from './signingCases';
import { tamperCases } from './tamperCases';
import { textCases } from './textCases';
import { trapCases } from './trapCases';

const all: readonly Broken[] = [
  ...textCases,
  ...signingCases,
  ...secretCases,
  ...tamperCases,
  ...keyCases,
  ...trapCases,
];

describe('what a diagnosis says of tokens broken on purpose', () => {
  for (const each of all) {
    const { code, also = [] } = each.expect;
    it(`says ${[code, ...also].join(' and ')}: ${each.note}`, async () => {
      const got = await found(each);
      assert.deepEqual(got, whole(each, got));
    });
  }

  it('has a case for every cause', () => {
    const told = new Set(all.flatMap(({ expect: { code, also = [] } }) => [code, ...also]));
    assert.deepEqual(
      causeCodes.filter((code) => !told.has(code)),
      [],
    );
  });
});
