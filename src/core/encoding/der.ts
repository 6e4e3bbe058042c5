import { concatBytes, octetAt, type Bytes } from './bytes';
import { FormatFault } from './formatFault';

/** Identifier octets of the types we meet (X.690 §8.1.2, X.680 table 1). */
export const derTag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

export interface DerElement {
  /** The identifier octet: class, constructed bit and number; numbers above 30 are refused. */
  readonly tag: number;
  readonly content: Uint8Array;
  /** With identifier and length. */
  readonly whole: Uint8Array;
}

const constructedBit = 0x20;
/** Keys nest about ten deep, PKCS#12 about fifteen; beyond this is only malice. */
const depthLimit = 40;

/**
 * Reads one level of DER, and of the BER that PKCS#12 and PKCS#7 files are written in (indefinite lengths, strings in
 * pieces). Every method throws `FormatFault` where the octets are not what was asked for. Work is linear in the octets
 * for each level looked into.
 */
export class DerReader {
  readonly #bytes: Uint8Array;
  readonly #depth: number;
  #at = 0;

  constructor(bytes: Uint8Array, depth = 0) {
    if (depth > depthLimit) throw new FormatFault('malformed');
    this.#bytes = bytes;
    this.#depth = depth;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** The identifier octet that comes next; undefined at the end. */
  get nextTag(): number | undefined {
    return this.#bytes[this.#at];
  }

  next(): DerElement {
    const element = readElement(this.#bytes, this.#at, this.#depth);
    this.#at += element.whole.length;
    return element;
  }

  take(tag: number): DerElement {
    if (this.nextTag !== undefined && this.nextTag !== tag) throw new FormatFault('malformed');
    return this.next();
  }

  optional(tag: number): DerElement | undefined {
    return this.nextTag === tag ? this.next() : undefined;
  }

  /** The members of a constructed element: of a SEQUENCE unless another tag is asked for. */
  enter(tag: number = derTag.sequence): DerReader {
    return this.inside(this.take(tag));
  }

  inside(element: DerElement): DerReader {
    return this.within(element.content);
  }

  /** DER wrapped in octets of this level. */
  within(octets: Uint8Array): DerReader {
    return new DerReader(octets, this.#depth + 1);
  }

  /** Big-endian octets of a non-negative INTEGER, without the sign octet. */
  integer(): Uint8Array {
    const { content } = this.take(derTag.integer);
    const [first] = content;
    if (first === undefined || first >= 0x80) throw new FormatFault('malformed');
    return first === 0 && content.length > 1 ? content.subarray(1) : content;
  }

  /** An INTEGER that counts something: a version, a number of rounds. */
  count(): number {
    const octets = this.integer();
    if (octets.length > 6) throw new FormatFault('malformed');
    return octets.reduce((value, octet) => value * 256 + octet, 0);
  }

  oid(): string {
    return oidText(this.take(derTag.oid).content);
  }

  /** The octets of an OCTET STRING, in one piece or several. */
  octets(): Uint8Array {
    const isPieces = this.nextTag === (derTag.octetString | constructedBit);
    return isPieces ? this.pieces(this.next()) : this.take(derTag.octetString).content;
  }

  /** The octets of a BIT STRING that has no unused bits: what keys are packed in. */
  bits(): Uint8Array {
    return bitStringOctets(this.take(derTag.bitString).content);
  }

  /** Joins the OCTET STRINGs inside a constructed one (X.690 §8.7.3). */
  pieces(element: DerElement): Bytes {
    const reader = this.inside(element);
    const parts: Uint8Array[] = [];
    while (!reader.isAtEnd) parts.push(reader.octets());
    return concatBytes(...parts);
  }
}

/** The octets in the content of a BIT STRING; its first octet counts unused bits, which must be none. */
export function bitStringOctets(content: Uint8Array): Uint8Array {
  if (content[0] !== 0) throw new FormatFault('malformed');
  return content.subarray(1);
}

function readElement(bytes: Uint8Array, at: number, depth: number): DerElement {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new FormatFault('truncated');
  if ((tag & 0x1f) === 0x1f) throw new FormatFault('malformed');
  if (first === 0x80) return readIndefinite(bytes, at, tag, depth);
  const [start, length] = first < 0x80 ? [at + 2, first] : readLongLength(bytes, at + 2, first & 0x7f);
  const end = start + length;
  if (end > bytes.length) throw new FormatFault('truncated');
  return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) };
}

function readLongLength(bytes: Uint8Array, at: number, octets: number): [start: number, length: number] {
  if (octets > 4) throw new FormatFault('malformed');
  if (at + octets > bytes.length) throw new FormatFault('truncated');
  let length = 0;
  for (let index = 0; index < octets; index++) length = length * 256 + octetAt(bytes, at + index);
  return [at + octets, length];
}

/** Indefinite length: the content runs to two zero octets on its own level (X.690 §8.1.3.6). */
function readIndefinite(bytes: Uint8Array, at: number, tag: number, depth: number): DerElement {
  if ((tag & constructedBit) === 0 || depth > depthLimit) throw new FormatFault('malformed');
  let end = at + 2;
  while (bytes[end] !== 0 || bytes[end + 1] !== 0) end += readElement(bytes, end, depth + 1).whole.length;
  return { tag, content: bytes.subarray(at + 2, end), whole: bytes.subarray(at, end + 2) };
}

/** Dotted text of an object identifier's content (X.690 §8.19). */
function oidText(content: Uint8Array): string {
  const isUnfinished = ((content.at(-1) ?? 0x80) & 0x80) !== 0;
  if (isUnfinished || content.length > 64) throw new FormatFault('malformed');
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const octet of content) {
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    if (octet & 0x80) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [first = 0n, ...rest] = arcs;
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}
