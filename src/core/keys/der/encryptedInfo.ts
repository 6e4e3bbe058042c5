import { DerReader } from '../../encoding/der';
import { FormatFault } from '../../encoding/formatFault';
import type { Key } from '../key';
import { decryptWithPassword } from '../password/passwordEncryption';
import type { ReadingContext } from '../readingContext';
import { refuse } from '../refusal';
import { readPrivateInfo, type KeyInfo } from './keyInfo';

/** EncryptedPrivateKeyInfo, of which the reader gives the members (RFC 5958 §3). */
export async function readEncryptedInfo(info: DerReader, context: ReadingContext): Promise<Key> {
  const identifier = info.enter();
  const encrypted = info.octets();
  const format = 'pkcs8-encrypted';
  const passphrase = context.needPassphrase(format);
  const octets = await decryptWithPassword(format, identifier, encrypted, passphrase, context);
  return { ...(await readDecryptedInfo(format, octets)), format };
}

/**
 * PrivateKeyInfo that came out of a cipher. A wrong passphrase often enough gives a right padding by chance, and octets
 * that are nothing: those are told as a wrong passphrase, not as a damaged key.
 */
export async function readDecryptedInfo(
  format: 'pkcs8-encrypted' | 'pkcs12',
  octets: Uint8Array,
): Promise<KeyInfo> {
  try {
    return await readPrivateInfo(format, new DerReader(octets).enter());
  } catch (error) {
    if (error instanceof FormatFault) refuse('passphraseWrong', { format });
    throw error;
  }
}
