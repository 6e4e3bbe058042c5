import { concatBytes, octetAt, xorBytes, type Bytes } from '../../encoding/bytes';

/** Octets of one bcrypt hash. */
const hashBytes = 32;

/**
 * The key derivation of OpenSSH private keys (bcrypt_pbkdf(3) of OpenBSD). The library has it in one piece that would hold
 * the thread for seconds; here its hash is called round by round, and other work gets its turn in between.
 */
export async function bcryptPbkdf(
  passphrase: Uint8Array,
  salt: Uint8Array,
  rounds: number,
  length: number,
): Promise<Bytes> {
  const [{ default: bcrypt }, { sha512 }] = await Promise.all([
    import('bcrypt-pbkdf'),
    import('@noble/hashes/sha2.js'),
  ]);
  const password = sha512(passphrase);
  const key = new Uint8Array(length);
  const blocks = Math.ceil(length / hashBytes);
  for (let block = 0; block < blocks; block++) {
    let sum = new Uint8Array(hashBytes);
    let seed = concatBytes(salt, Uint8Array.of(0, 0, 0, block + 1));
    for (let round = 0; round < rounds; round++) {
      const made = new Uint8Array(hashBytes);
      bcrypt.hash(password, sha512(seed), made);
      sum = xorBytes(sum, made);
      seed = made;
      await new Promise<void>((resolve) => void setTimeout(resolve));
    }
    // Unlike PBKDF2, blocks are not laid end to end but dealt out in turn.
    for (let at = 0; at * blocks + block < length; at++) key[at * blocks + block] = octetAt(sum, at);
  }
  return key;
}
