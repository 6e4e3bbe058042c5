import assert from 'node:assert/strict';
import { readToolInput } from '../../../src/host/languageModelTool/toolInput';
import { ToolProblem } from '../../../src/host/languageModelTool/toolProblem';

describe('what a language model asks of the tool', () => {
  for (const input of [
    {},
    { file: 'src/a.ts' },
    { file: 'a'.repeat(4096) },
    { line: 1 },
    { file: 'a.ts', line: 12, column: 1 },
  ])
    it(`is understood: ${JSON.stringify(input).slice(0, 60)}`, () => {
      assert.deepEqual(readToolInput(input), input);
    });

  it('may name what it leaves open', () => {
    assert.deepEqual(readToolInput({ file: undefined, line: undefined, column: undefined }), {});
  });

  for (const [input, hint] of [
    [undefined, /^Send an object with “file”, “line” and “column”, each of them optional\.$/],
    [null, /^Send an object/],
    ['src/a.ts', /^Send an object/],
    [[], /^Send an object/],
    [{ token: 'eyJ…' }, /^Only “file”, “line” and “column” are understood\. Do not send a token/],
    [{ file: 'a.ts', offset: 1 }, /^Only “file”/],
    [{ file: '' }, /^“file” must be a path relative to the workspace, or a URI\.$/],
    [{ file: 7 }, /^“file” must be/],
    [{ file: null }, /^“file” must be/],
    [{ file: 'a'.repeat(4097) }, /^“file” must be/],
    [{ line: 0 }, /^“line” must be a whole number, counted from 1\.$/],
    [{ line: -1 }, /^“line” must be/],
    [{ line: 1.5 }, /^“line” must be/],
    [{ line: '1' }, /^“line” must be/],
    [{ line: 1, column: 0 }, /^“column” must be a whole number, counted from 1\.$/],
    [{ column: 1 }, /^“column” needs a “line”\. Send both\.$/],
  ] as const)
    it(`is refused with what to send instead: ${JSON.stringify(input ?? null).slice(0, 60)}`, () => {
      assert.throws(
        () => readToolInput(input),
        (error) => error instanceof ToolProblem && hint.test(error.message),
      );
    });
});
