import { concatBytes, equalBytes, ownBytes, utf8Bytes, type Bytes } from '../../encoding/bytes';
import { FormatFault } from '../../encoding/formatFault';
import { ecPair, okpPair } from '../curve/pairs';
import { scalar } from '../curve/points';
import type { Key, KeyMaterial } from '../key';
import { aesCbc } from '../password/blockCiphers';
import type { ReadingContext } from '../readingContext';
import { orRefuse, refuse } from '../refusal';
import { withCrtExponents } from '../rsa/crtExponents';
import { rsaMaterial } from '../rsa/rsaMaterial';
import { readPublicBlob, sshKeyType } from './publicBlob';
import { parsePutty, type PuttyFile } from './puttyFile';
import { puttyKeys, type PuttyKeys } from './puttyKeys';
import { SshReader } from './sshReader';

const format = 'putty';

/** A PuTTY private key, PPK version 2 or 3 (PuTTY manual, appendix C). Throws refusals and format faults. */
export async function readPutty(text: string, context: ReadingContext): Promise<Key> {
  const file = parsePutty(text);
  const isEncrypted = file.encryption !== 'none';
  if (isEncrypted && file.encryption !== 'aes256-cbc') refuse('unsupportedCipher', { name: file.encryption });
  const passphrase = isEncrypted ? context.needPassphrase(format) : '';
  const keys = await puttyKeys(file, passphrase, context);
  const secret = isEncrypted ? await decrypt(file, keys) : file.privateBlob;
  const fields = [file.algorithm, file.encryption, file.comment].map(utf8Bytes);
  const authenticated = concatBytes(...[...fields, file.publicBlob, secret].map(sshString));
  if (!equalBytes(await keys.mac(authenticated), file.mac))
    refuse(isEncrypted ? 'passphraseWrong' : 'damaged', { format });
  const material = await readMaterial(file, secret);
  return { material, labels: file.comment === '' ? {} : { comment: file.comment.slice(0, 200) }, format };
}

async function decrypt({ privateBlob }: PuttyFile, { cipherKey, iv }: PuttyKeys): Promise<Bytes> {
  if (privateBlob.length % 16 !== 0) throw new FormatFault('truncated');
  return aesCbc(32).decrypt(cipherKey, iv, privateBlob);
}

/** The private numbers by type of key (PuTTY manual, appendix C.3). */
async function readMaterial({ algorithm, publicBlob }: PuttyFile, secret: Uint8Array): Promise<KeyMaterial> {
  const own = await readPublicBlob(format, publicBlob);
  const { row } = sshKeyType(algorithm);
  const reader = new SshReader(secret);
  if (own.kty === 'RSA') {
    const [d, p, q, qi] = [reader.mpint(), reader.mpint(), reader.mpint(), reader.mpint()];
    return orRefuse(rsaMaterial(format, withCrtExponents({ n: own.n, e: own.e, d, p, q, qi })));
  }
  if (own.kty === 'EC' && row)
    return ecPair(format, row, scalar(row, reader.mpint()), concatBytes(Uint8Array.of(4), own.x, own.y));
  if (own.kty !== 'OKP' || !row) throw new FormatFault('malformed');
  // Octets as RFC 8032 has them, of which zeros at the end may have been lost.
  const octets = reader.string();
  if (octets.length > row.width) throw new FormatFault('malformed');
  const d = new Uint8Array(row.width);
  d.set(octets);
  return okpPair(format, row, ownBytes(d), own.x);
}

function sshString(octets: Uint8Array): Bytes {
  const length = octets.length;
  return concatBytes(Uint8Array.of(length >>> 24, length >>> 16, length >>> 8, length), octets);
}
