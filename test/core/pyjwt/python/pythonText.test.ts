import assert from 'node:assert/strict';
import { pythonLiteral } from '../../../../src/core/pyjwt/python/pythonLiteral';
import { pythonRepr, pythonStr } from '../../../../src/core/pyjwt/python/pythonText';
import type { PythonValue } from '../../../../src/core/pyjwt/python/pythonValue';
import { dict, iterator, set, timedelta, tuple } from '../pyjwtCalls';

const bytes = (text: string): PythonValue => Uint8Array.from(text, (each) => each.charCodeAt(0));

const rows: readonly (readonly [value: PythonValue, repr: string, literal?: string])[] = [
  [null, 'None'],
  [true, 'True'],
  [false, 'False'],
  [-5n, '-5'],
  [1.5, '1.5'],
  [NaN, 'nan', 'float("nan")'],
  [-Infinity, '-inf', 'float("-inf")'],
  ['a', "'a'", '"a"'],
  ["it's", '"it\'s"', '"it\'s"'],
  ['"', "'\"'", '"\\""'],
  ['\'"', "'\\'\"'", '"\'\\""'],
  ['\\\n\r\t', "'\\\\\\n\\r\\t'", '"\\\\\\n\\r\\t"'],
  ['\0\u001b\u007f', "'\\x00\\x1b\\x7f'", '"\\x00\\x1b\\x7f"'],
  ['\u00a0\u00ad', "'\\xa0\\xad'", '"\\xa0\\xad"'],
  ['\u200b\u2028\ufeff', "'\\u200b\\u2028\\ufeff'", '"\\u200b\\u2028\\ufeff"'],
  ['\ud800', "'\\ud800'", '"\\ud800"'],
  ['\u{e0001}', "'\\U000e0001'", '"\\U000e0001"'],
  ['é 😀', "'é 😀'", '"é 😀"'],
  [bytes("a'\\\n\x00\x7f\xff"), 'b"a\'\\\\\\n\\x00\\x7f\\xff"', 'b"a\'\\\\\\n\\x00\\x7f\\xff"'],
  [bytes('"'), "b'\"'", 'b"\\""'],
  [[1n, 'a'], "[1, 'a']", '[1, "a"]'],
  [[], '[]'],
  [dict({ a: [null], b: {} }), "{'a': [None], 'b': {}}", '{"a": [None], "b": {}}'],
  [tuple('a'), "('a',)", '("a",)'],
  [tuple('a', 'b'), "('a', 'b')", '("a", "b")'],
  [tuple(), '()'],
  [set('a'), "{'a'}", '{"a"}'],
  [set(), 'set()'],
];

describe('pythonRepr', () => {
  for (const [value, repr] of rows)
    it(`writes ${repr}`, () => {
      assert.equal(pythonRepr(value), repr);
    });

  it('names what it cannot write, and what lies too deep', () => {
    assert.equal(pythonRepr(timedelta(1)), '<timedelta>');
    let deep: PythonValue = 'a';
    for (let level = 0; level < 100; level++) deep = [deep];
    assert.match(pythonRepr(deep), /^\[{20}<list>\]{20}$/);
  });

  it('leaves a text as it is in an f-string', () => {
    assert.equal(pythonStr("it's"), "it's");
    assert.equal(pythonStr(["it's"]), '["it\'s"]');
  });
});

describe('pythonLiteral', () => {
  for (const [value, repr, literal = repr] of rows)
    it(`writes ${literal}`, () => {
      assert.equal(pythonLiteral(value), literal);
    });

  it('has a word for each of the others', () => {
    assert.equal(pythonLiteral(iterator('a')), 'iter(["a"])');
    assert.equal(pythonLiteral(timedelta(30)), 'datetime.timedelta(seconds=30.0)');
    assert.equal(
      pythonLiteral({ python: 'datetime', epochSeconds: 5n }),
      'datetime.datetime.fromtimestamp(5, datetime.timezone.utc)',
    );
    assert.equal(pythonLiteral({ python: 'date' }), 'datetime.date.today()');
  });

  it('stays on one line', () => {
    assert.doesNotMatch(pythonLiteral(['\n\r\u2028\u0085', dict({ '\n': 1 })]), /[\n\r\u2028\u0085]/);
  });
});
