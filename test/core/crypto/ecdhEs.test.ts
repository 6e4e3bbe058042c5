import assert from 'node:assert/strict';
import { diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { agreedKey, concatKdf } from '../../../src/core/crypto/ecdhEs';
import { hostEngine } from '../../../src/core/crypto/engine';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { readJwk } from '../../../src/core/keys/jwk';
import type { EcMaterial, OkpMaterial } from '../../../src/core/keys/key';
import { aPair, materialOf } from '../../support/keyMaterial';

const info = { algorithmId: 'A128GCM', partyU: utf8Bytes('Alice'), partyV: utf8Bytes('Bob'), length: 16 };

function agreeing(key: unknown): EcMaterial | OkpMaterial {
  const read = readJwk(key);
  assert.ok('material' in read && (read.material.kty === 'EC' || read.material.kty === 'OKP'));
  return read.material;
}

describe('agreedKey', () => {
  it('derives the key of RFC 7518 appendix C on either side', async () => {
    const alice = agreeing({
      kty: 'EC',
      crv: 'P-256',
      x: 'gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0',
      y: 'SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps',
      d: '0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo',
    });
    const bob = agreeing({
      kty: 'EC',
      crv: 'P-256',
      x: 'weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ',
      y: 'e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck',
      d: 'VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw',
    });
    for (const engine of [hostEngine(), null])
      for (const [own, other] of [
        [alice, bob],
        [bob, alice],
      ] as const) {
        const key = await agreedKey(own, other, info, engine);
        assert.equal(key && Buffer.from(key).toString('base64url'), 'VqqN6vgjbSBcIijNcacQGg');
      }
  });

  for (const kind of ['P-256', 'P-384', 'P-521', 'X25519', 'X448'] as const)
    it(`agrees with Node on ${kind}, by WebCrypto and by the libraries`, async () => {
      const { privateKey, material } = aPair(kind);
      const other: { publicKey: KeyObject } = /^P/.test(kind)
        ? generateKeyPairSync('ec', { namedCurve: kind })
        : generateKeyPairSync(kind.toLowerCase() as 'x25519');
      const theirs = materialOf(other.publicKey);
      assert.ok(material.kty === 'EC' || material.kty === 'OKP');
      assert.ok(theirs.kty === 'EC' || theirs.kty === 'OKP');
      const secret = new Uint8Array(diffieHellman({ privateKey, publicKey: other.publicKey }));
      const expected = await concatKdf(secret, info, null);
      for (const engine of [hostEngine(), null])
        assert.deepEqual(await agreedKey(material, theirs, info, engine), expected);
    });

  it('derives keys longer than one round of the hash', async () => {
    const long = await concatKdf(new Uint8Array(32), { ...info, length: 64 }, null);
    const short = await concatKdf(new Uint8Array(32), { ...info, length: 64 }, hostEngine());
    assert.equal(long.length, 64);
    assert.deepEqual(long, short);
    assert.notDeepEqual(long.slice(0, 32), long.slice(32));
  });
});
