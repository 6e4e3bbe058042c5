import { concatBytes, ownBytes, utf8Bytes, type Bytes } from '../encoding/bytes';
import type { KeyManagementAlgorithm } from '../jose/encryptionAlgorithms';
import type { Engine } from './engine';

/** What a password becomes a key with (RFC 7518 §4.8.1). */
export interface PasswordParameters {
  /** `p2s`, decoded. */
  readonly salt: Bytes;
  /** `p2c`. */
  readonly iterations: number;
}

/** PBKDF2 of a password with the salt `alg` ‖ 0 ‖ `p2s` (RFC 7518 §4.8.1.1): the key that unwraps. How many iterations are bearable is the caller's question. */
export async function passwordKey(
  { alg, hash = 'SHA-256', wrapBytes = 16 }: KeyManagementAlgorithm,
  password: Bytes,
  { salt: saltInput, iterations }: PasswordParameters,
  engine: Engine,
): Promise<Bytes> {
  const salt = concatBytes(utf8Bytes(alg), Uint8Array.of(0), saltInput);
  if (engine) {
    try {
      const key = await engine.importKey('raw', password, { name: 'PBKDF2' }, false, ['deriveBits']);
      const parameters = { name: 'PBKDF2', hash, salt, iterations };
      return new Uint8Array(await engine.deriveBits(parameters, key, 8 * wrapBytes));
    } catch {
      // This host does not serve it, or not this password: the library does.
    }
  }
  const [{ pbkdf2Async }, { hashes }] = await Promise.all([
    import('@noble/hashes/pbkdf2.js'),
    import('./hashes'),
  ]);
  return ownBytes(await pbkdf2Async(hashes[hash], password, salt, { c: iterations, dkLen: wrapBytes }));
}
