import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { looksLikeKeyText } from '../../../src/core/keys/looksLikeKey';

describe('looksLikeKeyText', () => {
  const keys: [what: string, text: string][] = [
    ['PEM', '-----BEGIN PUBLIC KEY-----\nMFkw'],
    ['PEM behind a comment', '# my key\n-----BEGIN RSA PRIVATE KEY-----\n'],
    ['PEM in one line', '"-----BEGIN CERTIFICATE-----\\nMII'],
    ['an SSH public key', 'ssh-rsa AAAAB3NzaC1yc2E me@here'],
    ['an SSH key of another type', '  ecdsa-sha2-nistp256 AAAAE2VjZHNh'],
    ['an RFC 4716 key', '---- BEGIN SSH2 PUBLIC KEY ----\n'],
    ['a PuTTY key', 'PuTTY-User-Key-File-3: ssh-rsa\n'],
    ['a JWK', '{"kty":"RSA","n":"AA"}'],
    ['a JWK Set', '{\n "keys": [ {"kid": "1", "kty" : "RSA"}]}'],
  ];
  for (const [what, text] of keys)
    it(`knows ${what}`, () => {
      assert.ok(looksLikeKeyText(utf8Bytes(text)));
    });
  const secrets: [what: string, text: string][] = [
    ['nothing', ''],
    ['a password', 'correct horse battery staple'],
    ['a password that begins with ssh-rsa', 'ssh-rsa is not my password'],
    ['JSON', '{"hello":"kty"}'],
    ['dashes', '-----'],
  ];
  for (const [what, text] of secrets)
    it(`lets ${what} be a secret`, () => {
      assert.ok(!looksLikeKeyText(utf8Bytes(text)));
    });
});
