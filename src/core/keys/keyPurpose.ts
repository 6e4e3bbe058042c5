/** What a key is wanted for. */
export type KeyPurpose = 'verify' | 'sign' | 'encrypt' | 'decrypt';

/** The values of `use` that allow a purpose (RFC 7517 §4.2). */
export const keyUses: Readonly<Record<KeyPurpose, readonly string[]>> = {
  verify: ['sig'],
  sign: ['sig'],
  encrypt: ['enc'],
  decrypt: ['enc'],
};

/** The values of `key_ops` of which one must be there (RFC 7517 §4.3). */
export const keyOperations: Readonly<Record<KeyPurpose, readonly string[]>> = {
  // A private key that may sign has a public half that may verify.
  verify: ['verify', 'sign'],
  sign: ['sign'],
  encrypt: ['encrypt', 'wrapKey', 'deriveKey', 'deriveBits', 'decrypt', 'unwrapKey'],
  decrypt: ['decrypt', 'unwrapKey', 'deriveKey', 'deriveBits'],
};
