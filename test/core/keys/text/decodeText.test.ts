import assert from 'node:assert/strict';
import { decodeText } from '../../../../src/core/keys/text/decodeText';

const of = (buffer: Buffer): string | undefined => decodeText(new Uint8Array(buffer));

describe('decodeText', () => {
  it('reads UTF-8 and takes the byte order mark off', () => {
    assert.equal(of(Buffer.from('äöü\r\n')), 'äöü\r\n');
    assert.equal(of(Buffer.from('\ufeffkey')), 'key');
  });
  it('reads UTF-16 of either order, with a byte order mark or without', () => {
    for (const text of ['\ufeffa key of some length', 'a key of some length']) {
      assert.equal(of(Buffer.from(text, 'utf16le')), 'a key of some length');
      assert.equal(of(Buffer.from(text, 'utf16le').swap16()), 'a key of some length');
    }
  });
  it('takes no octets for text that are none', () => {
    for (const octets of [
      [0x30, 0x82, 1, 2],
      [0, 1, 2, 3],
      [0x61, 0xff],
      [0x61, 0x00],
    ])
      assert.equal(of(Buffer.from(octets)), undefined);
  });
  it('lets a stray octet pass where there is a key in armour to read', () => {
    const pem = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----';
    assert.match(of(Buffer.concat([Buffer.from([0xe4, 0x01, 10]), Buffer.from(pem)])) ?? '', /BEGIN/);
  });
  it('reads nothing as an empty text', () => {
    assert.equal(of(Buffer.alloc(0)), '');
  });
});
