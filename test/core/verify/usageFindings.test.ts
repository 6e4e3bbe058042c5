import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { Key, KnownKey } from '../../../src/core/keys/key';
import { publicPart } from '../../../src/core/keys/jwk';
import { signToken } from '../../../src/core/sign/signToken';
import { verifyToken } from '../../../src/core/verify/verifyToken';
import { aKey, aPair } from '../../support/keyMaterial';

const moment = 1_700_000_000;
const secret = (text: string, labels: Key['labels'] = {}): Key =>
  aKey({ kty: 'oct', k: utf8Bytes(text.padEnd(32, '.')) }, labels);
const known = (key: Key, id: string, uri = 'file:///a'): KnownKey => ({
  id,
  key,
  origin: { from: 'file', path: 'a', uri },
});

/** The findings of verifying a token signed with the first key, and that it is valid. */
async function findings(header: object, keys: readonly KnownKey[]): Promise<string[]> {
  const [signer] = keys;
  const text = await signToken({ headerText: JSON.stringify(header), payloadText: '{}' }, signer.key);
  const report = await verifyToken({ token: parseToken(text), keys, moment });
  assert.equal(report.signatures[0].status, 'valid');
  return report.findings.map(({ code }) => code);
}

describe('what is said beside a valid signature', () => {
  it('is nothing for a key that is as it should be', async () => {
    const key = secret('a', { kid: 'k', alg: 'HS256', use: 'sig', keyOps: ['verify'] });
    assert.deepEqual(await findings({ alg: 'HS256', kid: 'k' }, [known(key, '1')]), []);
  });

  it('warns of labels that speak against it', async () => {
    const key = secret('a', { alg: 'HS512', use: 'enc', keyOps: ['encrypt'] });
    assert.deepEqual(await findings({ alg: 'HS256' }, [known(key, '1')]), [
      'keyAlgorithmDiffers',
      'keyUseDiffers',
      'keyOperationsDiffer',
    ]);
  });

  it('warns of two keys with the id the token names, and not of a pair and its public half', async () => {
    const header = { alg: 'HS256', kid: 'k' };
    const one = known(secret('a', { kid: 'k' }), '1');
    assert.deepEqual(await findings(header, [one, known(secret('b', { kid: 'k' }), '2')]), ['kidAmbiguous']);
    assert.deepEqual(await findings(header, [one, known(secret('a', { kid: 'k' }), '2')]), []);
    assert.deepEqual(await findings(header, [one, known(secret('b', { kid: 'l' }), '2')]), []);
    const { material } = aPair('P-256');
    const half = publicPart(material);
    assert.ok(half);
    const pair = [known(aKey(material, { kid: 'k' }), '1'), known(aKey(half, { kid: 'k' }), '2')];
    assert.deepEqual(await findings({ alg: 'ES256', kid: 'k' }, pair), []);
    // A key of another type under the same id is no rival: it cannot be meant.
    const other = known(aKey(aPair('P-256').material, { kid: 'k' }), '2', 'file:///b');
    assert.deepEqual(await findings(header, [one, other]), []);
  });

  it('warns of a secret in one file with public keys', async () => {
    const publicKey = aKey(aPair('P-256').material);
    const one = known(secret('a'), '1');
    assert.deepEqual(await findings({ alg: 'HS256' }, [one, known(publicKey, '2')]), [
      'secretAmongPublicKeys',
    ]);
    assert.deepEqual(await findings({ alg: 'HS256' }, [one, known(publicKey, '2', 'file:///b')]), []);
  });

  it('warns of a weak key', async () => {
    const short = aKey({ kty: 'oct', k: utf8Bytes('short') });
    assert.deepEqual(await findings({ alg: 'HS256' }, [known(short, '1')]), ['weakKey']);
  });
});
