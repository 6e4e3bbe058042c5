import assert from 'node:assert/strict';
import { FormatFault } from '../../../../src/core/encoding/formatFault';
import { ReadingContext } from '../../../../src/core/keys/readingContext';
import { attempt } from '../../../../src/core/keys/refusal';
import { isOpensshPrivate } from '../../../../src/core/keys/ssh/opensshMagic';
import { readOpensshPrivate } from '../../../../src/core/keys/ssh/opensshPrivate';
import { opensshPrivateText } from '../../../../src/core/keys/write/openssh';
import type { Key } from '../../../../src/core/keys/key';
import { isKeyProblem } from '../../../../src/core/keys/keyProblem';
import { aKey, aPair } from '../../../support/keyMaterial';

const octetsOf = async (kind: 'RSA-2048' | 'P-256' | 'Ed25519'): Promise<Uint8Array> => {
  const text = (await opensshPrivateText(aKey(aPair(kind).material, { comment: 'me' }))) as string;
  return new Uint8Array(Buffer.from(text.split('\n').slice(1, -2).join(''), 'base64'));
};
const read = async (octets: Uint8Array, passphrase?: string): Promise<Key[] | string> => {
  const context = new ReadingContext(passphrase);
  const result = await attempt('openssh-private', () => readOpensshPrivate(octets, context));
  return isKeyProblem(result) ? result.code : result;
};
/** The file with a name in its head put in place of another. */
const renamed = (octets: Uint8Array, from: string, to: string): Uint8Array => {
  const pack = (text: string): string => String.fromCharCode(0, 0, 0, text.length) + text;
  const text = Buffer.from(octets).toString('latin1').replace(pack(from), pack(to));
  return new Uint8Array(Buffer.from(text, 'latin1'));
};

describe('readOpensshPrivate', () => {
  for (const kind of ['RSA-2048', 'P-256', 'Ed25519'] as const)
    it(`reads ${kind} without a passphrase, whether one is given or not`, async () => {
      const octets = await octetsOf(kind);
      assert.ok(isOpensshPrivate(octets));
      for (const passphrase of [undefined, 'needless']) {
        const [key] = (await read(octets, passphrase)) as Key[];
        assert.deepEqual(key.material, aPair(kind).material);
        assert.equal(key.labels.comment, 'me');
      }
    });
  it('tells ciphers and derivations it does not know', async () => {
    const octets = await octetsOf('Ed25519');
    assert.equal(await read(renamed(octets, 'none', 'blowfish-cbc'), 'x'), 'unsupportedCipher');
    assert.equal(await read(renamed(octets, 'none', '3des-cbc'), 'x'), 'unsupportedCipher');
  });
  it('tells a file cut short at any octet, and never reads it', async () => {
    const octets = await octetsOf('Ed25519');
    for (let length = 15; length < octets.length - 8; length++)
      assert.equal(await read(octets.subarray(0, length)), 'truncated', String(length));
  });
  it('tells check numbers that differ as damage where nothing was enciphered', async () => {
    const octets = await octetsOf('Ed25519');
    const at = Buffer.from(octets).lastIndexOf(Buffer.from('ssh-ed25519')) - 6;
    octets[at] ^= 1;
    assert.equal(await read(octets), 'damaged');
  });
  it('tells a public half that is another key’s', async () => {
    const octets = await octetsOf('Ed25519');
    const at = Buffer.from(octets).lastIndexOf(Buffer.from('ssh-ed25519')) + 11 + 4;
    octets[at] ^= 1;
    assert.equal(await read(octets), 'inconsistent');
  });
  it('looks into no more keys than a file could hold', async () => {
    const octets = await octetsOf('Ed25519');
    const at = 15 + 8 + 8 + 4;
    octets.set([0xff, 0xff, 0xff, 0xff], at);
    assert.equal(await read(octets), 'tooMany');
  });
  it('refuses what does not begin as such a file', async () => {
    await assert.rejects(readOpensshPrivate(new Uint8Array(40), new ReadingContext()), FormatFault);
  });
});
