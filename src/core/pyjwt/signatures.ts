import { KeyUnusable } from '../crypto/cryptoErrors';
import { signWith, verifyWith } from '../crypto/signatures';
import type { Bytes } from '../encoding/bytes';
import type { KeyMaterial } from '../keys/key';
import type { PyjwtAlgorithm } from './algorithms';
import { className } from './cryptography/loadedKey';
import { Raised } from './exceptions';
import { isLoadedKey, type PreparedKey } from './prepareKey';
import { refuse } from './refusals';

/** `Algorithm.verify`: `none` never verifies, and a private RSA key has no `verify` at all. */
export async function pyjwtVerify(
  { signature: mathematics, kind }: PyjwtAlgorithm,
  key: PreparedKey,
  data: Bytes,
  signature: Bytes,
): Promise<boolean | Raised> {
  if (!mathematics || key === null) return false;
  if (kind === 'rsa' && isLoadedKey(key) && key.isPrivate)
    return refuse('cannotVerify', { found: className(key) });
  const material = materialOf(key);
  if (!material) return false;
  try {
    return await verifyWith(mathematics, material, data, signature);
  } catch (thrown) {
    // Keys of sizes nothing verifies with: OpenSSL says no signature fits them.
    if (thrown instanceof KeyUnusable) return false;
    throw thrown;
  }
}

/** `Algorithm.sign`: empty for `none`; a public key has no `sign`. */
export async function pyjwtSign(
  { signature: mathematics }: PyjwtAlgorithm,
  key: PreparedKey,
  data: Bytes,
): Promise<Bytes | Raised> {
  if (!mathematics || key === null) return new Uint8Array();
  if (isLoadedKey(key) && !key.isPrivate) return refuse('cannotSign', { found: className(key) });
  const material = materialOf(key);
  try {
    if (material) return await signWith(mathematics, material, data);
  } catch (thrown) {
    if (!(thrown instanceof KeyUnusable)) throw thrown;
  }
  return new Raised('ValueError', 'Digest or salt length too long for key size.', 'prefix');
}

function materialOf(key: NonNullable<PreparedKey>): KeyMaterial | undefined {
  return isLoadedKey(key) ? key.material : { kty: 'oct', k: key };
}
