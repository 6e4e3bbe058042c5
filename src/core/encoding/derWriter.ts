import { concatBytes, octetAt, type Bytes } from './bytes';
import { derTag } from './der';

/** One element: identifier, length in the shortest form (X.690 §10.1), content. */
export function derElement(tag: number, ...contents: readonly Uint8Array[]): Bytes {
  const content = concatBytes(...contents);
  return concatBytes(new Uint8Array([tag, ...lengthOctets(content.length)]), content);
}

export function derSequence(...members: readonly Uint8Array[]): Bytes {
  return derElement(derTag.sequence, ...members);
}

/** A non-negative INTEGER of big-endian octets, in its shortest form. */
export function derInteger(octets: Uint8Array | number): Bytes {
  const all = typeof octets === 'number' ? new Uint8Array([octets]) : octets;
  const first = all.findIndex((octet) => octet !== 0);
  const digits = first === -1 ? new Uint8Array(1) : all.subarray(first);
  const needsSign = octetAt(digits, 0) >= 0x80;
  return derElement(derTag.integer, needsSign ? new Uint8Array(1) : new Uint8Array(), digits);
}

export function derOctets(octets: Uint8Array): Bytes {
  return derElement(derTag.octetString, octets);
}

export function derBits(octets: Uint8Array): Bytes {
  return derElement(derTag.bitString, new Uint8Array(1), octets);
}

export function derNull(): Bytes {
  return derElement(derTag.null);
}

/** An object identifier of its dotted text; arcs below 2^31. */
export function derOid(text: string): Bytes {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  return derElement(derTag.oid, new Uint8Array([first * 40 + second, ...rest].flatMap(arcOctets)));
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

function arcOctets(arc: number): number[] {
  const octets = [arc & 0x7f];
  for (let rest = arc >>> 7; rest > 0; rest >>>= 7) octets.unshift(0x80 | (rest & 0x7f));
  return octets;
}
