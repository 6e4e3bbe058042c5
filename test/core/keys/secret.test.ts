import assert from 'node:assert/strict';
import type { SecretEncoding } from '../../../src/core/keys/key';
import { isKeyProblem } from '../../../src/core/keys/keyProblem';
import { readSecret } from '../../../src/core/keys/secret';

const key = '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYI\n-----END PUBLIC KEY-----\n';

describe('readSecret', () => {
  const read: [what: string, text: string, encoding: SecretEncoding, hex: string][] = [
    ['text to the last space', 'my secret ', 'utf8', '6d7920736563726574 20'],
    ['text beyond ASCII', 'é', 'utf8', 'c3a9'],
    ['base64 with padding', '/+8=', 'base64', 'ffef'],
    ['base64 without padding', '/+8', 'base64', 'ffef'],
    ['base64 broken into lines', 'AAEC\nAwQF', 'base64', '000102030405'],
    ['base64url', '_-8', 'base64url', 'ffef'],
    ['base64url under the name of base64', '_-8', 'base64', 'ffef'],
    ['hex of either case', 'fFeE', 'hex', 'ffee'],
    ['hex with colons', 'ff:ee', 'hex', 'ffee'],
    ['hex with 0x', '0xffee', 'hex', 'ffee'],
  ];
  for (const [what, text, encoding, hex] of read)
    it(`reads ${what}`, () => {
      const octets = readSecret(text, encoding);
      assert.ok(!isKeyProblem(octets));
      assert.equal(Buffer.from(octets).toString('hex'), hex.replaceAll(' ', ''));
    });

  const refused: [what: string, text: string, encoding: SecretEncoding, code: string][] = [
    ['nothing', '', 'utf8', 'emptySecret'],
    ['nothing in base64', '==', 'base64', 'emptySecret'],
    ['half an octet', 'abc', 'hex', 'secretEncoding'],
    ['what is not hex', 'xyz0', 'hex', 'secretEncoding'],
    ['what is not base64', 'p@ssword', 'base64', 'secretEncoding'],
    ['a length base64 never has', 'AAAAA', 'base64url', 'secretEncoding'],
    ['the text of a public key', key, 'utf8', 'secretIsKey'],
    ['the text of a public key in base64', Buffer.from(key).toString('base64'), 'base64', 'secretIsKey'],
  ];
  for (const [what, text, encoding, code] of refused)
    it(`refuses ${what}`, () => {
      const problem = readSecret(text, encoding);
      assert.ok(isKeyProblem(problem));
      assert.equal(problem.code, code);
    });
});
