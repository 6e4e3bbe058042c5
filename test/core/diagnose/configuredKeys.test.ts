import assert from 'node:assert/strict';
import { readConfiguredKeys, usableKeys } from '../../../src/core/diagnose/configuredKeys';
import { aPair } from '../../support/keyMaterial';
import { env, file, hexOf, secret } from './aCase';
import { jwkSet, privatePem, publicPem } from './signing';

const octetsOf = async (
  ...configured: Parameters<typeof readConfiguredKeys>[0]
): Promise<readonly string[]> =>
  (await readConfiguredKeys(configured)).keys.map(({ key: { material } }) =>
    material.kty === 'oct' ? hexOf(material.k) : material.kty,
  );

describe('keys as they are configured', () => {
  it('takes a secret to the last octet, in its encoding', async () => {
    assert.deepEqual(await octetsOf(secret('a', ' x ')), ['207820']);
    assert.deepEqual(await octetsOf(secret('a', '00fF', 'hex'), secret('b', '-_8', 'base64url')), [
      '00ff',
      'fbff',
    ]);
  });

  it('takes no secret that does not decode, and keeps it in mind', async () => {
    const read = await readConfiguredKeys([
      secret('a', '0x00', 'hex'),
      secret('b', 'YQ==\n', 'base64'),
      secret('c', '-_8', 'base64'),
      secret('d', 'abcde', 'base64'),
      secret('e', 'YQ=', 'base64'),
    ]);
    assert.deepEqual([read.keys.length, read.secrets.length], [0, 5]);
  });

  it('reads the right-hand side of an environment file as Node’s dotenv does', async () => {
    const sides = [' a # b', 'a#b', '"a\\nb" # c', "'a\\nb'", '`a"b`'];
    const read = await octetsOf(...sides.map((text) => env('e', text)));
    assert.deepEqual(
      read,
      ['a', 'a', 'a\nb', 'a\\nb', 'a"b'].map((text) => hexOf(text)),
    );
  });

  it('takes a file without a trace of a key for a secret, line end and all', async () => {
    assert.deepEqual(await octetsOf(file('f', 'word\n')), [hexOf('word\n')]);
    assert.deepEqual(await octetsOf(file('f', 'BEGIN MISSPELT\nabc')), []);
    assert.deepEqual(await octetsOf(file('f', '{"kty":"XX"}')), []);
  });

  it('takes the text of a key for that key, wherever it stands', async () => {
    const pem = publicPem('P-256');
    const base64 = Buffer.from(pem).toString('base64');
    assert.deepEqual(await octetsOf(secret('a', pem), secret('b', base64, 'base64')), ['EC', 'EC']);
  });

  it('reads files by their labels only', async () => {
    const wrong = publicPem('P-256').replaceAll('PUBLIC KEY', 'RSA PUBLIC KEY');
    const read = await readConfiguredKeys([file('f', wrong)]);
    assert.deepEqual([read.keys.length, read.damaged.length, read.secrets.length], [0, 1, 0]);
  });

  it('names keys of a JWK Set by their ids', async () => {
    const set = jwkSet({ a: aPair('P-256').publicKey, b: aPair('P-384').publicKey });
    const { keys } = await readConfiguredKeys([file('s', set)]);
    assert.deepEqual(
      keys.map(({ id }) => id),
      ['s#a', 's#b'],
    );
  });

  it('lets a private key stand back, and a kid lead to the first that carries it', async () => {
    const all = await readConfiguredKeys([
      file('private', privatePem('P-256')),
      file('public', publicPem('P-256')),
      file('set', jwkSet({ a: aPair('P-256').publicKey })),
      file('again', jwkSet({ a: aPair('P-384').publicKey })),
    ]);
    const used = (kid?: string): readonly string[] =>
      usableKeys(all.keys, kid, () => true).map(({ id }) => id);
    assert.deepEqual(used(), ['public', 'set#a', 'again#a']);
    assert.deepEqual(used('a'), ['set#a']);
    assert.deepEqual(used('z'), ['public']);
  });
});
