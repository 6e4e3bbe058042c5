import { octetAt } from '../../encoding/bytes';
import { FormatFault } from '../../encoding/formatFault';

/** Reads the data types of SSH (RFC 4251 §5); every method throws `FormatFault` where the octets end too early. */
export class SshReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  raw(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new FormatFault('truncated');
    const octets = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return octets;
  }

  uint32(): number {
    return this.raw(4).reduce((value, octet) => value * 256 + octet, 0);
  }

  string(): Uint8Array {
    return this.raw(this.uint32());
  }

  text(): string {
    return new TextDecoder('utf-8').decode(this.string());
  }

  /** Big-endian octets of a non-negative mpint, perhaps with a leading zero. */
  mpint(): Uint8Array {
    const octets = this.string();
    if (octetAt(octets, 0) >= 0x80) throw new FormatFault('malformed');
    return octets;
  }
}
