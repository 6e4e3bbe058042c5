import assert from 'node:assert/strict';
import { isOneSlip } from '../../../../src/core/diagnose/causes/characterDamaged';
import {
  escapings,
  inOrderOf,
  isEqualJson,
  isShallow,
  sorted,
  spacings,
  withFirst,
  writeStyled,
  type JsonStyle,
} from '../../../../src/core/diagnose/causes/jsonStyles';
import { readJson } from '../../../../src/core/encoding/json';
import type { JsonNode } from '../../../../src/core/encoding/jsonNode';

const node = (text: string): JsonNode => {
  const { node: read } = readJson(text);
  assert.ok(read, text);
  return read;
};
const tight: JsonStyle = { comma: '', colon: '', escape: (text) => text };
const written = (value: JsonNode, style: Partial<JsonStyle> = {}): string =>
  writeStyled(value, { ...tight, ...style });

describe('writeStyled', () => {
  it('writes every kind of value, numbers as they were', () => {
    const text = '{"a":[1.50,true,false,null,"x",{}],"b":[]}';
    assert.equal(written(node(text)), text);
    assert.equal(
      written(node(text), { comma: ' ', colon: ' ' }),
      '{"a": [1.50, true, false, null, "x", {}], "b": []}',
    );
  });

  it('indents as JSON.stringify does', () => {
    const value = { a: [1, { b: null }], c: {}, d: 'e' };
    const [, , , two, four, tab] = spacings;
    for (const [spacing, indent] of [
      [two, 2],
      [four, 4],
      [tab, '\t'],
    ] as const)
      assert.equal(written(node(JSON.stringify(value)), spacing), JSON.stringify(value, undefined, indent));
    const crlf = JSON.stringify(value, undefined, 2).replaceAll('\n', '\r\n');
    assert.equal(written(node(JSON.stringify(value)), { indent: '  ', lineEnd: '\r\n', colon: ' ' }), crlf);
    assert.equal(written(node('[1]'), { indent: ' ' }), '[\n 1\n]');
  });

  it('escapes as programs do', () => {
    const text = '"é/<&\u2028\u0001😀';
    assert.deepEqual(
      escapings.map((escape) => escape(text)),
      [
        '\\"é/<&\u2028\\u0001😀',
        '\\"\\u00e9/<&\\u2028\\u0001\\ud83d\\ude00',
        '\\"\\u00E9/<&\\u2028\\u0001\\uD83D\\uDE00',
        '\\"é\\/<&\u2028\\u0001😀',
        '\\"\\u00e9\\/<&\\u2028\\u0001\\ud83d\\ude00',
        '\\"é/\\u003c\\u0026\\u2028\\u0001😀',
        '\\u0022\\u00E9/\\u003C\\u0026\\u2028\\u0001\\uD83D\\uDE00',
      ],
    );
    assert.equal(escapings[2]?.('\u001f'), '\\u001F');
  });
});

describe('the order of names', () => {
  it('is that of code units, at every level', () => {
    assert.equal(
      written(sorted(node('{"b":1,"a":[{"d":1,"c":2}],"B":0}'))),
      '{"B":0,"a":[{"c":2,"d":1}],"b":1}',
    );
  });

  it('is that of a model, at every level; what it does not have stays behind', () => {
    const ordered = inOrderOf(
      node('{"x":0,"b":{"q":1,"p":2},"a":[{"n":1,"m":2},{"t":1,"s":2}],"y":9}'),
      node('{"a":[{"m":0,"n":0}],"b":{"p":0,"q":0}}'),
    );
    assert.equal(written(ordered), '{"a":[{"m":2,"n":1},{"t":1,"s":2}],"b":{"p":2,"q":1},"x":0,"y":9}');
    assert.equal(written(inOrderOf(node('[{"b":1,"a":2}]'), node('{"a":1}'))), '[{"b":1,"a":2}]');
    assert.equal(written(inOrderOf(node('{"b":1,"a":2}'), node('[]'))), '{"b":1,"a":2}');
    assert.equal(written(inOrderOf(node('7'), node('[]'))), '7');
  });

  it('has some names first where they are asked for', () => {
    const object = node('{"c":1,"b":2,"a":3}');
    assert.ok(object.type === 'object');
    assert.equal(written(withFirst(object, ['a', 'b'])), '{"a":3,"b":2,"c":1}');
    assert.equal(written(withFirst(object, ['x'])), '{"c":1,"b":2,"a":3}');
  });

  it('makes no difference to what is equal; values and the text of numbers do', () => {
    const equal = (one: string, other: string): boolean => isEqualJson(node(one), node(other));
    assert.ok(equal('{"a":1,"b":[true,null]}', '{ "b": [true, null], "a": 1 }'));
    for (const [one, other] of [
      ['{"a":1}', '{"a":1.0}'],
      ['{"a":1}', '{"a":"1"}'],
      ['[1,2]', '[2,1]'],
      ['true', 'false'],
      ['{"a":null}', '{}'],
      ['{"a":[]}', '{"a":{}}'],
    ] as const)
      assert.ok(!equal(one, other), `${one} ${other}`);
  });
});

describe('isShallow', () => {
  it('counts forty levels, through lists and objects', () => {
    const lists = (depth: number): JsonNode => node('['.repeat(depth) + ']'.repeat(depth));
    assert.ok(isShallow(lists(41)));
    assert.ok(!isShallow(lists(42)));
    const objects = (depth: number): JsonNode => node('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));
    assert.ok(isShallow(objects(40)));
    assert.ok(!isShallow(objects(41)));
    // One deep branch among shallow ones is deep.
    assert.ok(!isShallow(node(`[1,${'['.repeat(60)}${']'.repeat(60)},2]`)));
    assert.ok(isShallow(node('"text"')));
  });
});

describe('isOneSlip', () => {
  for (const [given, right, isSlip] of [
    ['abcd', 'abcd', false],
    ['abxd', 'abcd', true],
    ['abd', 'abcd', true],
    ['abcxd', 'abcd', true],
    ['acbd', 'abcd', true],
    ['abc', 'abcd', true],
    ['abcde', 'abcd', true],
    ['bacd', 'abcd', true],
    ['abdc', 'abcd', true],
    ['axxd', 'abcd', false],
    ['ab', 'abcd', false],
    ['abcdef', 'abcd', false],
    ['cbad', 'abcd', false],
    ['badc', 'abcd', false],
    ['acxd', 'abcd', false],
    ['axbd', 'abcd', false],
    ['', 'a', true],
    ['', 'ab', false],
  ] as const)
    it(`${isSlip ? 'is' : 'is not'} between "${given}" and "${right}"`, () => {
      assert.equal(isOneSlip(given, right), isSlip);
    });
});
