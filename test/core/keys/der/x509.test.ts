import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readKeys } from '../../../../src/core/keys/readKeys';

const files = [
  'rsa2048/cert-expired.pem',
  'rsa4096/cert-selfsigned.pem',
  'p521/cert-selfsigned.der',
  'ed448/cert-selfsigned.der',
];

describe('readCertificate', () => {
  for (const file of files)
    it(`says of ${file} what Node says`, async () => {
      const octets = readFileSync(new URL(`../../../vectors/keys/files/${file}`, import.meta.url));
      const { keys, problems } = await readKeys({ bytes: new Uint8Array(octets) });
      const certificate = new X509Certificate(octets);
      const thumbprint = (hex: string): string =>
        Buffer.from(hex.replaceAll(':', ''), 'hex').toString('base64url');
      assert.deepEqual(problems, []);
      assert.deepEqual(keys[0].labels, {
        comment: /^CN=(.*)$/m.exec(certificate.subject)?.[1],
        x5t: thumbprint(certificate.fingerprint),
        'x5t#S256': thumbprint(certificate.fingerprint256),
        notBefore: Date.parse(certificate.validFrom) / 1000,
        notAfter: Date.parse(certificate.validTo) / 1000,
      });
    });
});
