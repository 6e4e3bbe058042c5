import { concatBytes, type Bytes } from '../encoding/bytes';
import type { Engine } from './engine';

/** Octets of a GCM tag in JOSE (RFC 7518 §5.3). */
const gcmTagBytes = 16;

export interface Sealed {
  readonly ciphertext: Bytes;
  readonly tag: Bytes;
}

/** AES-GCM (NIST SP 800-38D): by WebCrypto, or by library where the host lacks the key size (192 bits in Chromium). */
export async function gcmSeal(
  key: Bytes,
  iv: Bytes,
  data: Bytes,
  aad: Bytes,
  engine: Engine,
): Promise<Sealed> {
  const imported = await importAes(engine, 'AES-GCM', key, 'encrypt');
  const parameters = { name: 'AES-GCM', iv, additionalData: aad };
  const sealed = imported
    ? new Uint8Array(await imported.subtle.encrypt(parameters, imported.key, data))
    : (await library()).gcmEncrypt(key, iv, data, aad);
  const end = sealed.length - gcmTagBytes;
  return { ciphertext: sealed.slice(0, end), tag: sealed.slice(end) };
}

/** Undefined where the tag does not fit. Lengths of `iv` and tag are the caller's to check. */
export async function gcmOpen(
  key: Bytes,
  iv: Bytes,
  { ciphertext, tag }: Sealed,
  aad: Bytes,
  engine: Engine,
): Promise<Bytes | undefined> {
  const data = concatBytes(ciphertext, tag);
  const imported = await importAes(engine, 'AES-GCM', key, 'decrypt');
  if (!imported) return (await library()).gcmDecrypt(key, iv, data, aad);
  const parameters = { name: 'AES-GCM', iv, additionalData: aad };
  return refusedAsUndefined(imported.subtle.decrypt(parameters, imported.key, data));
}

/** AES-CBC with the padding of PKCS#7. */
export async function cbcSeal(key: Bytes, iv: Bytes, data: Bytes, engine: Engine): Promise<Bytes> {
  const imported = await importAes(engine, 'AES-CBC', key, 'encrypt');
  if (!imported) return (await library()).cbcEncrypt(key, iv, data);
  return new Uint8Array(await imported.subtle.encrypt({ name: 'AES-CBC', iv }, imported.key, data));
}

/** Undefined where length or padding cannot be. Only for data whose MAC was checked. */
export async function cbcOpen(
  key: Bytes,
  iv: Bytes,
  ciphertext: Bytes,
  engine: Engine,
): Promise<Bytes | undefined> {
  const imported = await importAes(engine, 'AES-CBC', key, 'decrypt');
  if (!imported) return (await library()).cbcDecrypt(key, iv, ciphertext);
  return refusedAsUndefined(imported.subtle.decrypt({ name: 'AES-CBC', iv }, imported.key, ciphertext));
}

const library = async () => (await import('./aes')).aesLibrary;

/** The key in WebCrypto; undefined where there is none, or none for this size. */
async function importAes(
  engine: Engine,
  name: string,
  key: Bytes,
  usage: 'encrypt' | 'decrypt',
): Promise<{ readonly subtle: SubtleCrypto; readonly key: CryptoKey } | undefined> {
  if (!engine) return undefined;
  try {
    return { subtle: engine, key: await engine.importKey('raw', key, { name }, false, [usage]) };
  } catch {
    return undefined;
  }
}

async function refusedAsUndefined(work: Promise<ArrayBuffer>): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await work);
  } catch {
    return undefined;
  }
}
