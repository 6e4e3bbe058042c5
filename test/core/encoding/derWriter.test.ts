import assert from 'node:assert/strict';
import {
  derBits,
  derElement,
  derInteger,
  derNull,
  derOctets,
  derOid,
  derSequence,
} from '../../../src/core/encoding/derWriter';

const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');

describe('what is written as DER', () => {
  it('has its length in the shortest form', () => {
    for (const [length, start] of [
      [0, '0400'],
      [127, '047f'],
      [128, '048180'],
      [255, '0481ff'],
      [256, '04820100'],
      [65_535, '0482ffff'],
      [65_536, '0483010000'],
    ] as const) {
      const written = hex(derOctets(new Uint8Array(length)));
      assert.equal(written.length, start.length + 2 * length);
      assert.ok(written.startsWith(start), start);
    }
  });

  it('holds all contents one behind the other', () => {
    assert.equal(hex(derSequence(derNull(), derOctets(Uint8Array.of(7)))), '30050500040107');
    assert.equal(hex(derElement(0xa0, Uint8Array.of(1), Uint8Array.of(2, 3))), 'a003010203');
    assert.equal(hex(derBits(Uint8Array.of(0xff))), '030200ff');
  });

  it('has integers without leading zeros, but one where they would be negative', () => {
    for (const [octets, written] of [
      [[], '020100'],
      [[0], '020100'],
      [[0, 0], '020100'],
      [[1], '020101'],
      [[0x7f], '02017f'],
      [[0x80], '02020080'],
      [[0, 0, 0x80, 0], '0203008000'],
      [[0, 1, 0], '02020100'],
    ] as const)
      assert.equal(hex(derInteger(Uint8Array.from(octets))), written);
    assert.equal(hex(derInteger(0)), '020100');
    assert.equal(hex(derInteger(3)), '020103');
  });

  it('has object identifiers with their first two arcs in one, and long arcs in groups of seven bits', () => {
    for (const [text, written] of [
      ['1.2.840.113549.1.1.1', '06092a864886f70d010101'],
      ['2.5.29.15', '0603551d0f'],
      ['1.3.127.128', '06042b7f8100'],
      ['1.3.2147483647', '06062b87ffffff7f'],
    ] as const)
      assert.equal(hex(derOid(text)), written, text);
  });
});
