import assert from 'node:assert/strict';
import { claimPaths } from '../../../src/core/editor/claimPaths';
import { readJson } from '../../../src/core/encoding/json';

function paths(text: string): readonly (readonly [string, string])[] {
  const { node } = readJson(text);
  if (node?.type !== 'object') assert.fail();
  return claimPaths(node).map(({ path, value }) => [path, value]);
}

describe('claimPaths', () => {
  it('lists every place as programs write it', () => {
    assert.deepEqual(paths('{"sub":"42","a":{"b":[1,{"c d":true}]},"https://x/y":null}'), [
      ['sub', '42'],
      ['a', '{"b":[1,{"c d":true}]}'],
      ['a.b', '[1,{"c d":true}]'],
      ['a.b[0]', '1'],
      ['a.b[1]', '{"c d":true}'],
      ['a.b[1]["c d"]', 'true'],
      ['["https://x/y"]', 'null'],
    ]);
  });

  it('keeps numbers exact', () => {
    assert.deepEqual(paths('{"n":12345678901234567890}'), [['n', '12345678901234567890']]);
  });

  it('ends at so many places and so deep', () => {
    assert.equal(paths(`{"a":[${Array(5000).fill('1').join()}]}`).length, 500);
    assert.equal(paths(`{"a":${'['.repeat(50)}${']'.repeat(50)}}`).length, 8);
  });
});
