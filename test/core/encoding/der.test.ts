import assert from 'node:assert/strict';
import { DerReader } from '../../../src/core/encoding/der';
import {
  derBits,
  derElement,
  derInteger,
  derNull,
  derOctets,
  derOid,
  derSequence,
} from '../../../src/core/encoding/derWriter';
import { FormatFault } from '../../../src/core/encoding/formatFault';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const faultOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof FormatFault, String(error));
    return error.kind;
  }
  return 'none';
};

describe('DerReader', () => {
  it('reads what the writer wrote', () => {
    const written = derSequence(
      derInteger(3),
      derInteger(hex('00ff')),
      derOid('1.2.840.113549.1.1.11'),
      derOctets(hex('0102')),
      derBits(hex('0304')),
      derNull(),
    );
    const members = new DerReader(written).enter();
    assert.equal(members.count(), 3);
    assert.deepEqual(members.integer(), hex('ff'));
    assert.equal(members.oid(), '1.2.840.113549.1.1.11');
    assert.deepEqual(members.octets(), hex('0102'));
    assert.deepEqual(members.bits(), hex('0304'));
    assert.equal(members.next().tag, 5);
    assert.ok(members.isAtEnd);
  });

  for (const length of [0, 1, 127, 128, 255, 256, 65535, 65536, 200_000])
    it(`takes ${length} octets back out of what it wrapped`, () => {
      const content = new Uint8Array(length).fill(7);
      assert.deepEqual(new DerReader(derOctets(content)).octets(), content);
    });

  const identifiers = ['1.2.840.10045.2.1', '1.3.101.112', '2.16.840.1.101.3.4.2.1', '2.5.4.3', '0.9.2342'];
  for (const text of identifiers)
    it(`reads the object identifier ${text}`, () => {
      assert.equal(new DerReader(derOid(text)).oid(), text);
    });

  it('reads arcs too large for a number', () => {
    const uuid = '0614 6981cfffffffffffffffffffffffffffffffff7f';
    assert.equal(new DerReader(hex(uuid)).oid(), `2.25.${(0xcfn << 119n) | (2n ** 119n - 1n)}`);
  });

  it('reads indefinite lengths, and strings in pieces', () => {
    const reader = new DerReader(hex('3080 2480 0402 0102 0401 03 0000 0500 0000 020105'));
    const members = reader.enter();
    assert.deepEqual(members.octets(), new Uint8Array([1, 2, 3]));
    members.take(5);
    assert.ok(members.isAtEnd);
    assert.equal(reader.count(), 5);
  });

  const faults: [what: string, octets: string, kind: string][] = [
    ['nothing', '', 'truncated'],
    ['a tag alone', '30', 'truncated'],
    ['a length beyond the end', '3005 0201', 'truncated'],
    ['a long length beyond the end', '3082 ffff 00', 'truncated'],
    ['a length of four gigabytes', '3084 ffffffff 00', 'truncated'],
    ['a length of nine octets', '3089 010101010101010101 00', 'malformed'],
    ['a length cut off', '3083 01', 'truncated'],
    ['a tag of several octets', '3f 8101 00', 'malformed'],
    ['indefinite length of a primitive', '0480 0000', 'malformed'],
    ['indefinite length without an end', '3080 0500', 'truncated'],
    ['another tag than asked for', '0203 010001', 'malformed'],
  ];
  for (const [what, octets, kind] of faults)
    it(`refuses ${what} as ${kind}`, () => {
      assert.equal(
        faultOf(() => new DerReader(hex(octets)).enter()),
        kind,
      );
    });

  it('refuses negative and empty integers, and counts that are no numbers', () => {
    assert.equal(
      faultOf(() => new DerReader(hex('0201ff')).integer()),
      'malformed',
    );
    assert.equal(
      faultOf(() => new DerReader(hex('0200')).integer()),
      'malformed',
    );
    assert.equal(
      faultOf(() => new DerReader(hex('0208 0100000000000000')).count()),
      'malformed',
    );
  });

  it('refuses a bit string with unused bits', () => {
    assert.equal(
      faultOf(() => new DerReader(hex('0302 04f0')).bits()),
      'malformed',
    );
  });

  for (const [what, octets] of [
    ['sequences in sequences', [0x30, 0x80]],
    ['strings in strings', [0x24, 0x80]],
  ] as const)
    it(`gives up on ${what} without end`, () => {
      const deep = Uint8Array.from({ length: 500_000 }, (_, index) => octets[index % 2]);
      assert.equal(
        faultOf(() => new DerReader(deep).next()),
        'malformed',
      );
    });

  it('goes forty levels deep and no further', () => {
    let nested = derNull();
    for (let level = 0; level < 60; level++) nested = derSequence(nested);
    const descend = (reader: DerReader, levels: number): DerReader =>
      levels === 0 ? reader : descend(reader.enter(), levels - 1);
    assert.equal(
      faultOf(() => descend(new DerReader(nested), 40)),
      'none',
    );
    assert.equal(
      faultOf(() => descend(new DerReader(nested), 41)),
      'malformed',
    );
  });
});

