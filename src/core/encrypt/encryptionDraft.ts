import type { Bytes } from '../encoding/bytes';

/** A token to be encrypted: the header as a person wrote it, and the content. */
export interface EncryptionDraft {
  /**
   * A JSON object that names `alg` and `enc`, perhaps `zip`, `apu`, `apv` and `p2c`. What the encryption makes itself (`epk`,
   * `iv`, `tag`, `p2s`) is added behind.
   */
  readonly headerText: string;
  readonly plaintext: Bytes;
}
