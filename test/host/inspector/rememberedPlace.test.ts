import assert from 'node:assert/strict';
import { readRememberedPlace } from '../../../src/host/inspector/rememberedPlace';

describe('readRememberedPlace', () => {
  it('takes a place', () => {
    const place = { uri: 'file:///a.md', offset: 12 };
    assert.deepEqual(readRememberedPlace(place), place);
  });

  for (const state of [
    undefined,
    null,
    'file:///a.md',
    {},
    { uri: 'file:///a.md' },
    { uri: 'file:///a.md', offset: -1 },
    { uri: 7, offset: 0 },
    { uri: 'file:///a.md', offset: 0, text: 'eyJ' },
  ]) {
    it(`takes nothing else: ${JSON.stringify(state)}`, () => {
      assert.equal(readRememberedPlace(state), undefined);
    });
  }
});
