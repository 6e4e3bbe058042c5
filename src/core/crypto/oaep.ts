import type { Bytes } from '../encoding/bytes';
import type { Hash } from '../jose/algorithms';
import type { RsaMaterial } from '../keys/key';
import { KeyUnusable } from './cryptoErrors';
import type { Engine } from './engine';
import { importKey } from './importKey';
import { isOrdinaryRsa } from './ordinaryRsa';

/** Opens RSA-OAEP with WebCrypto, or by library for keys and hosts it does not serve; undefined where it does not open. */
export async function openOaep(
  material: RsaMaterial,
  hash: Hash,
  ciphertext: Bytes,
  engine: Engine,
): Promise<Bytes | undefined> {
  if (!material.private) throw new KeyUnusable('notPrivate');
  const key = engine && isOrdinaryRsa(material) && (await importOaep(engine, material, hash));
  if (!engine || !key) return (await import('./rsaEncryption')).oaepOpen(material, hash, ciphertext);
  try {
    return new Uint8Array(await engine.decrypt({ name: 'RSA-OAEP' }, key, ciphertext));
  } catch {
    return undefined;
  }
}

async function importOaep(
  subtle: SubtleCrypto,
  material: RsaMaterial,
  hash: Hash,
): Promise<CryptoKey | undefined> {
  try {
    return await importKey(subtle, material, 'private', { name: 'RSA-OAEP', hash }, ['decrypt']);
  } catch {
    return undefined;
  }
}
