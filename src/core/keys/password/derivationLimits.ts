/**
 * The most we spend on making a key from a passphrase, so that a hostile file keeps nobody waiting. Each is many times
 * what tools write today and takes some ten seconds at worst, in slices that let other work through.
 */
export const derivationLimits = {
  /** Iterations; OWASP's advice of 2023 is 1,300,000 for SHA-1, OpenSSL writes 2048. */
  pbkdf2: 5_000_000,
  /** Iterations of PBES1 and of the PKCS#12 key derivation; OpenSSL writes 2048, Java 10,000. */
  repeatedHash: 1_000_000,
  /** N·r·p of scrypt, each 128 bytes to fill and to mix; OpenSSL writes 16384·8·1. */
  scryptBlocks: 2 ** 21,
  /** Bytes of memory for scrypt: 128·N·r. */
  scryptMemory: 256 * 1024 * 1024,
  /** Rounds of bcrypt-pbkdf, each about ten milliseconds; ssh-keygen writes 16 or 24. */
  bcryptRounds: 512,
  /** KiB times passes of Argon2; PuTTY writes 8192 KiB and as many passes as take 100 ms. */
  argon2Work: 512 * 1024,
  /** KiB of memory for Argon2. */
  argon2Memory: 256 * 1024,
} as const;
