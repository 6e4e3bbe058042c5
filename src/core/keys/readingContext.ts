import type { KeyFormat } from './key';
import { refuse } from './refusal';

/** How many times one file may make us derive a key from its passphrase. */
const derivationLimit = 24;
/** How many of the dearest derivations they may cost together: a PKCS#12 file takes one for each of its parts. */
const totalLimit = 3;

/** What readers of encrypted formats share while one file is read: its passphrase, and a budget of work. */
export class ReadingContext {
  readonly passphrase: string | undefined;
  #derivations = 0;
  #cost = 0;

  constructor(passphrase?: string) {
    this.passphrase = passphrase;
  }

  /** The passphrase, or the problem that it is needed. */
  needPassphrase(format: KeyFormat): string {
    return this.passphrase ?? refuse('passphraseNeeded', { format });
  }

  /** Refuses a derivation that would cost more than we spend on one. */
  allow(name: string, asked: number, limit: number): void {
    if (!(asked <= limit)) refuse('derivationTooCostly', { name, asked, limit });
  }

  /** As `allow`, and takes one derivation off what this file may have. */
  spend(name: string, asked: number, limit: number): void {
    this.allow(name, asked, limit);
    this.#derivations++;
    this.#cost += asked / limit;
    if (this.#cost > totalLimit) refuse('derivationTooCostly', { name, asked, limit });
    if (this.#derivations > derivationLimit)
      refuse('tooMany', { count: this.#derivations, limit: derivationLimit });
  }
}
