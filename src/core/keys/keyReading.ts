import type { Bytes } from '../encoding/bytes';
import type { Key, SecretEncoding } from './key';
import type { KeyProblem } from './keyProblem';

/** What was read of a file, a text or a set: the keys, in their order, and what was wrong with the rest. */
export interface KeyReading {
  readonly keys: readonly Key[];
  readonly problems: readonly KeyProblem[];
}

/** The octets of a file, and its name where it has one: by it a damaged file is called what it was meant to be. */
export interface KeyContent {
  readonly bytes: Bytes;
  readonly name?: string;
}

export interface ReadKeysOptions {
  /** Opens encrypted keys; the empty text is a passphrase too (PKCS#12). Not given: `passphraseNeeded` is told. */
  readonly passphrase?: string;
  /**
   * The file is known to hold a secret, in this encoding. Not given: a text that is no key is `notAKey`, since any
   * text could be a secret. `binary` takes the octets as they are.
   */
  readonly secretEncoding?: SecretEncoding | 'binary';
}
