import assert from 'node:assert/strict';
import fc from 'fast-check';
import { floatText } from '../../../../src/core/pyjwt/python/pythonFloat';
import { digitLimit, pythonInt } from '../../../../src/core/pyjwt/python/pythonInt';
import { dict, raised } from '../pyjwtCalls';

describe('floatText', () => {
  for (const [value, text] of [
    [0, '0.0'],
    [-0, '-0.0'],
    [1, '1.0'],
    [-1.5, '-1.5'],
    [0.1, '0.1'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1700000000.9, '1700000000.9'],
    [123456789012345680, '1.2345678901234568e+17'],
    [9999999999999998, '9999999999999998.0'],
    [1e15, '1000000000000000.0'],
    [1e16, '1e+16'],
    [1e22, '1e+22'],
    [1.5e300, '1.5e+300'],
    [0.0001, '0.0001'],
    [0.00012345, '0.00012345'],
    [0.00001, '1e-05'],
    [-1.25e-7, '-1.25e-07'],
    [5e-324, '5e-324'],
    [NaN, 'nan'],
    [Infinity, 'inf'],
    [-Infinity, '-inf'],
  ] as const)
    it(`writes ${value} as Python does`, () => {
      assert.equal(floatText(value), text);
    });

  it('writes what reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        assert.ok(Object.is(Number(floatText(value)), value));
        assert.match(floatText(value), /[.e]/);
      }),
    );
  });
});

describe('pythonInt', () => {
  for (const [value, integer] of [
    [5n, 5n],
    [true, 1n],
    [false, 0n],
    [1.9, 1n],
    [-1.9, -1n],
    [-0.5, 0n],
    [1e300, BigInt(1e300)],
    ['5', 5n],
    ['+5', 5n],
    ['-5', -5n],
    ['-0', 0n],
    ['007', 7n],
    ['1_000', 1000n],
    ['0_7', 7n],
    [' \t\n\v\f\r5 \t\n\v\f\r', 5n],
    ['\u2003\u00a05\u3000\u0085', 5n],
    ['١٢٣', 123n],
    ['٥_٦', 56n],
    ['-５', -5n],
    ['𝟘𝟙𝟗𝟿', 199n],
  ] as const)
    it(`reads ${JSON.stringify(typeof value === 'bigint' ? String(value) : value)}`, () => {
      assert.equal(pythonInt(value), integer);
    });

  for (const [value, says] of [
    ['', "ValueError: invalid literal for int() with base 10: ''"],
    ['5.0', "ValueError: invalid literal for int() with base 10: '5.0'"],
    ['1e5', "ValueError: invalid literal for int() with base 10: '1e5'"],
    ['0x1', "ValueError: invalid literal for int() with base 10: '0x1'"],
    ['_1', "ValueError: invalid literal for int() with base 10: '_1'"],
    ['1_', "ValueError: invalid literal for int() with base 10: '1_'"],
    ['1__0', "ValueError: invalid literal for int() with base 10: '1__0'"],
    ['+ 5', "ValueError: invalid literal for int() with base 10: '+ 5'"],
    ['+-5', "ValueError: invalid literal for int() with base 10: '+-5'"],
    ['5 5', "ValueError: invalid literal for int() with base 10: '5 5'"],
    ['5\u001f', "ValueError: invalid literal for int() with base 10: '5\\x1f'"],
    ['5\u0000', "ValueError: invalid literal for int() with base 10: '5\\x00'"],
    ['²', "ValueError: invalid literal for int() with base 10: '²'"],
    ['\ufeff5', "ValueError: invalid literal for int() with base 10: '\\ufeff5'"],
    [NaN, 'ValueError: cannot convert float NaN to integer'],
    [Infinity, 'OverflowError: cannot convert float infinity to integer'],
    [-Infinity, 'OverflowError: cannot convert float infinity to integer'],
  ] as const)
    it(`raises for ${JSON.stringify(value)}`, () => {
      assert.equal(raised(pythonInt(value)), says);
    });

  it('raises TypeError for what is neither text nor number', () => {
    const words = 'TypeError: int() argument must be a string, a bytes-like object or a real number';
    assert.equal(raised(pythonInt(null)), `${words}, not 'NoneType'`);
    assert.equal(raised(pythonInt([])), `${words}, not 'list'`);
    assert.equal(raised(pythonInt(dict({}))), `${words}, not 'dict'`);
  });

  it('counts digits, leading zeros too, and stops at the limit', () => {
    assert.equal(pythonInt('0'.repeat(digitLimit)), 0n);
    assert.equal(pythonInt(`-${'9'.repeat(digitLimit)}`), -(10n ** 4300n - 1n));
    assert.equal(pythonInt(`1${'_1'.repeat(digitLimit - 1)}`), BigInt('1'.repeat(digitLimit)));
    assert.match(
      raised(pythonInt('0'.repeat(digitLimit + 1))),
      /^ValueError: Exceeds the limit \(4300 digits\)/,
    );
  });

  it('reads whatever integer it is given as text', () => {
    fc.assert(fc.property(fc.bigInt(), (integer) => assert.equal(pythonInt(` ${integer}`), integer)));
  });
});
