import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../../src/core/encoding/bytes';
import { lenientBase64, pyjwtBase64url } from '../../../../src/core/pyjwt/python/pythonBase64';
import { raised } from '../pyjwtCalls';

const hex = (octets: unknown): string => Buffer.from(octets as Uint8Array).toString('hex');

describe('pyjwtBase64url', () => {
  for (const [text, octets, note] of [
    ['', '', 'nothing'],
    ['AQID', '010203', 'whole groups'],
    ['AQI', '0102', 'without padding'],
    ['AQI=', '0102', 'with padding'],
    ['AQ==', '01', 'two of padding'],
    ['-_-_', 'fbffbf', 'the URL alphabet'],
    ['+/+/', 'fbffbf', 'the standard alphabet'],
    ['A Q\nI!D', '010203', 'foreign characters'],
    ['AéQID', '010203', 'characters outside ASCII'],
    ['AQ==AQID', '01', 'what follows padding is not read'],
    ['AQ=I=', '0102', 'a lone = is passed over'],
    ['=AQID', '010203', 'so is one in front'],
    ['AR==', '01', 'set bits that are not used'],
  ] as const)
    it(`reads ${JSON.stringify(text)}: ${note}`, () => {
      assert.equal(hex(pyjwtBase64url(utf8Bytes(text))), octets);
    });

  for (const [text, says] of [
    [
      'A',
      'Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4',
    ],
    [
      'AAAAA',
      'Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4',
    ],
    ['AQ I', 'Incorrect padding'],
    ['AQ=I', 'Incorrect padding'],
    ['AQ!!', 'Incorrect padding'],
  ] as const)
    it(`raises for ${JSON.stringify(text)}`, () => {
      assert.equal(raised(pyjwtBase64url(utf8Bytes(text))), `ValueError: ${says}`);
    });

  it('reads what anybody encodes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (octets) => {
        for (const encoding of ['base64', 'base64url'] as const)
          assert.equal(hex(pyjwtBase64url(utf8Bytes(Buffer.from(octets).toString(encoding)))), hex(octets));
      }),
    );
  });
});

describe('lenientBase64', () => {
  it('knows - and _ only where they are meant', () => {
    assert.equal(hex(lenientBase64(utf8Bytes('-AQID_'), { urlSafe: false })), '010203');
  });
});
