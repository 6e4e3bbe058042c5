import { utf8Bytes, ownBytes, type Bytes } from '../../encoding/bytes';
import { FormatFault } from '../../encoding/formatFault';
import { ecPair, okpPair } from '../curve/pairs';
import { scalar } from '../curve/points';
import type { Key, KeyMaterial } from '../key';
import { bcryptPbkdf } from '../password/bcryptPbkdf';
import { derivationLimits } from '../password/derivationLimits';
import type { ReadingContext } from '../readingContext';
import { orRefuse, refuse } from '../refusal';
import { rsaMaterial } from '../rsa/rsaMaterial';
import { withCrtExponents } from '../rsa/crtExponents';
import { sshKeyType } from './publicBlob';
import { beginsWithMagic, opensshMagic } from './opensshMagic';
import { sshCiphers, type SshCipher } from './sshCiphers';
import { SshReader } from './sshReader';

const format = 'openssh-private';
/** Keys of one file; ssh-keygen writes one. */
const keyLimit = 16;

/** The keys of an OpenSSH private key file (openssh-portable, PROTOCOL.key). Throws refusals and format faults. */
export async function readOpensshPrivate(octets: Uint8Array, context: ReadingContext): Promise<Key[]> {
  if (!beginsWithMagic(octets)) throw new FormatFault('malformed');
  const reader = new SshReader(octets.subarray(opensshMagic.length));
  const cipherName = reader.text();
  const derivation = { name: reader.text(), options: reader.string() };
  const count = reader.uint32();
  if (count > keyLimit) refuse('tooMany', { count, limit: keyLimit });
  for (let index = 0; index < count; index++) reader.string();
  const data = reader.string();
  if (cipherName === 'none') return readSection(data, count);
  const cipher = sshCiphers.get(cipherName) ?? refuse('unsupportedCipher', { name: cipherName });
  const tag = reader.raw(cipher.tagBytes);
  if (data.length === 0 || data.length % cipher.blockBytes !== 0) throw new FormatFault('truncated');
  const { key, iv } = await deriveKey(cipher, derivation, context);
  return readSection(await cipher.decrypt(key, iv, data, tag), count, 'passphraseWrong');
}

async function deriveKey(
  cipher: SshCipher,
  derivation: { readonly name: string; readonly options: Uint8Array },
  context: ReadingContext,
): Promise<{ key: Bytes; iv: Bytes }> {
  if (derivation.name !== 'bcrypt') refuse('unsupportedCipher', { name: derivation.name });
  const options = new SshReader(derivation.options);
  const salt = options.string();
  const rounds = options.uint32();
  if (salt.length === 0 || rounds === 0) throw new FormatFault('malformed');
  const passphrase = utf8Bytes(context.needPassphrase(format));
  // bcrypt-pbkdf has no key for an empty passphrase; ssh-keygen never writes one.
  if (passphrase.length === 0) refuse('passphraseWrong', { format });
  context.spend('bcrypt', rounds, derivationLimits.bcryptRounds);
  const made = await bcryptPbkdf(passphrase, salt, rounds, cipher.keyBytes + cipher.ivBytes);
  return { key: made.slice(0, cipher.keyBytes), iv: made.slice(cipher.keyBytes) };
}

/** The private section: two equal numbers, then the keys; unequal ones mean that it was opened with the wrong key. */
async function readSection(
  section: Uint8Array,
  count: number,
  otherwise: 'damaged' | 'passphraseWrong' = 'damaged',
): Promise<Key[]> {
  const reader = new SshReader(section);
  if (reader.uint32() !== reader.uint32()) refuse(otherwise, { format });
  const keys: Key[] = [];
  for (let index = 0; index < count; index++) {
    const material = await readPrivate(reader);
    const comment = reader.text().slice(0, 200);
    keys.push({ material, labels: comment === '' ? {} : { comment }, format });
  }
  return keys;
}

async function readPrivate(reader: SshReader): Promise<KeyMaterial> {
  const { kind, row } = sshKeyType(reader.text());
  if (kind === 'rsa') {
    const [n, e, d] = [reader.mpint(), reader.mpint(), reader.mpint()];
    const [qi, p, q] = [reader.mpint(), reader.mpint(), reader.mpint()];
    return orRefuse(rsaMaterial(format, withCrtExponents({ n, e, d, p, q, qi })));
  }
  if (!row) throw new FormatFault('malformed');
  if (kind === 'ec') {
    reader.string();
    const point = reader.string();
    return ecPair(format, row, scalar(row, reader.mpint()), point);
  }
  const x = reader.string();
  // The private half is followed by the public one once more.
  const both = reader.string();
  return okpPair(format, row, ownBytes(both.slice(0, row.width)), x);
}
