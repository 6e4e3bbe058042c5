import assert from 'node:assert/strict';
import { createCipheriv, createHmac } from 'node:crypto';
import { openContent, sealContent } from '../../../src/core/crypto/contentEncryption';
import { hostEngine } from '../../../src/core/crypto/engine';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { contentEncryptions } from '../../../src/core/jose/encryptionAlgorithms';

const data = utf8Bytes('No man is an island entire of itself.');
const aad = utf8Bytes('eyJhbGciOiJkaXIifQ');

describe('content encryption', () => {
  for (const row of contentEncryptions.values()) {
    const key = new Uint8Array(row.keyBytes).map((_, index) => index);
    const iv = new Uint8Array(row.ivBytes).fill(3);
    const parameters = { row, key, iv, aad };

    it(`seals with ${row.enc} as Node does, in both engines`, async () => {
      for (const engine of [hostEngine(), null]) {
        const { ciphertext, tag } = await sealContent(parameters, data, engine);
        if (row.family === 'gcm') {
          const cipher = createCipheriv(`aes-${8 * row.keyBytes}-gcm` as 'aes-128-gcm', key, iv);
          cipher.setAAD(aad);
          assert.deepEqual(Buffer.from(ciphertext), Buffer.concat([cipher.update(data), cipher.final()]));
          assert.deepEqual(Buffer.from(tag), cipher.getAuthTag());
        } else {
          const half = row.keyBytes / 2;
          const cipher = createCipheriv(`aes-${8 * half}-cbc`, key.subarray(half), iv);
          assert.deepEqual(Buffer.from(ciphertext), Buffer.concat([cipher.update(data), cipher.final()]));
          const length = Buffer.alloc(8);
          length.writeBigUInt64BE(BigInt(8 * aad.length));
          const mac = createHmac(`sha${16 * half}`, key.subarray(0, half));
          for (const part of [aad, iv, ciphertext, length]) mac.update(part);
          assert.deepEqual(Buffer.from(tag), mac.digest().subarray(0, half));
        }
      }
    });

    it(`opens nothing that is not as ${row.enc} sealed it, and nothing of a wrong length`, async () => {
      const sealed = await sealContent(parameters, data);
      for (const engine of [hostEngine(), null]) {
        assert.deepEqual(await openContent(parameters, sealed, engine), data);
        const flip = (octets: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> =>
          octets.map((octet, index) => (index === at ? octet ^ 1 : octet));
        const wrong = [
          [{ ...parameters, key: flip(key, 0) }, sealed],
          [{ ...parameters, key: flip(key, key.length - 1) }, sealed],
          [{ ...parameters, iv: flip(iv, 0) }, sealed],
          [{ ...parameters, aad: flip(aad, 0) }, sealed],
          [{ ...parameters, aad: new Uint8Array() }, sealed],
          [parameters, { ...sealed, ciphertext: flip(sealed.ciphertext, 0) }],
          [parameters, { ...sealed, ciphertext: sealed.ciphertext.slice(1) }],
          [parameters, { ...sealed, ciphertext: new Uint8Array() }],
          [parameters, { ...sealed, tag: flip(sealed.tag, row.tagBytes - 1) }],
          [parameters, { ...sealed, tag: sealed.tag.slice(1) }],
          [parameters, { ...sealed, tag: new Uint8Array() }],
          [{ ...parameters, iv: new Uint8Array() }, sealed],
          [{ ...parameters, key: new Uint8Array() }, sealed],
          [{ ...parameters, key: new Uint8Array(2 * row.keyBytes) }, sealed],
        ] as const;
        for (const [changed, content] of wrong)
          assert.equal(await openContent(changed, content, engine), undefined);
      }
    });
  }
});
