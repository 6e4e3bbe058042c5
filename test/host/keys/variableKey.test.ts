import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { variableKeys } from '../../../src/host/keys/variableKey';
import { addressOf } from './memoryStorage';

const named = (value: string): Parameters<typeof variableKeys>[0] => ({
  ...{ name: 'JWT_SECRET', value, uri: addressOf('file:///work/.env'), path: '.env', line: 12 },
});

describe('a value that may be a key', () => {
  it('is a secret, with where it stands', async () => {
    const [known, ...others] = await variableKeys(named('swordfish'));
    assert.deepEqual(others, []);
    assert.equal(known.id, 'variable:file:///work/.env#JWT_SECRET:12.0');
    assert.deepEqual(known.key.material, { kty: 'oct', k: new TextEncoder().encode('swordfish') });
    assert.deepEqual(known.origin, {
      ...{ from: 'variable', name: 'JWT_SECRET', path: '.env', uri: 'file:///work/.env', line: 12 },
    });
  });

  it('is each of the keys it spells out', async () => {
    const jwk = (): object => generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
    const known = await variableKeys(named(JSON.stringify({ keys: [jwk(), jwk()] })));
    assert.deepEqual(
      known.map(({ id, key }) => [id, key.material.kty]),
      [
        ['variable:file:///work/.env#JWT_SECRET:12.0', 'OKP'],
        ['variable:file:///work/.env#JWT_SECRET:12.1', 'OKP'],
      ],
    );
  });

  it('is none where it is empty', async () => {
    assert.deepEqual(await variableKeys(named('')), []);
  });
});
