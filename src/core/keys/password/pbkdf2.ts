import { hostEngine } from '../../crypto/engine';
import { ownBytes, type Bytes } from '../../encoding/bytes';
import type { PasswordHashName } from './passwordHashes';

const webHashes: ReadonlySet<PasswordHashName> = new Set(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const);

/** PBKDF2 with HMAC (RFC 8018 §5.2): by WebCrypto where it knows the hash, since it does not hold the thread. */
export async function pbkdf2(
  hash: PasswordHashName,
  password: Bytes,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Promise<Bytes> {
  const engine = hostEngine();
  // Some hosts refuse an empty password as a key.
  if (engine && webHashes.has(hash) && password.length > 0) {
    const key = await engine.importKey('raw', password, { name: 'PBKDF2' }, false, ['deriveBits']);
    const parameters = { name: 'PBKDF2', hash, salt: ownBytes(salt.slice()), iterations };
    return new Uint8Array(await engine.deriveBits(parameters, key, 8 * length));
  }
  const [{ pbkdf2Async }, { passwordHash }] = await Promise.all([
    import('@noble/hashes/pbkdf2.js'),
    import('./passwordHashes'),
  ]);
  return ownBytes(await pbkdf2Async(passwordHash(hash), password, salt, { c: iterations, dkLen: length }));
}
