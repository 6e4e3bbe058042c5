import assert from 'node:assert/strict';
import { DerReader } from '../../../../src/core/encoding/der';
import { derElement, derOid, derSequence } from '../../../../src/core/encoding/derWriter';
import { asn1Text, readName, readTime } from '../../../../src/core/keys/der/names';

const element = (tag: number, content: string | Uint8Array): ReturnType<DerReader['next']> =>
  new DerReader(derElement(tag, Buffer.from(content))).next();

describe('asn1Text', () => {
  it('reads the string types certificates use', () => {
    assert.equal(asn1Text(element(0x0c, 'Zürich')), 'Zürich');
    assert.equal(asn1Text(element(0x13, 'Printable')), 'Printable');
    assert.equal(asn1Text(element(0x1e, Buffer.from('Zürich', 'utf16le').swap16())), 'Zürich');
    assert.equal(asn1Text(element(0x14, Uint8Array.of(0xfc))), 'ü');
  });
  it('drops control characters and cuts long names', () => {
    assert.equal(asn1Text(element(0x0c, 'a\u0000\u001b[31mb\nc')), 'a[31mbc');
    assert.equal(asn1Text(element(0x0c, 'x'.repeat(5000))).length, 200);
  });
});

describe('readName', () => {
  const name = (...attributes: [oid: string, text: string][]): DerReader =>
    new DerReader(
      derSequence(
        ...attributes.map(([oid, text]) =>
          derElement(0x31, derSequence(derOid(oid), derElement(0x0c, Buffer.from(text)))),
        ),
      ),
    ).enter();
  it('takes the common name before the organisation', () => {
    assert.equal(readName(name(['2.5.4.10', 'Org'], ['2.5.4.3', 'Common'])), 'Common');
    assert.equal(readName(name(['2.5.4.6', 'CH'], ['2.5.4.10', 'Org'])), 'Org');
  });
  it('finds none in an empty name, or one of a country alone', () => {
    assert.equal(readName(name()), undefined);
    assert.equal(readName(name(['2.5.4.6', 'CH'], ['2.5.4.3', ''])), undefined);
  });
});

describe('readTime', () => {
  const times: [tag: number, text: string, expected: number | undefined][] = [
    [0x17, '700101000000Z', 0],
    [0x17, '491231235959Z', 2524607999],
    [0x17, '500101000000Z', -631152000],
    [0x17, '0001010000Z', 946684800],
    [0x18, '20380119031408Z', 2147483648],
    [0x18, '99991231235959Z', 253402300799],
    [0x17, '20380119031408Z', undefined],
    [0x18, '380119031408Z', undefined],
    [0x17, '700101000000+0100', undefined],
    [0x17, 'never', undefined],
    [0x17, '', undefined],
  ];
  for (const [tag, text, expected] of times)
    it(`reads ${text || 'nothing'} of tag ${tag} as ${expected ?? 'no time'}`, () => {
      assert.equal(readTime(element(tag, text)), expected);
    });
});
