import { DerReader } from '../../encoding/der';
import { FormatFault } from '../../encoding/formatFault';
import { readBase64url } from '../../encoding/base64url';
import { concatBytes, ownBytes, type Bytes } from '../../encoding/bytes';
import { decodeHex } from '../../encoding/hex';
import { utf8Text } from '../../encoding/utf8';
import { segmentOf } from '../parts';
import { withSegments, type Setting, type Stance } from '../stance';

/** Row 10: the signature without one text form too many. */
export function* signatureDecoded(stance: Stance): Generator<Stance> {
  const { s } = stance.parts;
  const hex = decodeHex(s);
  if (hex) yield withSignature(stance, hex);
  const text = utf8Text(stance.signature);
  if (text === undefined) return;
  const inner = decodeHex(text.trim());
  if (inner) yield withSignature(stance, inner);
  if (/^[A-Za-z0-9+/_-]+={0,2}\s*$/.test(text)) yield withSignature(stance, readBase64url(text.trim()).bytes);
  const characters = Array.from(text, (character) => character.charCodeAt(0));
  if (characters.every((code) => code <= 0xff)) yield withSignature(stance, Uint8Array.from(characters));
}

/** Row 11: an ECDSA signature out of its ASN.1 (RFC 3279 §2.2.3), as r and s of fixed width. */
export function* signatureOfDer(stance: Stance): Generator<Stance> {
  for (const { family, signatureBytes = 0 } of stance.algorithms) {
    if (family !== 'ecdsa') continue;
    const fixed = fixedWidth(stance.signature, signatureBytes / 2);
    if (fixed) yield withSignature(stance, fixed);
  }
}

function fixedWidth(der: Bytes, width: number): Bytes | undefined {
  if (der[0] !== 0x30) return undefined;
  try {
    const outer = new DerReader(der);
    const members = outer.enter();
    const numbers = [members.take(0x02).content, members.take(0x02).content].map((number) =>
      padded(number, width),
    );
    const [r, s] = numbers;
    return r && s && members.isAtEnd && outer.isAtEnd ? concatBytes(r, s) : undefined;
  } catch (error) {
    if (error instanceof FormatFault) return undefined;
    throw error;
  }
}

/** A number in so many octets, zeros in front as needed; undefined where it is larger. */
function padded(number: Uint8Array, width: number): Bytes | undefined {
  const first = number.findIndex((octet) => octet !== 0);
  const digits = first < 0 ? new Uint8Array() : number.subarray(first);
  return digits.length > width ? undefined : concatBytes(new Uint8Array(width - digits.length), digits);
}

/** Octets of r and s that are looked for, beyond or short of the fixed width. */
const spare = { lost: 8, sign: 2, rsaLost: 4 } as const;

/** Row 12: the octets of the signature in their right order and number. */
export function* signatureLaidOut(stance: Stance, setting: Setting): Generator<Stance> {
  for (const algorithm of stance.algorithms) {
    const { family, signatureBytes = 0 } = algorithm;
    if (family === 'ecdsa')
      for (const bytes of ecLayouts(stance.signature, signatureBytes / 2)) yield withSignature(stance, bytes);
    if (family !== 'rsassa-pkcs1' && family !== 'rsassa-pss') continue;
    const widths = setting.keys.keys
      .concat(setting.keys.damaged)
      .flatMap(({ key: { material } }) => (material.kty === 'RSA' ? [material.n.length] : []));
    for (const width of new Set(widths))
      for (const bytes of rsaLayouts(stance.signature, width)) yield withSignature(stance, bytes);
  }
}

function* ecLayouts(bytes: Bytes, width: number): Generator<Bytes> {
  if (bytes.length === 2 * width) {
    const [r, s] = [bytes.slice(0, width), bytes.slice(width)];
    yield concatBytes(s, r);
    yield concatBytes(r.toReversed(), s.toReversed());
    yield ownBytes(bytes.toReversed());
  }
  if (bytes.length < 2 * width - spare.lost || bytes.length > 2 * width + spare.sign) return;
  for (let at = Math.max(1, bytes.length - width - 1); at <= Math.min(width + 1, bytes.length - 1); at++) {
    if (at === width && bytes.length === 2 * width) continue;
    const [r, s] = [padded(bytes.subarray(0, at), width), padded(bytes.subarray(at), width)];
    if (r && s) yield concatBytes(r, s);
  }
}

function* rsaLayouts(bytes: Bytes, width: number): Generator<Bytes> {
  if (bytes.length === width) yield ownBytes(bytes.toReversed());
  if (bytes.length < width && bytes.length >= width - spare.rsaLost)
    yield concatBytes(new Uint8Array(width - bytes.length), bytes);
  if (bytes.length === width + 1 && bytes[0] === 0) yield bytes.slice(1);
}

function withSignature(stance: Stance, bytes: Bytes): Stance {
  return withSegments(stance, { s: segmentOf(bytes) });
}
