import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonLimits, readJson } from '../../../src/core/encoding/json';
import type { JsonNode } from '../../../src/core/encoding/jsonNode';
import { writeCompact, writeCompactNode, writePretty } from '../../../src/core/encoding/writeJson';

function nodeOf(text: string): JsonNode {
  const { node } = readJson(text);
  assert.ok(node);
  return node;
}

describe('writePretty', () => {
  it('writes two spaces a level, and empty containers on one line', () => {
    assert.equal(
      writePretty(nodeOf('{"a":[1,{"b":null}],"c":{},"d":[],"e":true}')),
      '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": {},\n  "d": [],\n  "e": true\n}',
    );
  });

  it('keeps the text of numbers, the order of names and their repetition', () => {
    const text = '{"z":1.0,"a":9007199254740993,"z":-0E+02,"1":1e400}';
    assert.equal(writePretty(nodeOf(text)).replaceAll(/\s/g, ''), text);
    assert.equal(writeCompactNode(nodeOf(text)), text);
  });

  it('writes lone surrogates as escapes and control characters too', () => {
    assert.equal(writePretty(nodeOf('["\\ud800","\\u0000é"]')), '[\n  "\\ud800",\n  "\\u0000é"\n]');
  });

  it('writes what JSON.stringify writes, of every JSON value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        const own = JSON.stringify(value);
        // Numbers are written as they stood, so that only the same text can be compared.
        assert.equal(writePretty(nodeOf(own)), JSON.stringify(value, undefined, 2));
        assert.equal(writeCompactNode(nodeOf(own)), own);
      }),
      { numRuns: 500 },
    );
  });

  it('writes the deepest value that is read', () => {
    const text = '[{"a":'.repeat(jsonLimits.depth / 2) + '1' + '}]'.repeat(jsonLimits.depth / 2);
    assert.equal(writeCompactNode(nodeOf(text)), text);
    assert.equal(writeCompactNode(nodeOf(writePretty(nodeOf(text)))), text);
  });
});

describe('writeCompact', () => {
  it('writes a plain value without white space', () => {
    assert.equal(writeCompact({ b: [1, 'x', null], a: { c: true } }), '{"b":[1,"x",null],"a":{"c":true}}');
  });
});
