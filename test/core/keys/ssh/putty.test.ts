import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { hasPrivate } from '../../../../src/core/keys/jwk';
import type { KeyReading } from '../../../../src/core/keys/keyReading';
import { readKeys } from '../../../../src/core/keys/readKeys';

const vector = (name: string): string =>
  readFileSync(new URL(`../../../vectors/keys/files/${name}`, import.meta.url), 'utf8');
const read = (text: string, passphrase?: string): Promise<KeyReading> =>
  readKeys({ bytes: new TextEncoder().encode(text) }, passphrase === undefined ? {} : { passphrase });
const codeOf = async (text: string, passphrase?: string): Promise<string> => {
  const { keys, problems } = await read(text, passphrase);
  assert.equal(keys.length, 0);
  return problems[0].code;
};
const [open2, closed2] = [vector('ed25519/putty-v2.ppk'), vector('p384/putty-v2-enc.ppk')];
const [open3, closed3] = [vector('p256/putty-v3.ppk'), vector('rsa2048/putty-v3-enc.ppk')];

describe('readPutty', () => {
  for (const [what, text, passphrase] of [
    ['version 2', open2],
    ['version 2, closed', closed2, 'correct horse'],
    ['version 3', open3],
    ['version 3, closed', closed3, 'correct horse'],
  ] as const)
    it(`reads ${what}, with any line ends`, async () => {
      const { keys, problems } = await read(text.replaceAll(/\r?\n/g, '\r\n'), passphrase);
      assert.deepEqual(problems, []);
      assert.ok(hasPrivate(keys[0].material));
      assert.equal(keys[0].format, 'putty');
      assert.equal(keys[0].labels.comment, /^Comment: (.*?)\r?$/m.exec(text)?.[1] || undefined);
    });
  it('asks for a passphrase, and tells a wrong one', async () => {
    for (const text of [closed2, closed3]) {
      assert.equal(await codeOf(text), 'passphraseNeeded');
      assert.equal(await codeOf(text, 'wrong'), 'passphraseWrong');
    }
  }).timeout(60_000);
  it('tells a comment that was changed, since all of the file is authenticated', async () => {
    assert.equal(await codeOf(open2.replace(/^Comment: /m, 'Comment: x')), 'damaged');
  });

  const broken: [what: string, text: string, code: string][] = [
    ['a file of version 1', open2.replace('File-2', 'File-1'), 'unsupportedVersion'],
    ['a file cut short', open2.slice(0, 200), 'truncated'],
    ['a file without its MAC', open2.replace(/^Private-MAC.*$/m, ''), 'truncated'],
    ['a count of lines that is none', open2.replace(/^Public-Lines: .*$/m, 'Public-Lines: -1'), 'truncated'],
    ['another cipher', open2.replace('Encryption: none', 'Encryption: rot13'), 'unsupportedCipher'],
    ['another derivation', closed3.replace(/Argon2id/, 'Argon2x'), 'unsupportedCipher'],
    [
      'gigabytes of memory',
      closed3.replace(/^Argon2-Memory: .*$/m, 'Argon2-Memory: 4194304'),
      'derivationTooCostly',
    ],
    [
      'a million passes',
      closed3.replace(/^Argon2-Passes: .*$/m, 'Argon2-Passes: 1000000'),
      'derivationTooCostly',
    ],
    ['no passes', closed3.replace(/^Argon2-Passes: .*$/m, 'Argon2-Passes: 0'), 'damaged'],
  ];
  for (const [what, text, code] of broken)
    it(`tells ${what} as ${code}`, async () => {
      assert.equal(await codeOf(text, 'correct horse'), code);
    });
});
