import type { Bytes } from '../encoding/bytes';

/** Octets as a big-endian number (OS2IP, RFC 8017 §4.2). Linear in V8: goes through hexadecimal text. */
export function toInteger(octets: Uint8Array): bigint {
  let text = '0x0';
  for (const octet of octets) text += octet.toString(16).padStart(2, '0');
  return BigInt(text);
}

/** A number as so many big-endian octets (I2OSP, RFC 8017 §4.1); throws RangeError where it does not fit. */
export function toOctets(integer: bigint, length: number): Bytes {
  const text = integer === 0n ? '' : integer.toString(16);
  const octets = new Uint8Array(length);
  const digits = text.length % 2 ? `0${text}` : text;
  if (digits.length > 2 * length) throw new RangeError('The integer is too large.');
  const start = length - digits.length / 2;
  for (let at = 0; at < digits.length; at += 2)
    octets[start + at / 2] = Number.parseInt(digits.slice(at, at + 2), 16);
  return octets;
}

/** A number as the fewest big-endian octets that hold it; none for 0. */
export function integerOctets(integer: bigint): Bytes {
  return toOctets(integer, Math.ceil(bitLength(integer) / 8));
}

/** Bits up to and including the highest that is set; 0 for 0. */
export function bitLength(integer: bigint): number {
  if (integer === 0n) return 0;
  const text = integer.toString(16);
  return 4 * text.length - Math.clz32(Number.parseInt(text.charAt(0), 16)) + 28;
}
