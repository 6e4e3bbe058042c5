import assert from 'node:assert/strict';
import {
  codeOf,
  count,
  either,
  finiteNumber,
  flag,
  listOf,
  mapOf,
  oneOf,
  optional,
  record,
  someOf,
  tagged,
  text,
  type Shape,
} from '../../src/protocol/shape';

const person = record({ name: text, age: optional(count) });
const shapes = tagged('kind', { circle: { radius: finiteNumber }, dot: {} });

const accepted: readonly [string, Shape<unknown>, readonly unknown[]][] = [
  ['text', text, ['', 'a']],
  ['flag', flag, [true, false]],
  ['finiteNumber', finiteNumber, [0, -1.5]],
  ['count', count, [0, 7]],
  ['oneOf', oneOf('a', 'b'), ['a', 'b']],
  ['codeOf', codeOf(), ['key.rsaTooSmall', 'pkcs1-public']],
  ['listOf', listOf(text), [[], ['a']]],
  ['someOf', someOf(text), [['a']]],
  ['mapOf', mapOf(count), [{}, { a: 1 }]],
  ['either', either(text, count), ['a', 1]],
  ['record', person, [{ name: 'a' }, { name: 'a', age: 1 }, { name: 'a', age: undefined }]],
  ['tagged', shapes, [{ kind: 'circle', radius: 1 }, { kind: 'dot' }]],
];

const refused: readonly [string, Shape<unknown>, readonly unknown[]][] = [
  ['text', text, [1, null, undefined, {}]],
  ['flag', flag, ['true', 0]],
  ['finiteNumber', finiteNumber, [NaN, Infinity, '1']],
  ['count', count, [-1, 0.5, 2 ** 53, '1']],
  ['oneOf', oneOf('a', 'b'), ['c', '', 0]],
  ['codeOf', codeOf(), ['', '<b>', 'a b', 'x'.repeat(65), 1]],
  ['listOf', listOf(text), ['a', [1], { length: 0 }]],
  ['someOf', someOf(text), [[], [1]]],
  ['mapOf', mapOf(count), [{ a: 'b' }, [], null]],
  ['either', either(text, count), [true]],
  ['record', person, [{}, { name: 1 }, { name: 'a', age: null }, { name: 'a', d: 'x' }, [], null]],
  ['tagged', shapes, [{ kind: 'circle' }, { kind: 'dot', radius: 1 }, { kind: 'toString' }, {}, null]],
];

describe('shapes', () => {
  for (const [name, shape, values] of accepted) {
    it(`${name} accepts what it describes`, () => {
      for (const value of values) assert.equal(shape(value), true, JSON.stringify(value));
    });
  }
  for (const [name, shape, values] of refused) {
    it(`${name} refuses the rest`, () => {
      for (const value of values) assert.equal(shape(value), false, JSON.stringify(value));
    });
  }

  it('looks for members in the object itself', () => {
    assert.equal(person(Object.create({ name: 'a' })), false);
    assert.equal(person(JSON.parse('{"name":"a","__proto__":{}}')), false);
  });
});
