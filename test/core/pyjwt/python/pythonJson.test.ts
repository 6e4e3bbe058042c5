import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPythonJson } from '../../../../src/core/pyjwt/python/pythonJsonRead';
import { nestingLimit } from '../../../../src/core/pyjwt/python/pythonJsonReader';
import { writePythonJson } from '../../../../src/core/pyjwt/python/pythonJsonWrite';
import { pythonOf } from '../../../../src/core/pyjwt/python/pythonOf';
import { dict, raised, set, timedelta, tuple, value } from '../pyjwtCalls';

const nested = (levels: number, open = '[', close = ']'): string =>
  open.repeat(levels) + close.repeat(levels);

describe('readPythonJson', () => {
  for (const [text, python] of [
    ['{}', new Map()],
    [' \t\r\n[ 1 , 2 ] ', [1n, 2n]],
    [
      '{"a":1,"b":[],"a":2}',
      new Map<string, unknown>([
        ['a', 2n],
        ['b', []],
      ]),
    ],
    ['[null,true,false]', [null, true, false]],
    ['NaN', NaN],
    ['[Infinity,-Infinity,1e999]', [Infinity, -Infinity, Infinity]],
    ['-0', 0n],
    ['-0.0', -0],
    ['1e5', 100000],
    ['1E-2', 0.01],
    ['123456789012345678901234567890', 123456789012345678901234567890n],
    ['"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00"', '"\\/\b\f\n\r\té😀'],
    ['"\\ud800"', '\ud800'],
    ['"\u007f\u2028é😀"', '\u007f\u2028é😀'],
  ] as const)
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readPythonJson(text), python);
    });

  for (const [text, says] of [
    ['', 'Expecting value: line 1 column 1 (char 0)'],
    [' ', 'Expecting value: line 1 column 2 (char 1)'],
    ['{', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
    ['{a', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
    ["{'a':1}", 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
    ['{"a":1,}', 'Expecting property name enclosed in double quotes: line 1 column 8 (char 7)'],
    ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
    ['{"a":}', 'Expecting value: line 1 column 6 (char 5)'],
    ['{"a":1 "b"}', "Expecting ',' delimiter: line 1 column 8 (char 7)"],
    ['[1,]', 'Expecting value: line 1 column 4 (char 3)'],
    ['[1 2]', "Expecting ',' delimiter: line 1 column 4 (char 3)"],
    ['[1', "Expecting ',' delimiter: line 1 column 3 (char 2)"],
    ['[', 'Expecting value: line 1 column 2 (char 1)'],
    ['{}\n{}', 'Extra data: line 2 column 1 (char 3)'],
    ['\n\n"é😀" x', 'Extra data: line 3 column 6 (char 7)'],
    ['01', 'Extra data: line 1 column 2 (char 1)'],
    ['1.', 'Extra data: line 1 column 2 (char 1)'],
    ['1e', 'Extra data: line 1 column 2 (char 1)'],
    ['.5', 'Expecting value: line 1 column 1 (char 0)'],
    ['+1', 'Expecting value: line 1 column 1 (char 0)'],
    ['-', 'Expecting value: line 1 column 1 (char 0)'],
    ['True', 'Expecting value: line 1 column 1 (char 0)'],
    ['nul', 'Expecting value: line 1 column 1 (char 0)'],
    ['\f{}', 'Expecting value: line 1 column 1 (char 0)'],
    ['"a', 'Unterminated string starting at: line 1 column 1 (char 0)'],
    ['["a\\', 'Unterminated string starting at: line 1 column 2 (char 1)'],
    ['"a\nb"', 'Invalid control character at: line 1 column 3 (char 2)'],
    ['"a\\x"', 'Invalid \\escape: line 1 column 3 (char 2)'],
    ['"\\u12"', 'Invalid \\uXXXX escape: line 1 column 3 (char 2)'],
    ['"\\u12g4"', 'Invalid \\uXXXX escape: line 1 column 3 (char 2)'],
    ['"\\u1234', 'Invalid \\uXXXX escape: line 1 column 3 (char 2)'],
    ['\ufeff{}', 'Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)'],
  ] as const)
    it(`refuses ${JSON.stringify(text)} in Python's words`, () => {
      assert.equal(raised(readPythonJson(text)), `JSONDecodeError: ${says}`);
    });

  it('reads integers of 4300 digits and no more, but counts none where asked to', () => {
    const digits = '1'.repeat(4300);
    assert.equal(readPythonJson(`-${digits}`), -BigInt(digits));
    assert.match(
      raised(readPythonJson(`${digits}1`)),
      /^ValueError: Exceeds the limit \(4300 digits\).*has 4301 digits/,
    );
    assert.equal(readPythonJson(`${digits}1`, 'zero'), 0n);
  });

  it('reads as deep as Python does', () => {
    assert.deepEqual(typeof readPythonJson(nested(nestingLimit)), 'object');
    assert.equal(
      raised(readPythonJson(nested(nestingLimit + 1))),
      'RecursionError: maximum recursion depth exceeded while decoding a JSON array from a unicode string',
    );
    assert.match(raised(readPythonJson(nested(100_000, '{"":'))), /JSON object from a unicode string/);
    assert.equal(typeof readPythonJson(`[${'[],'.repeat(5000)}[]]`), 'object');
  });

  it('agrees with JSON.parse on all JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (json) => {
        const text = JSON.stringify(json);
        const read = value(readPythonJson(text));
        assert.deepEqual(JSON.parse(value(writePythonJson(read))), JSON.parse(text));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array()),
        (source) => void readPythonJson(source),
      ),
    );
  });
});

