import assert from 'node:assert/strict';
import { p256 } from '@noble/curves/nist.js';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import type { Finding } from '../../../src/core/inspect/finding';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { Key, KnownKey } from '../../../src/core/keys/key';
import { publicPart } from '../../../src/core/keys/jwk';
import { signToken } from '../../../src/core/sign/signToken';
import { verifyToken } from '../../../src/core/verify/verifyToken';
import { aKey, aPair } from '../../support/keyMaterial';

const moment = 1_700_000_000;
const point = new Uint8Array(p256.getPublicKey(new Uint8Array(32).fill(7), false));
const anotherP256 = { kty: 'EC', crv: 'P-256', x: point.slice(1, 33), y: point.slice(33) } as const;
const secret = (text: string, labels: Key['labels'] = {}): Key =>
  aKey({ kty: 'oct', k: utf8Bytes(text.padEnd(32, '.')) }, labels);
const known = (key: Key, id: string, uri = 'file:///a'): KnownKey => ({
  id,
  key,
  origin: { from: 'file', path: 'a', uri },
});

/** The findings of verifying a token signed with the first key, and that it is valid. */
async function wholeFindings(header: object, keys: readonly KnownKey[]): Promise<readonly Finding[]> {
  const [signer] = keys;
  const text = await signToken({ headerText: JSON.stringify(header), payloadText: '{}' }, signer.key);
  const report = await verifyToken({ token: parseToken(text), keys, moment });
  assert.equal(report.signatures[0].status, 'valid');
  const start = text.lastIndexOf('.') + 1;
  for (const { span } of report.findings) assert.deepEqual(span, { start, end: text.length });
  return report.findings;
}
async function findings(header: object, keys: readonly KnownKey[]): Promise<string[]> {
  return (await wholeFindings(header, keys)).map(({ code }) => code);
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

  it('says how grave it is, of what it speaks, and where that is written', async () => {
    const told = async (header: object, keys: readonly KnownKey[]): Promise<string[]> =>
      (await wholeFindings(header, keys)).map(({ code, severity, subject, reference }) =>
        [code, severity, subject ?? '-', reference].join(' '),
      );
    const header = { alg: 'HS256', kid: 'k' };
    const one = known(secret('a', { kid: 'k' }), '1');
    assert.deepEqual(await told(header, [one, known(secret('b', { kid: 'k' }), '2')]), [
      'kidAmbiguous warning kid RFC 7517 §4.5',
    ]);
    assert.deepEqual(await told(header, [one, known(aKey(aPair('P-256').material), '2')]), [
      'secretAmongPublicKeys warning - RFC 7517 §9.2',
    ]);
    const other = { ...known(secret('a', { kid: 'other' }), '1'), origin: { from: 'token' } as const };
    assert.deepEqual(await told(header, [other]), [
      'kidDiffers warning kid RFC 7515 §4.1.4',
      'embeddedKey error - RFC 8725 §2.1',
    ]);
    assert.deepEqual(
      await told({ alg: 'HS256' }, [known(aKey({ kty: 'oct', k: utf8Bytes('short') }), '1')]),
      ['weakKey warning - RFC 7518 §3.2'],
    );
  });

  it('takes a key of another curve for no rival, one of the same for one', async () => {
    const [first, second, third] = (['P-256', 'P-384', 'P-256'] as const).map((kind, index) => {
      const material = index < 2 ? aPair(kind).material : anotherP256;
      return known(aKey(material, { kid: 'k' }), String(index));
    });
    const header = { alg: 'ES256', kid: 'k' };
    assert.deepEqual(await findings(header, [first, second]), []);
    assert.deepEqual(await findings(header, [first, third]), ['kidAmbiguous']);
  });

  it('speaks of two keys with one id only where the id was what chose', async () => {
    const keys = [known(secret('a', { kid: 'k' }), '1'), known(secret('b', { kid: 'k' }), '2')];
    assert.deepEqual(await findings({ alg: 'HS256' }, keys), []);
  });

  it('calls an empty secret empty, and not short as well', async () => {
    const empty = known(aKey({ kty: 'oct', k: new Uint8Array() }), '1');
    const [finding, ...others] = await wholeFindings({ alg: 'HS256' }, [empty]);
    assert.deepEqual(finding.facts, { weakness: 'key.secretEmpty' });
    assert.deepEqual(others, []);
  });

  it('takes a short secret for one until it has the bits its algorithm asks', async () => {
    const bytes = (length: number): KnownKey =>
      known(aKey({ kty: 'oct', k: new Uint8Array(length).fill(7) }), '1');
    assert.deepEqual(await findings({ alg: 'HS384' }, [bytes(48)]), []);
    const [finding] = await wholeFindings({ alg: 'HS384' }, [bytes(47)]);
    assert.deepEqual(finding.facts, { weakness: 'key.secretTooShort', bits: 376, minimum: 384 });
  });
});
