import assert from 'node:assert/strict';
import { anyOf, expandBraces } from '../../../../src/core/keys/candidates/globs';

describe('expandBraces', () => {
  for (const [glob, ...expected] of [
    ['**/*.pem', '**/*.pem'],
    ['**/*.{pem,key}', '**/*.pem', '**/*.key'],
    ['{a,b}/{c,d}', 'a/c', 'b/c', 'a/d', 'b/d'],
    ['*.{pem,{jwk,jwks}}', '*.pem', '*.jwk', '*.jwks'],
    ['{a,}b', 'ab', 'b'],
    ['', ''],
    ['a}b', 'a}b'],
    ['a{b', 'a{b'],
    ['}{', '}{'],
  ])
    it(`makes of “${glob}” ${expected.length}`, () => {
      assert.deepEqual([...expandBraces(glob)].sort(), [...new Set(expected)].sort());
    });
  it('leaves a glob alone that stands for too many', () => {
    for (const glob of ['{a,b}'.repeat(40), `{${'a,'.repeat(100_000)}a}`])
      assert.deepEqual(expandBraces(glob), [glob]);
  });
});

describe('anyOf', () => {
  it('joins globs on one level of braces, each once', () => {
    assert.equal(anyOf(['a', '{b,c}', 'a']), '{a,b,c}');
    assert.equal(anyOf(['a']), 'a');
    assert.equal(anyOf([]), undefined);
  });
});
