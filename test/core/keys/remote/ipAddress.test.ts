import assert from 'node:assert/strict';
import { looksLikeIpv4, readIpv4, readIpv6 } from '../../../../src/core/keys/remote/ipAddress';

describe('readIpv4', () => {
  for (const [host, octets] of [
    ['1.2.3.4', [1, 2, 3, 4]],
    ['1.2.3.4.', [1, 2, 3, 4]],
    ['1.2.772', [1, 2, 3, 4]],
    ['1.131844', [1, 2, 3, 4]],
    ['16909060', [1, 2, 3, 4]],
    ['0x1.0X2.03.4', [1, 2, 3, 4]],
    ['0x.0.0.0', [0, 0, 0, 0]],
    ['255.255.255.255', [255, 255, 255, 255]],
    ['4294967295', [255, 255, 255, 255]],
    ['1.2.65535', [1, 2, 255, 255]],
    ['1.16777215', [1, 255, 255, 255]],
  ] as const)
    it(`reads ${host}`, () => {
      assert.deepEqual(readIpv4(host), octets);
    });

  for (const host of [
    ...['', '.', '1.2.3.4.5', '0.0.0.0.1', '1.2.3.256', '256.2.3.4', '1.256.3.4', '1.2.65536', '1.16777216'],
    ...['4294967296', '1..2.3', '08.1.1.1', '1.2.3.0x1g', '-1.2.3.4', ' 1.2.3.4', '1.2.3.4 '],
    ...['a.b.c.d', '1.x.3.4', '00000000000000001', '1e3'],
  ])
    it(`reads no address in ${JSON.stringify(host)}`, () => {
      assert.equal(readIpv4(host), undefined);
    });
});

describe('looksLikeIpv4', () => {
  it('goes by the last label', () => {
    for (const host of ['1', '1.2.3.4', 'a.1', 'a.0x', '0XaF.', '1.2.3.4.5', '08'])
      assert.ok(looksLikeIpv4(host), host);
    for (const host of ['a', '1.a', 'a1', '0xg', '1.2.3.4..', '']) assert.ok(!looksLikeIpv4(host), host);
  });
});

describe('readIpv6', () => {
  for (const [text, groups] of [
    ['1:2:3:4:5:6:7:8', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['::', [0, 0, 0, 0, 0, 0, 0, 0]],
    ['::1', [0, 0, 0, 0, 0, 0, 0, 1]],
    ['1::', [1, 0, 0, 0, 0, 0, 0, 0]],
    ['1:2::7:8', [1, 2, 0, 0, 0, 0, 7, 8]],
    ['1:2:3:4:5:6:7::', [1, 2, 3, 4, 5, 6, 7, 0]],
    ['FFFF::fffe', [0xffff, 0, 0, 0, 0, 0, 0, 0xfffe]],
    ['::1.2.3.4', [0, 0, 0, 0, 0, 0, 0x102, 0x304]],
    ['1:2:3:4:5:6:7.8.9.10', [1, 2, 3, 4, 5, 6, 0x708, 0x90a]],
    ['ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255', [...Array<number>(8).fill(0xffff)]],
  ] as const)
    it(`reads ${text}`, () => {
      assert.deepEqual(readIpv6(text), groups);
    });

  for (const text of [
    ...['', ':', ':::', '1', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1:2:3:4::5:6:7:8', '1::2::3'],
    ...['12345::', 'g::', '::g', 'x::1', '1:2:x::', '::1%eth0', '[::1]', '1.2.3.4::', '::1.2.3.4:5'],
    ...[
      '::1.2.3',
      '::1.2.3.4.5',
      '::256.1.1.1',
      '::1.2.3.x',
      '::0x1.2.3.4',
      '::01.2.3.4',
      '::7f.1',
      '1:2:3:4:5:6:7:1.2.3.4',
      '1:2:3:4:5:6:7:',
    ],
    // As it would be read but for its length.
    `::${'0'.repeat(9)}.${'0'.repeat(12)}.${'0'.repeat(12)}.${'0'.repeat(12)}`,
  ])
    it(`reads no address in ${JSON.stringify(text)}`, () => {
      assert.equal(readIpv6(text), undefined);
    });
});
