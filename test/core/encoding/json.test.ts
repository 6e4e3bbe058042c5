import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  jsonLimits,
  placeOf,
  readJson,
  toPlainValue,
  type JsonProblem,
} from '../../../src/core/encoding/json';
import type { JsonNode } from '../../../src/core/encoding/jsonNode';
import { workTime } from '../../support/workTime';

function nodeOf(text: string): JsonNode {
  const { node, problems } = readJson(text);
  assert.ok(node, JSON.stringify(problems));
  return node;
}

/** The one syntax problem of a text. */
function syntaxOf(text: string): Extract<JsonProblem, { code: 'syntax' }> {
  const { node, problems } = readJson(text);
  assert.equal(node, undefined);
  assert.equal(problems.length, 1);
  const [problem] = problems;
  assert.ok(problem.code === 'syntax');
  return problem;
}

/** What `JSON.parse` makes of a text, with objects as `toPlainValue` has them. */
function parsed(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.assign(Object.create(null) as object, value)
      : value,
  ) as unknown;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('readJson', () => {
  it('keeps order, repeated names, number texts and places', () => {
    const text = ' {"b":1.50,"a":[9007199254740993,-0e+1],"b":"\\u00e9"} ';
    const node = nodeOf(text);
    assert.ok(node.type === 'object');
    assert.deepEqual(node.span, { start: 1, end: text.length - 1 });
    assert.deepEqual(
      node.members.map(({ name }) => name),
      ['b', 'a', 'b'],
    );
    const [first, second, third] = node.members;
    assert.deepEqual(first.nameSpan, { start: 2, end: 5 });
    assert.deepEqual(first.value, { type: 'number', text: '1.50', value: 1.5, span: { start: 6, end: 10 } });
    assert.ok(second.value.type === 'array');
    const [big, zero] = second.value.items;
    assert.ok(big.type === 'number' && zero.type === 'number');
    assert.equal(big.text, '9007199254740993');
    assert.equal(text.slice(zero.span.start, zero.span.end), '-0e+1');
    assert.ok(Object.is(zero.value, -0));
    assert.ok(third.value.type === 'string' && third.value.value === 'é');
  });

  it('tells every repeated name with its place, and reads on', () => {
    const { node, problems } = readJson('{"a":1,"\\u0061":2,"b":{"a":3}}');
    assert.ok(node);
    assert.deepEqual(problems, [{ code: 'duplicateName', offset: 7, end: 15, name: 'a' }]);
  });

  it('tells a hundred repeated names and keeps the others silently', () => {
    const { node, problems } = readJson(`{${'"a":1,'.repeat(500)}"a":2}`);
    assert.ok(node?.type === 'object' && node.members.length === 501);
    assert.equal(problems.length, jsonLimits.duplicates);
  });

  it('keeps lone surrogates, written out or escaped', () => {
    assert.equal(toPlainValue(nodeOf('"\\ud800"')), '\ud800');
    assert.equal(toPlainValue(nodeOf('"\udc00x"')), '\udc00x');
    assert.equal(toPlainValue(nodeOf('"\\ud83d\\ude00"')), '😀');
  });

  const faults: readonly (readonly [text: string, offset: number, expected: string, note: string])[] = [
    ['', 0, 'value', 'nothing'],
    [' \n ', 3, 'value', 'only white space'],
    ['[', 1, 'value or ]', 'array cut off at once'],
    ['[1', 2, 'comma or ]', 'array cut off behind an item'],
    ['[1,', 3, 'value', 'array cut off behind a comma'],
    ['[1,]', 3, 'value', 'trailing comma in an array'],
    ['[,1]', 1, 'value or ]', 'comma in front'],
    ['[1 2]', 3, 'comma or ]', 'no comma'],
    ['{', 1, 'name or }', 'object cut off at once'],
    ['{"a"', 4, 'colon', 'object cut off behind a name'],
    ['{"a":', 5, 'value', 'object cut off behind a colon'],
    ['{"a":1', 6, 'comma or }', 'object cut off behind a value'],
    ['{"a":1,}', 7, 'name', 'trailing comma in an object'],
    ['{"a":1 "b":2}', 7, 'comma or }', 'no comma between members'],
    ['{a:1}', 1, 'name or }', 'name without quotes'],
    ["{'a':1}", 1, 'name or }', 'single quotes'],
    ['{"a" 1}', 5, 'colon', 'no colon'],
    ['{"a":1]', 6, 'comma or }', 'wrong bracket'],
    ['1 2', 2, 'end', 'two values'],
    ['{}x', 2, 'end', 'something behind'],
    ['\ufeff{}', 0, 'value', 'byte order mark in the text'],
    ['01', 1, 'end', 'leading zero'],
    ['-', 1, 'digit', 'sign alone'],
    ['-x', 1, 'digit', 'sign before a letter'],
    ['1.', 2, 'digit', 'point without digits'],
    ['1.e5', 2, 'digit', 'point before an exponent'],
    ['1e', 2, 'digit', 'exponent without digits'],
    ['1e+', 3, 'digit', 'exponent with a sign alone'],
    ['.5', 0, 'value', 'no digit before the point'],
    ['+1', 0, 'value', 'plus'],
    ['NaN', 0, 'value', 'NaN'],
    ['-Infinity', 1, 'digit', 'infinity'],
    ['True', 0, 'value', 'Python'],
    ['nul', 0, 'value', 'cut off word'],
    ['nulll', 4, 'end', 'overlong word'],
    ['"', 1, 'quote', 'string cut off at once'],
    ['"a', 2, 'quote', 'string cut off'],
    ['"a\\', 3, 'quote', 'string cut off in an escape'],
    ['"\\x"', 2, 'escape', 'unknown escape'],
    ['"\\u12"', 5, 'hex digit', 'short escape'],
    ['"\\u12', 5, 'hex digit', 'escape cut off'],
    ['"\\u00fg"', 6, 'hex digit', 'letter behind f'],
    ['"\\u00@0"', 5, 'hex digit', 'sign before A'],
    ['"\\u00:0"', 5, 'hex digit', 'sign behind 9'],
    ['"a\tb"', 2, 'escaped control character', 'raw tab'],
    ['"a\u0000"', 2, 'escaped control character', 'raw NUL'],
    ['[1]\u00a0', 3, 'end', 'white space JSON does not know'],
    ['// a\n1', 0, 'value', 'comment'],
  ];
  for (const [text, offset, expected, note] of faults)
    it(`says what it expected where: ${note}`, () => {
      assert.equal(isJson(text), false);
      const problem = syntaxOf(text);
      assert.deepEqual([problem.offset, problem.expected], [offset, expected]);
    });

  it('tells line and column of a fault, and where the string at fault begins', () => {
    const problem = syntaxOf('{\n "a": 1,\r\n "b": "x\n"}');
    assert.deepEqual([problem.line, problem.column, problem.tokenStart], [3, 9, 18]);
    assert.deepEqual(placeOf('a\rb', 2), { line: 2, column: 1 });
    assert.deepEqual(placeOf('', 0), { line: 1, column: 1 });
  });

  it('gives what stood before a fault, its containers closed there', () => {
    const { partial } = readJson('{"sub":"1","roles":["a",{"b":1,"c":"cut o');
    assert.ok(partial);
    assert.equal(JSON.stringify(toPlainValue(partial)), '{"sub":"1","roles":["a",{"b":1}]}');
    assert.equal(readJson('{"a":').partial?.type, 'object');
    assert.equal(readJson('').partial, undefined);
    assert.equal(readJson('{} x').partial?.type, 'object');
  });

  it('reads NaN and infinities as Python does where that is asked for', () => {
    const { node } = readJson('[NaN,Infinity,-Infinity,-1]', { nonFinite: true });
    assert.ok(node);
    assert.deepEqual(toPlainValue(node), [Number.NaN, Infinity, -Infinity, -1]);
    assert.equal(readJson('-Infinit', { nonFinite: true }).node, undefined);
    assert.equal(readJson('-NaN', { nonFinite: true }).node, undefined);
  });

  it('agrees with JSON.parse on every JSON text, value by value', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(4), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), undefined, indent);
        assert.deepEqual(toPlainValue(nodeOf(spaced)), parsed(spaced));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses exactly what JSON.parse refuses, of texts made of its own characters', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '"a"',
      '1',
      '-',
      '.',
      'e',
      '0',
      'true',
      'null',
      ' ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        assert.equal(readJson(text).node !== undefined, isJson(text), text);
      }),
      { numRuns: 5000 },
    );
  });

  it('refuses exactly what JSON.parse refuses, of damaged JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (text, at, put) => {
        const place = at % (text.length + 1);
        const damaged = text.slice(0, place) + put + text.slice(place + 1);
        const { node } = readJson(damaged);
        assert.equal(node !== undefined, isJson(damaged), damaged);
        if (node) assert.deepEqual(toPlainValue(node), parsed(damaged));
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { node, problems } = readJson(text);
        assert.ok(node !== undefined || problems.length > 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives each node a span that reads as that node', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const check = (node: JsonNode): void => {
          const own = text.slice(node.span.start, node.span.end);
          assert.deepEqual(parsed(own), toPlainValue(node));
          if (node.type === 'array') node.items.forEach(check);
          if (node.type !== 'object') return;
          for (const { name, nameSpan, value } of node.members) {
            assert.equal(JSON.parse(text.slice(nameSpan.start, nameSpan.end)), name);
            check(value);
          }
        };
        check(nodeOf(text));
      }),
      { numRuns: 200 },
    );
  });

  it('reads up to its depth limit and says so beyond it, even ten thousand levels deep', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    assert.ok(readJson(nested(jsonLimits.depth)).node);
    for (const depth of [jsonLimits.depth + 1, 10_000, 1_000_000]) {
      const { node, partial, problems } = readJson(nested(depth));
      assert.equal(node, undefined);
      assert.ok(partial);
      assert.deepEqual(problems, [{ code: 'tooDeep', offset: jsonLimits.depth, limit: jsonLimits.depth }]);
      toPlainValue(partial);
    }
    assert.equal(readJson('{"a":'.repeat(10_000)).problems[0]?.code, 'tooDeep');
  });

  it('stops at its limits of length and count', () => {
    assert.deepEqual(readJson('[1,2,3]', { length: 6 }).problems, [
      { code: 'tooLarge', offset: 6, limit: 6 },
    ]);
    const { node, partial, problems } = readJson('[1,2,3]', { nodes: 3 });
    assert.equal(node, undefined);
    assert.deepEqual(partial && toPlainValue(partial), [1, 2]);
    assert.deepEqual(problems, [{ code: 'tooLarge', offset: 5, limit: 3 }]);
    assert.ok(readJson('[1,2,3]', { nodes: 4, length: 7 }).node);
  });

  it('reads a claim of one megabyte, five thousand members and a long number', () => {
    const members = Array.from({ length: 5000 }, (_, index) => `"claim${index}":${index}`);
    const text = `{"long":"${'x'.repeat(1 << 20)}",${members.join()},"digits":${'9'.repeat(100_000)}}`;
    const node = nodeOf(text);
    assert.ok(node.type === 'object' && node.members.length === 5002);
    const digits = node.members.at(-1)?.value;
    assert.ok(digits?.type === 'number' && digits.text.length === 100_000 && digits.value === Infinity);
  });

  it('takes time in proportion to hostile texts', () => {
    const hostile = ['[', '{"a":', '"\\n', '9', '[],', '{"a":1,', '"a",', '\\u0000', '[[1],{"a":[]}],'];
    for (const piece of hostile) {
      const time = (length: number): number => {
        const text = `[${piece.repeat(length / piece.length)}`;
        return workTime(() => readJson(text));
      };
      let [small, large] = [Infinity, Infinity];
      // Twenty times as much text; 150 leaves room for the collector, a square would be 400. A busy machine may slow any
      // one round down, a square all of them.
      for (let round = 0; round < 2 || (round < 8 && large >= 150 * Math.max(small, 5)); round += 1) {
        small = Math.min(small, time(100_000));
        large = Math.min(large, time(2_000_000));
      }
      assert.ok(large < 150 * Math.max(small, 5), `${piece}: ${small} ms, then ${large} ms`);
    }
  });
});

describe('toPlainValue', () => {
  it('lets no name reach a prototype', () => {
    const value = toPlainValue(nodeOf('{"__proto__":{"polluted":1},"constructor":2,"toString":3}'));
    assert.equal(Object.getPrototypeOf(value), null);
    assert.deepEqual(Object.keys(value as object), ['__proto__', 'constructor', 'toString']);
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });

  it('takes the last of repeated names, as JSON.parse does', () => {
    assert.equal(JSON.stringify(toPlainValue(nodeOf('{"a":1,"b":2,"a":3}'))), '{"a":3,"b":2}');
  });
});
