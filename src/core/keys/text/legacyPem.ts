import { decodeHex } from '../../encoding/hex';
import { FormatFault } from '../../encoding/formatFault';
import type { PemBlock } from '../../encoding/pem';
import type { Bytes } from '../../encoding/bytes';
import { decryptPadded } from '../password/blockCiphers';
import { legacyPemCiphers } from '../password/passwordEncryption';
import type { ReadingContext } from '../readingContext';
import { refuse } from '../refusal';

const format = 'pem-encrypted';

/** Deciphers a block that is enciphered the way of RFC 1421: the key is made by MD5 of the passphrase and the first eight octets of the initialization vector. */
export async function decryptLegacyPem(
  { headers }: PemBlock,
  encrypted: Uint8Array,
  context: ReadingContext,
): Promise<Bytes> {
  const [name = '', vector = ''] = (headers.get('dek-info') ?? '').split(',').map((part) => part.trim());
  const iv = decodeHex(vector);
  if (name === '' || !iv) throw new FormatFault('malformed');
  const cipher = legacyPemCiphers.get(name.toUpperCase()) ?? refuse('unsupportedCipher', { name });
  if (iv.length !== cipher.blockBytes) throw new FormatFault('malformed');
  const passphrase = context.needPassphrase(format);
  const { opensslKey } = await import('../password/repeatedHash');
  const key = opensslKey(passphrase, iv.subarray(0, 8), cipher.keyBytes);
  return decryptPadded(format, cipher, key, iv, encrypted);
}
