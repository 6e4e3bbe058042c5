import { toInteger } from '../../crypto/integers';
import { octetAt } from '../../encoding/bytes';
import { malformed } from './unreadable';

/** Fields of the SSH wire format (RFC 4251 §5), one after another. Throws `FormatFault` where they run out. */
export class SshFields {
  readonly #octets: Uint8Array;
  #at = 0;

  constructor(octets: Uint8Array) {
    this.#octets = octets;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#octets.length;
  }

  skip(length: number): Uint8Array {
    if (this.#at + length > this.#octets.length) malformed();
    this.#at += length;
    return this.#octets.subarray(this.#at - length, this.#at);
  }

  string(): Uint8Array {
    return this.skip(this.skip(4).reduce((length, octet) => length * 256 + octet, 0));
  }

  text(): string {
    return Array.from(this.string(), (octet) => String.fromCharCode(octet)).join('');
  }

  integer(): bigint {
    const octets = this.string();
    return octetAt(octets, 0) > 0x7f ? malformed() : toInteger(octets);
  }
}
