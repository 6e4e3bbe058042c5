import assert from 'node:assert/strict';
import type { JsonNode } from '../../src/core/encoding/jsonNode';
import { readJson } from '../../src/core/encoding/json';
import { shortLine } from '../../src/inspector/parts/shortLine';

const lineOf = (text: string): string | undefined => {
  const { node } = readJson(text);
  assert.ok(node, text);
  return shortLine(node);
};

describe('shortLine', () => {
  for (const [text, line] of [
    ['[]', '[]'],
    ['{}', '{}'],
    ['["admin","auditor"]', '["admin", "auditor"]'],
    ['{"a":1.50,"b":[true,null]}', '{ "a": 1.50, "b": [true, null] }'],
    ['[12345678901234567890]', '[12345678901234567890]'],
    ['["a\\"b"]', '["a\\"b"]'],
    [JSON.stringify(['x'.repeat(54)]), JSON.stringify(['x'.repeat(54)])],
  ] as const) {
    it(`writes ${text} on a line`, () => {
      assert.equal(lineOf(text), line);
    });
  }

  for (const [text, note] of [
    [JSON.stringify(['x'.repeat(70)]), 'a long text'],
    [JSON.stringify({ ['x'.repeat(70)]: 1 }), 'a long name'],
    [JSON.stringify(Array.from({ length: 40 }, (_, at) => at)), 'many items'],
    [JSON.stringify({ a: { b: { c: 'x'.repeat(50) } } }), 'a long text deep inside'],
  ] as const) {
    it(`leaves ${note} to be folded`, () => {
      assert.equal(lineOf(text), undefined);
    });
  }

  it('goes no deeper than a line is long', () => {
    const span = { start: 0, end: 0 };
    let node: JsonNode = { type: 'array', items: [], span };
    for (let depth = 0; depth < 100_000; depth++) node = { type: 'array', items: [node], span };
    assert.equal(shortLine(node), undefined);
  });
});