describe('writePythonJson', () => {
  it('writes ASCII without spaces, in the order given', () => {
    const payload = dict({ b: [1, 1.5, null, true], a: { z: 'é😀\u007f"\\/\b\f\n\r\t\u0001' } });
    assert.equal(
      writePythonJson(payload),
      '{"b":[1,1.5,null,true],"a":{"z":"\\u00e9\\ud83d\\ude00\\u007f\\"\\\\/\\b\\f\\n\\r\\t\\u0001"}}',
    );
  });

  it('writes numbers as Python does', () => {
    assert.equal(
      writePythonJson([1, 1n, -0, 1e16, NaN, Infinity, -Infinity, 10n ** 30n]),
      `[1.0,1,-0.0,1e+16,NaN,Infinity,-Infinity,1${'0'.repeat(30)}]`,
    );
  });

  it('sorts names by code points at every level', () => {
    const value = dict({ b: { z: 1, y: 2 }, '\uffff': 1, '\u{10000}': 2, a: 1, ab: 1 });
    assert.equal(
      writePythonJson(value, { sortKeys: true }),
      '{"a":1,"ab":1,"b":{"y":2,"z":1},"\\uffff":1,"\\ud800\\udc00":2}',
    );
  });

  it('writes a tuple as a list', () => {
    assert.equal(writePythonJson(tuple('a', tuple())), '["a",[]]');
  });

  for (const [what, name] of [
    [set('a'), 'set'],
    [timedelta(1), 'timedelta'],
    [Uint8Array.of(1), 'bytes'],
    [{ python: 'datetime', epochSeconds: 0n }, 'datetime'],
    [{ python: 'date' }, 'date'],
  ] as const)
    it(`raises TypeError for a ${name}, however deep`, () => {
      const says = `TypeError: Object of type ${name} is not JSON serializable`;
      assert.equal(raised(writePythonJson([dict({ a: 1 }), what])), says);
      assert.equal(raised(writePythonJson(new Map([['a', what]]))), says);
    });

  it('raises for integers and levels beyond the limits', () => {
    assert.equal(writePythonJson(10n ** 4299n), `1${'0'.repeat(4299)}`);
    assert.match(raised(writePythonJson(-(10n ** 4300n))), /^ValueError: Exceeds the limit/);
    let deep = pythonOf([]);
    for (let level = 0; level < nestingLimit; level++) deep = [deep];
    assert.match(raised(writePythonJson(deep)), /^RecursionError/);
    assert.equal(typeof writePythonJson((deep as (typeof deep)[])[0]), 'string');
  });
});