describe('the DER writer', () => {
  it('writes lengths in their shortest form', () => {
    assert.deepEqual(derElement(4, new Uint8Array(128)).subarray(0, 3), hex('048180'));
    assert.deepEqual(derElement(4, new Uint8Array(256)).subarray(0, 4), hex('04820100'));
  });
  it('writes integers without needless zeros and never as negative', () => {
    assert.deepEqual(derInteger(hex('000001')), hex('020101'));
    assert.deepEqual(derInteger(hex('80')), hex('02020080'));
    assert.deepEqual(derInteger(hex('0000')), hex('020100'));
  });
});

describe('the limits of DER', () => {
  const reader = (text: string): DerReader => new DerReader(hex(text));

  it('reads an optional element only where it is there', () => {
    const members = reader('02 01 05 04 00');
    assert.equal(members.optional(0x04), undefined);
    assert.deepEqual(members.optional(0x02)?.content, hex('05'));
    assert.deepEqual(members.optional(0x04)?.content, hex(''));
    assert.equal(members.optional(0x04), undefined);
  });

  it('takes the sign octet off where there is more, and nothing else', () => {
    for (const [written, octets] of [
      ['02 01 00', '00'],
      ['02 01 05', '05'],
      ['02 02 00 80', '80'],
      ['02 02 05 06', '05 06'],
    ] as const)
      assert.deepEqual(reader(written).integer(), hex(octets), written);
    assert.equal(
      faultOf(() => reader('02 01 80').integer()),
      'malformed',
    );
  });

  it('counts to 48 bits', () => {
    assert.equal(reader('02 02 01 02').count(), 0x0102);
    assert.equal(reader('02 06 7f ff ff ff ff ff').count(), 0x7fffffffffff);
    assert.equal(
      faultOf(() => reader('02 07 01 00 00 00 00 00 00').count()),
      'malformed',
    );
  });

  it('refuses what is cut off in its identifier, length or content, and identifiers of several octets', () => {
    for (const [text, kind] of [
      ['', 'truncated'],
      ['04', 'truncated'],
      ['04 01', 'truncated'],
      ['04 82 01', 'truncated'],
      ['04 81', 'truncated'],
      ['04 85 00 00 00 00 00', 'malformed'],
      ['1f 01 00', 'malformed'],
      ['3f 80 00 00', 'malformed'],
    ] as const)
      assert.equal(
        faultOf(() => reader(text).next()),
        kind,
        text,
      );
    assert.deepEqual(reader('04 81 00').next().content, hex(''));
  });

  it('takes an indefinite length of what is made of others alone, ended by two zeros', () => {
    assert.equal(
      faultOf(() => reader('04 80 00 00').next()),
      'malformed',
    );
    assert.deepEqual(reader('24 80 00 00').next().content, hex(''));
    assert.deepEqual(reader('24 80 04 01 00 00 00').next().content, hex('04 01 00'));
    assert.equal(
      faultOf(() => reader('24 80 04 01 00 00').next()),
      'truncated',
    );
  });

  it('takes object identifiers of one to 64 octets', () => {
    const identifier = (length: number): string => `06 ${length.toString(16).padStart(2, '0')}`;
    assert.equal(
      faultOf(() => reader('06 00').oid()),
      'malformed',
    );
    assert.equal(reader(`${identifier(64)} 2a${'01'.repeat(63)}`).oid(), `1.2${'.1'.repeat(63)}`);
    assert.equal(
      faultOf(() => reader(`${identifier(65)} 2a${'01'.repeat(64)}`).oid()),
      'malformed',
    );
  });

  it('takes no object identifier that breaks off within a number', () => {
    for (const cut of ['06 01 88', '06 02 2a 86', '06 04 2a 86 48 86'])
      assert.equal(
        faultOf(() => reader(cut).oid()),
        'malformed',
        cut,
      );
  });

  it('reads the first two arcs from the first number', () => {
    for (const [content, text] of [
      ['27', '0.39'],
      ['28', '1.0'],
      ['4f', '1.39'],
      ['50', '2.0'],
      ['78', '2.40'],
      ['88 37', '2.999'],
    ] as const)
      assert.equal(reader(`06 ${content.length > 2 ? '02' : '01'} ${content}`).oid(), text, content);
  });
});
