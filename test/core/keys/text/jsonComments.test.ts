import assert from 'node:assert/strict';
import { withoutComments } from '../../../../src/core/keys/text/jsonComments';

describe('withoutComments', () => {
  const cases: [what: string, text: string, expected: unknown][] = [
    ['plain JSON', '{"a":[1,2]}', { a: [1, 2] }],
    ['a line comment', '// one\n{"a":1} // two', { a: 1 }],
    ['a block comment', '{/* "b": 2, */"a":1}', { a: 1 }],
    ['a block comment over lines', '{"a":/*\n\n*/1}', { a: 1 }],
    ['a comma before a brace', '{"a":1,}', { a: 1 }],
    ['a comma before a bracket, behind a comment', '[1, // one\n]', [1]],
    ['slashes and commas inside strings', '{"a":"http://x,}","b":"/*"}', { a: 'http://x,}', b: '/*' }],
    ['escaped quotes inside strings', '{"a":"\\"//"}', { a: '"//' }],
  ];
  for (const [what, text, expected] of cases)
    it(`leaves JSON of ${what}, every place where it was`, () => {
      const plain = withoutComments(text);
      assert.deepEqual(JSON.parse(plain), expected);
      assert.equal(plain.length, text.length);
    });
  it('keeps what is no JSON as wrong as it was', () => {
    for (const text of ['{"a":', '[1 2]', '{"a" "b"}', '/', '"', '[,,]'])
      assert.throws(() => JSON.parse(withoutComments(text)) as unknown, SyntaxError, text);
  });
  it('keeps line ends, so that lines keep their numbers', () => {
    assert.equal(withoutComments('/*\r\n*/\n//\r1'), '  \r\n  \n  \r1');
  });
});
