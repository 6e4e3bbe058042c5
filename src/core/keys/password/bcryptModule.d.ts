declare module 'bcrypt-pbkdf' {
  /** One bcrypt hash of two SHA-512 digests; fills 32 octets. */
  export function hash(passwordDigest: Uint8Array, saltDigest: Uint8Array, out: Uint8Array): void;
  /** Fills `key`; 0 when it did. */
  export function pbkdf(
    passphrase: Uint8Array,
    passphraseLength: number,
    salt: Uint8Array,
    saltLength: number,
    key: Uint8Array,
    keyLength: number,
    rounds: number,
  ): number;
}
