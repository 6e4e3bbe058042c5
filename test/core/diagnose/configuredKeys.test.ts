import assert from 'node:assert/strict';
import { readConfiguredKeys, usableKeys, withSecret } from '../../../src/core/diagnose/configuredKeys';
import { secretForm } from '../../../src/core/diagnose/secretForm';
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

  const named = (...configured: Parameters<typeof readConfiguredKeys>[0]): Promise<readonly unknown[]> =>
    readConfiguredKeys(configured).then(({ keys }) =>
      keys.map(({ id, kid, key: { material }, fileText, secret: form }) => [
        ...[id, kid, material.kty, fileText !== undefined],
        form && [form.text, form.encoding, form.raw],
      ]),
    );

  it('knows each with its id, its kid, the text of its file, and what a secret was before', async () => {
    const jwk = { ...aPair('P-256').publicKey.export({ format: 'jwk' }), kid: 'x' };
    const oct = { kty: 'oct', k: 'YWJj' };
    assert.deepEqual(await named(file('f', JSON.stringify(jwk))), [['f', 'x', 'EC', true, undefined]]);
    assert.deepEqual(await named(file('f', JSON.stringify({ keys: [jwk, { ...jwk, kid: undefined }] }))), [
      ['f#x', 'x', 'EC', true, undefined],
      ['f', undefined, 'EC', true, undefined],
    ]);
    assert.deepEqual(await named(file('f', JSON.stringify({ ...oct, kid: 'y' }))), [
      ['f', 'y', 'oct', false, ['YWJj', 'base64url', undefined]],
    ]);
    assert.deepEqual(
      await named(file('f', ` ${JSON.stringify({ keys: [{ ...oct, kid: 'y' }, oct, jwk] })}\n`)),
      [
        ['f#x', 'x', 'EC', true, undefined],
        ['f#y', 'y', 'oct', false, ['YWJj', 'base64url', undefined]],
        ['f', undefined, 'oct', false, ['YWJj', 'base64url', undefined]],
      ],
    );
    const der = aPair('P-256').publicKey.export({ type: 'spki', format: 'der' });
    assert.deepEqual(await named(file('f', der)), [['f', undefined, 'EC', false, undefined]]);
    assert.deepEqual(await named(env('e', ' "a" # b', 'utf8'), secret('s', '00', 'hex')), [
      ['e', undefined, 'oct', false, ['a', 'utf8', ' "a" # b']],
      ['s', undefined, 'oct', false, ['00', 'hex', undefined]],
    ]);
    assert.deepEqual(await named(file('f', 'a word')), [
      ['f', undefined, 'oct', false, ['a word', 'utf8', undefined]],
    ]);
  });

  it('keeps secrets of a JWK Set that do not decode in mind, and takes nothing else there for one', async () => {
    const keys = [
      { kty: 'oct', k: '!', kid: 'a' },
      { kty: 'oct', k: '' },
      { kty: 'oct' },
      { kty: 'oct', k: 7 },
      { kty: 'EC', k: 'YWJj' },
      { k: 'YWJj' },
      'YWJj',
      null,
    ];
    const read = await readConfiguredKeys([file('set', JSON.stringify({ keys }))]);
    assert.deepEqual(
      read.secrets.map(({ id, kid, secret: form, key: { material } }) => [
        id,
        kid,
        form.text,
        form.octets,
        material,
      ]),
      [['set#a', 'a', '!', undefined, { kty: 'oct', k: new Uint8Array() }]],
    );
    assert.deepEqual([read.keys, read.damaged], [[], []]);
  });

  it('takes no member called keys for a set that is none', async () => {
    const jwk = { kty: 'oct', k: 'YWJj', kid: 'y', keys: { kty: 'oct', k: 'AAAA' } };
    assert.deepEqual(await named(file('f', JSON.stringify(jwk))), [
      ['f', 'y', 'oct', false, ['YWJj', 'base64url', undefined]],
    ]);
  });

  it('opens a file by its passphrase', async () => {
    const sealed = aPair('P-256').privateKey.export({
      ...{ type: 'pkcs8', format: 'pem' },
      ...{ cipher: 'aes-128-cbc', passphrase: 'open' },
    }) as string;
    const counts = async (passphrase?: string): Promise<readonly number[]> => {
      const { keys, secrets, damaged } = await readConfiguredKeys([file('f', sealed, passphrase)]);
      return [keys.length, secrets.length, damaged.length];
    };
    assert.deepEqual(await counts('open'), [1, 0, 0]);
    assert.deepEqual(await counts('wrong'), [0, 0, 0]);
    assert.deepEqual(await counts(), [0, 0, 0]);
  });

  it('tells keys of one file apart by their labels', async () => {
    const right = publicPem('P-256');
    const wrong = publicPem('P-384').replaceAll('PUBLIC KEY', 'RSA PUBLIC KEY');
    const read = await readConfiguredKeys([file('f', `${right}${wrong}`)]);
    const curves = (keys: typeof read.keys): readonly unknown[] =>
      keys.map(({ id, key: { material }, fileText }) => [
        id,
        material.kty === 'EC' && material.crv,
        fileText,
      ]);
    assert.deepEqual(curves(read.keys), [['f', 'P-256', `${right}${wrong}`]]);
    assert.deepEqual(curves(read.damaged), [['f', 'P-384', `${right}${wrong}`]]);
  });

  it('knows a damaged key with its file', async () => {
    const text = publicPem('P-256').replaceAll('-----', '---');
    const { damaged } = await readConfiguredKeys([file('f', text)]);
    assert.deepEqual(
      damaged.map(({ id, kid, fileText }) => [id, kid, fileText]),
      [['f', undefined, text]],
    );
  });

  it('takes nothing with a trace of a key for a secret, in whatever encoding', async () => {
    const traces = ['BEGIN A', '-----END', '{"kty":', '"kty" :', 'ssh-rsa AAAA', 'PuTTY-User-Key-File-2:'];
    for (const text of traces) {
      const hex = Buffer.from(text).toString('hex');
      for (const configured of [
        secret('s', text),
        env('e', text),
        file('f', text),
        secret('s', hex, 'hex'),
      ]) {
        const { keys, secrets, damaged } = await readConfiguredKeys([configured]);
        assert.deepEqual([keys, secrets, damaged], [[], [], []], text);
      }
    }
    for (const text of ['BEGIN', 'BEGINA', 'begin a', '--END', '"kty"', 'kty:']) {
      const { secrets } = await readConfiguredKeys([file('f', text)]);
      assert.equal(secrets.length, 1, text);
    }
    // Octets that are no text may hold such a trace as well.
    const { secrets } = await readConfiguredKeys([
      file('f', Buffer.from([0xff, ...Buffer.from('BEGIN A'), 0xfe])),
    ]);
    assert.deepEqual(secrets, []);
  });

  it('takes an empty file for nothing', async () => {
    const { keys, secrets, damaged } = await readConfiguredKeys([file('f', ''), secret('s', '')]);
    assert.deepEqual([keys, damaged, secrets.map(({ id }) => id)], [[], [], ['s']]);
  });

  it('changes a secret under its id and its kid', async () => {
    const { secrets } = await readConfiguredKeys([file('f', '{"keys":[{"kty":"oct","k":"YQ","kid":"y"}]}')]);
    const [origin] = secrets;
    assert.ok(origin);
    const changed = withSecret(origin, secretForm('bb', 'hex'));
    assert.deepEqual(
      [changed.id, changed.kid, changed.key.labels, changed.key.material, changed.secret.text],
      ['f#y', 'y', { kid: 'y' }, { kty: 'oct', k: Uint8Array.of(0xbb) }, 'bb'],
    );
    const [plain] = (await readConfiguredKeys([secret('s', 'a')])).secrets;
    assert.ok(plain);
    assert.ok(!Object.hasOwn(withSecret(plain, secretForm('b', 'utf8')), 'kid'));
  });
});
