import { utf8Bytes, type Bytes } from '../../../../src/core/encoding/bytes';
import {
  derBits,
  derElement,
  derInteger,
  derOid,
  derSequence,
} from '../../../../src/core/encoding/derWriter';
import type { Key } from '../../../../src/core/keys/key';
import { readKeys } from '../../../../src/core/keys/readKeys';
import { aPair } from '../../../support/keyMaterial';

/** What a file gives: its keys, or the one problem with its facts. */
export async function read(
  bytes: Bytes,
  passphrase?: string,
): Promise<{ keys: readonly Key[]; told: readonly string[] }> {
  const { keys, problems } = await readKeys({ bytes }, passphrase === undefined ? {} : { passphrase });
  const told = problems.map(({ code, facts }) => [code, ...Object.values<unknown>({ ...facts })].join(' '));
  return { keys, told };
}
export async function told(bytes: Bytes, passphrase?: string): Promise<string> {
  const found = await read(bytes, passphrase);
  return found.keys.length > 0 ? `${found.keys.length} keys` : found.told.join('; ');
}
export const own = (octets: Uint8Array): Bytes => new Uint8Array(octets);
export const spkiOf = (kind: Parameters<typeof aPair>[0]): Bytes =>
  own(aPair(kind).publicKey.export({ type: 'spki', format: 'der' }));
export const pkcs8Of = (kind: Parameters<typeof aPair>[0]): Bytes =>
  own(aPair(kind).privateKey.export({ type: 'pkcs8', format: 'der' }));

/** A certificate of an Ed25519 key that nobody signed. */
export const certificate = ((): Bytes => {
  const name = (text: string): Bytes =>
    derSequence(derElement(0x31, derSequence(derOid('2.5.4.3'), derElement(0x0c, utf8Bytes(text)))));
  const time = (text: string): Bytes => derElement(0x17, utf8Bytes(text));
  const algorithm = derSequence(derOid('1.3.101.112'));
  const signed = derSequence(
    derElement(0xa0, derInteger(2)),
    derInteger(7),
    algorithm,
    name('issuer'),
    derSequence(time('200101000000Z'), time('300101000000Z')),
    name('subject'),
    spkiOf('Ed25519'),
  );
  return derSequence(signed, algorithm, derBits(new Uint8Array(64)));
})();
