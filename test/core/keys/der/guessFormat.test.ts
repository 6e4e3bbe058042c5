import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import type { Bytes } from '../../../../src/core/encoding/bytes';
import {
  derElement,
  derInteger,
  derOctets,
  derOid,
  derSequence,
} from '../../../../src/core/encoding/derWriter';
import { guessFormat } from '../../../../src/core/keys/der/guessFormat';
import { readKeys } from '../../../../src/core/keys/readKeys';
import { certificate, own, pkcs8Of, spkiOf } from './derFiles';

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const content = (oid: string): Bytes =>
  derSequence(derOid(oid), derElement(0xa0, derOctets(new Uint8Array(200))));

const whole: Readonly<Record<string, Bytes>> = {
  spki: spkiOf('Ed25519'),
  pkcs8: pkcs8Of('Ed25519'),
  'pkcs8-encrypted': own(
    ec.privateKey.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'closed' }),
  ),
  sec1: own(ec.privateKey.export({ type: 'sec1', format: 'der' })),
  'pkcs1-private': own(rsa.privateKey.export({ type: 'pkcs1', format: 'der' })),
  'pkcs1-public': own(rsa.publicKey.export({ type: 'pkcs1', format: 'der' })),
  x509: certificate,
  pkcs12: derSequence(derInteger(3), content('1.2.840.113549.1.7.1')),
  pkcs7: content('1.2.840.113549.1.7.2'),
};

describe('guessFormat', () => {
  for (const [format, octets] of Object.entries(whole)) {
    it(`tells what a damaged file was: ${format}`, async () => {
      assert.equal(guessFormat(octets), format);
      const { keys, problems } = await readKeys({ bytes: octets.slice(0, -3), name: 'damaged.der' });
      assert.deepEqual(keys, []);
      assert.deepEqual(
        problems.map((problem) => [problem.code, (problem.facts as { format?: string }).format]),
        [['truncated', format]],
      );
    });
  }

  it('tells nothing of a beginning that is none of theirs, or is cut off itself', () => {
    for (const octets of [
      [],
      [0x30],
      [0x30, 0x82],
      [0x30, 3, 1, 1, 0xff],
      [0x30, 2, 5, 0],
      [0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 2],
    ])
      assert.equal(guessFormat(Uint8Array.from(octets)), undefined, octets.join(' '));
  });

  it('leaves the last word to the file’s name then', async () => {
    const bytes = Uint8Array.of(0x30, 9, 1, 1, 0xff, 0, 0, 0);
    const said = async (name: string): Promise<unknown> =>
      (await readKeys({ bytes, name })).problems[0]?.facts;
    assert.deepEqual(await said('a.p12'), { format: 'pkcs12' });
    assert.deepEqual(await said('a.pub'), { format: 'spki' });
  });
});
