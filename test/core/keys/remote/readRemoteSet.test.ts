import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../../src/core/encoding/bytes';
import { readRemoteSet } from '../../../../src/core/keys/remote/readRemoteSet';
import { aPair } from '../../../support/keyMaterial';

const jwk = (curve: 'P-256' | 'Ed25519', kid: string): object => ({
  ...aPair(curve).publicKey.export({ format: 'jwk' }),
  kid,
});
const read = (body: unknown) =>
  readRemoteSet(utf8Bytes(typeof body === 'string' ? body : JSON.stringify(body)), 'a.example');
const facts = { host: 'a.example' };

describe('readRemoteSet', () => {
  it('reads the keys of a set with their ids', async () => {
    const reading = await read({ keys: [jwk('P-256', 'one'), jwk('Ed25519', 'two')] });
    assert.ok('keys' in reading);
    assert.deepEqual(
      reading.keys.map(({ labels }) => labels.kid),
      ['one', 'two'],
    );
    assert.deepEqual(reading.problems, []);
  });
  it('passes over members that are no keys, and says so', async () => {
    const reading = await read({ keys: [{ kty: 'RSA' }, jwk('P-256', 'one')] });
    assert.ok('keys' in reading);
    assert.equal(reading.keys.length, 1);
    assert.equal(reading.problems[0]?.code, 'jwkMissingMember');
  });
  it('leaves out secrets: what anyone can fetch is none', async () => {
    const secret = { kty: 'oct', k: 'c2VjcmV0LXRoYXQtZXZlcnlib2R5LWNhbi1yZWFk', kid: 'one' };
    const reading = await read({ keys: [secret, jwk('P-256', 'one')] });
    assert.ok('keys' in reading);
    assert.deepEqual(
      reading.keys.map(({ material }) => material.kty),
      ['EC'],
    );
    assert.deepEqual(reading.problems, [{ code: 'remote.secrets', facts: { ...facts, count: 1 } }]);
    assert.deepEqual(await read({ keys: [secret] }), { code: 'remote.noKeys', facts });
  });
  it('tells a set without a usable key', async () => {
    for (const body of [{}, { keys: [] }, { keys: [{ kty: 'PQ' }] }, { keys: 7 }])
      assert.deepEqual(await read(body), { code: 'remote.noKeys', facts }, JSON.stringify(body));
  });
  it('wants JSON, though another format would hold a key', async () => {
    const pem = aPair('P-256').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    for (const body of [pem, '<!doctype html>', '', '[]', '"x"'])
      assert.deepEqual(await read(body), { code: 'remote.notJson', facts });
  });
});
