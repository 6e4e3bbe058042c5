import assert from 'node:assert/strict';
import {
  asObject,
  equals,
  isHashable,
  isTruthy,
  itemsOf,
  numeric,
  typeName,
  type PythonValue,
} from '../../../../src/core/pyjwt/python/pythonValue';
import { contains } from '../../../../src/core/pyjwt/python/pythonContainer';
import { pythonOf } from '../../../../src/core/pyjwt/python/pythonOf';
import { dict, iterator, raised, set, timedelta, tuple } from '../pyjwtCalls';

const bytes = (...octets: number[]): PythonValue => Uint8Array.from(octets);
const datetime: PythonValue = { python: 'datetime', epochSeconds: 0n };

describe('Python values', () => {
  for (const [value, name, truthy, hashable, items] of [
    [null, 'NoneType', false, true, undefined],
    [true, 'bool', true, true, undefined],
    [false, 'bool', false, true, undefined],
    [0n, 'int', false, true, undefined],
    [5n, 'int', true, true, undefined],
    [0.0, 'float', false, true, undefined],
    [NaN, 'float', true, true, undefined],
    ['', 'str', false, true, []],
    ['a😀', 'str', true, true, ['a', '😀']],
    [bytes(), 'bytes', false, true, []],
    [bytes(65), 'bytes', true, true, [65n]],
    [[], 'list', false, false, []],
    [[null], 'list', true, false, [null]],
    [dict({}), 'dict', false, false, []],
    [dict({ a: 1 }), 'dict', true, false, ['a']],
    [tuple(), 'tuple', false, true, []],
    [tuple(1n), 'tuple', true, true, [1n]],
    [tuple([]), 'tuple', true, false, [[]]],
    [set(), 'set', false, false, []],
    [set(1n), 'set', true, false, [1n]],
    [iterator(), 'list_iterator', true, true, []],
    [timedelta(0), 'timedelta', false, true, undefined],
    [timedelta(1), 'timedelta', true, true, undefined],
    [datetime, 'datetime', true, true, undefined],
    [{ python: 'date' }, 'date', true, true, undefined],
  ] as readonly (readonly [PythonValue, string, boolean, boolean, PythonValue[] | undefined])[])
    it(`knows what a ${name} is (${truthy ? 'true' : 'false'})`, () => {
      assert.equal(typeName(value), name);
      assert.equal(isTruthy(value), truthy);
      assert.equal(isHashable(value), hashable);
      assert.deepEqual(itemsOf(value), items);
    });

  it('takes what was not passed for false', () => {
    assert.equal(isTruthy(undefined), false);
  });

  for (const [a, b, same] of [
    [1n, 1.0, true],
    [null, [], false],
    [[], null, false],
    [null, dict({}), false],
    [bytes(), null, false],
    [null, null, true],
    [1n, true, true],
    [0.0, false, true],
    [2n ** 53n + 1n, 2 ** 53, false],
    [1n, '1', false],
    [null, false, false],
    [null, null, true],
    ['a', 'a', true],
    ['a', bytes(97), false],
    [bytes(97), bytes(97), true],
    [bytes(97), bytes(98), false],
    [bytes(97), [97n], false],
    [[1n, ['a']], [true, ['a']], true],
    [[1n], [1n, 2n], false],
    [[], tuple(), false],
    [tuple(1n), tuple(1n), true],
    [tuple(1n), tuple(2n), false],
    [tuple(1n), [1n], false],
    [dict({ a: 1, b: 2 }), dict({ b: 2, a: 1 }), true],
    [dict({ a: 1 }), dict({ a: 2 }), false],
    [dict({ a: 1 }), dict({ a: 1, b: 1 }), false],
    [dict({}), [], false],
    [timedelta(1), timedelta(1), true],
    [timedelta(1), timedelta(2), false],
    [timedelta(1), 1n, false],
    [datetime, datetime, true],
  ] as readonly (readonly [PythonValue, PythonValue, boolean])[])
    it(`finds a ${typeName(a)} ${same ? 'equal to' : 'different from'} a ${typeName(b)}`, () => {
      assert.equal(equals(a, b), same);
      assert.equal(equals(b, a), same);
    });

  it('tells absence from None', () => {
    assert.equal(equals(undefined, null), false);
    assert.equal(equals(undefined, undefined), true);
  });

  it('has a number for bool, int and float alone', () => {
    assert.deepEqual([true, false, 5n, 1.5, '5', null].map(numeric), [1n, 0n, 5n, 1.5, undefined, undefined]);
    assert.equal(asObject(tuple(), 'set'), undefined);
    assert.equal(asObject('tuple', 'tuple'), undefined);
  });
});

describe('contains', () => {
  for (const [container, item, answer] of [
    ['HS256', 'HS', true],
    ['HS256', 'hs', false],
    ['', '', true],
    [['HS256'], 'HS', false],
    [['HS256'], 'HS256', true],
    [[1n], true, true],
    [[['a']], ['a'], true],
    [tuple('a'), 'a', true],
    [set('a'), 'a', true],
    [set('a'), 'b', false],
    [iterator('a'), 'a', true],
    [dict({ a: 1 }), 'a', true],
    [dict({ a: 1 }), 1n, false],
    [bytes(97), 97n, true],
    [bytes(97), 255n, false],
    [bytes(0, 1), true, true],
    [bytes(72), true, false],
  ] as readonly (readonly [PythonValue, PythonValue, boolean])[])
    it(`says ${String(answer)} for a ${typeName(item)} in a ${typeName(container)}`, () => {
      assert.equal(contains(container, item), answer);
    });

  for (const [container, item, says] of [
    ['a', 5n, "TypeError: 'in <string>' requires string as left operand, not int"],
    [5n, 'a', "TypeError: argument of type 'int' is not iterable"],
    [null, 'a', "TypeError: argument of type 'NoneType' is not iterable"],
    [bytes(97), 'a', "TypeError: a bytes-like object is required, not 'str'"],
    [bytes(97), 256n, 'ValueError: byte must be in range(0, 256)'],
    [bytes(97), -1n, 'ValueError: byte must be in range(0, 256)'],
    [set('a'), [], "TypeError: unhashable type: 'list'"],
    [dict({}), dict({}), "TypeError: unhashable type: 'dict'"],
  ] as readonly (readonly [PythonValue, PythonValue, string])[])
    it(`raises for a ${typeName(item)} in a ${typeName(container)}`, () => {
      assert.equal(raised(contains(container, item)), says);
    });
});

describe('pythonOf', () => {
  for (const [value, python] of [
    [5, 5n],
    [-0, -0],
    [1.5, 1.5],
    [1e300, 1e300],
    ['x', 'x'],
    [undefined, null],
    [null, null],
    [
      [1, [true]],
      [1n, [true]],
    ],
    [Uint8Array.of(1), Uint8Array.of(1)],
  ] as const)
    it(`takes ${String(value)} over`, () => {
      assert.deepEqual(pythonOf(value), python);
    });

  it('makes dicts of objects, names like those of prototypes included', () => {
    assert.deepEqual(
      pythonOf(JSON.parse('{"__proto__":{"a":1}}')),
      new Map([['__proto__', new Map([['a', 1n]])]]),
    );
  });
});
