import type { Bytes } from '../encoding/bytes';
import { ownBytes } from '../encoding/bytes';
import type { Hash } from '../jose/algorithms';
import { hostEngine, type Engine } from './engine';

/** The digest of the data (FIPS 180-4), by WebCrypto where the host has it. */
export async function digest(hash: Hash, data: Uint8Array, engine: Engine = hostEngine()): Promise<Bytes> {
  if (engine) return new Uint8Array(await engine.digest(hash, ownBytes(data)));
  const { hashes } = await import('./hashes');
  return ownBytes(hashes[hash](data));
}
