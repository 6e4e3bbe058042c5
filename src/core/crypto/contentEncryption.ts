import { concatBytes, type Bytes } from '../encoding/bytes';
import type { ContentEncryption } from '../jose/encryptionAlgorithms';
import { cbcOpen, cbcSeal, gcmOpen, gcmSeal, type Sealed } from './aesEngine';
import { equalInConstantTime } from './constantTime';
import { hostEngine, type Engine } from './engine';

/** What goes into one encryption besides the data. */
export interface ContentParameters {
  readonly row: ContentEncryption;
  /** The content encryption key, of the row's length. */
  readonly key: Bytes;
  readonly iv: Bytes;
  /** The additional authenticated data (RFC 7516 §5.1 step 14). */
  readonly aad: Bytes;
}

/** Encrypts content (RFC 7518 §5). Lengths of key and initialization vector must be the row's. */
export async function sealContent(
  parameters: ContentParameters,
  plaintext: Bytes,
  engine: Engine = hostEngine(),
): Promise<Sealed> {
  const { row, key, iv, aad } = parameters;
  if (row.family === 'gcm') return gcmSeal(key, iv, plaintext, aad, engine);
  const ciphertext = await cbcSeal(key.slice(row.keyBytes / 2), iv, plaintext, engine);
  return { ciphertext, tag: await contentMac(parameters, ciphertext) };
}

/** Decrypts content; undefined where anything of key, data or tag is not what was sealed. Lengths are checked here. */
export async function openContent(
  parameters: ContentParameters,
  sealed: Sealed,
  engine: Engine = hostEngine(),
): Promise<Bytes | undefined> {
  const { row, key, iv, aad } = parameters;
  if (key.length !== row.keyBytes || iv.length !== row.ivBytes || sealed.tag.length !== row.tagBytes)
    return undefined;
  if (row.family === 'gcm') return gcmOpen(key, iv, sealed, aad, engine);
  const isGenuine = equalInConstantTime(await contentMac(parameters, sealed.ciphertext), sealed.tag);
  return isGenuine ? cbcOpen(key.slice(row.keyBytes / 2), iv, sealed.ciphertext, engine) : undefined;
}

/** The first half of HMAC(MAC key, A ‖ IV ‖ E ‖ AL), AL being the bits of A (RFC 7518 §5.2.2.1). */
async function contentMac({ row, key, iv, aad }: ContentParameters, ciphertext: Bytes): Promise<Bytes> {
  const { hmacOf } = await import('./hmac');
  const { hash = 'SHA-256' } = row;
  const length = new DataView(new ArrayBuffer(8));
  length.setBigUint64(0, BigInt(8 * aad.length));
  const data = concatBytes(aad, iv, ciphertext, new Uint8Array(length.buffer));
  return hmacOf(hash, key.slice(0, row.keyBytes / 2), data).slice(0, row.tagBytes);
}
