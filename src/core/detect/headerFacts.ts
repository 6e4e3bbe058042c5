import { codes, isJsonSpace } from './characters';

/** The longest encoded header looked at, in characters; certificate chains and ML-DSA keys stay well below. */
export const maxHeaderLength = 65_536;

/** What detection needs of a JOSE header. */
export interface HeaderFacts {
  readonly alg: string;
  /** Present for a JWE (RFC 7516 §4.1.2). */
  readonly enc: string | undefined;
  /** False under `b64: false` (RFC 7797): the payload is text as it is. */
  readonly isEncoded: boolean;
}

const sextets = new Uint8Array(128).fill(64);
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
for (let value = 0; value < 64; value++) sextets[alphabet.charCodeAt(value)] = value;
const decoder = new TextDecoder();
/** The name as everybody writes it; with escapes it would be as valid, but nothing to search a text for. */
const plainAlg = /"alg"[\t\n\r ]*:/;

/**
 * Reads the base64url text of a header: undefined unless it decodes to a JSON object whose `alg` is a string, the name
 * `alg` written without escapes. Bad UTF-8 inside a string is let pass: showing it is the reader's business.
 */
export function readHeaderFacts(encoded: string): HeaderFacts | undefined {
  if (encoded.length > maxHeaderLength) return undefined;
  const text = decodeText(encoded);
  if (text === undefined || !plainAlg.test(text)) return undefined;
  try {
    return factsOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function factsOf(header: unknown): HeaderFacts | undefined {
  if (typeof header !== 'object' || header === null || Array.isArray(header)) return undefined;
  const { alg, enc, b64 } = header as Readonly<Record<string, unknown>>;
  if (typeof alg !== 'string' || alg === '') return undefined;
  return { alg, enc: typeof enc === 'string' ? enc : undefined, isEncoded: b64 !== false };
}

/** Decodes base64url to text; undefined for a length that encodes no number of octets or a foreign character. */
export function decodeText(encoded: string): string | undefined {
  if (encoded.length % 4 === 1) return undefined;
  const bytes = new Uint8Array((encoded.length * 3) >> 2);
  let length = 0;
  let pending = 0;
  let bits = 0;
  for (let at = 0; at < encoded.length; at++) {
    const sextet = sextets[encoded.charCodeAt(at)] ?? 64;
    if (sextet === 64) return undefined;
    pending = ((pending << 6) | sextet) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = pending >> bits;
  }
  return decoder.decode(bytes);
}

/** White space passed over in front of a bracket, in octets. */
const maxLead = 16;
/** The first six bits of each octet of white space; those of a tab are a line feed's. */
const sextetOfSpace = codes.space >> 2;
const sextetOfLineFeed = codes.lineFeed >> 2;
const sextetOfReturn = codes.carriageReturn >> 2;

/**
 * Whether a base64url text could, from `offset` on, be that of JSON which begins with the bracket given, after at most 16
 * octets of white space. Costs the same whatever follows.
 */
export function encodesStartOf(text: string, offset: number, bracket: number): boolean {
  // Most places are none by their first character already.
  const first = sextets[text.charCodeAt(offset)] ?? 64;
  if (first === bracket >> 2) return (sextets[text.charCodeAt(offset + 1)] ?? 64) >> 4 === (bracket & 3);
  if (first !== sextetOfSpace && first !== sextetOfLineFeed && first !== sextetOfReturn) return false;
  let pending = 0;
  let bits = 0;
  for (let at = offset, lead = 0; lead <= maxLead; at++) {
    const sextet = sextets[text.charCodeAt(at)] ?? 64;
    if (sextet === 64) return false;
    pending = ((pending << 6) | sextet) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const octet = (pending >> bits) & 0xff;
    if (octet === bracket) return true;
    if (!isJsonSpace(octet)) return false;
    lead++;
  }
  return false;
}

/**
 * Whether a base64url text from `start` to `end` ends as JSON of an object does: with a brace or white space. Saves decoding
 * what was cut off.
 */
export function encodesEndOfObject(text: string, start: number, end: number): boolean {
  const spare = [0, undefined, 4, 2][(end - start) % 4];
  return spare !== undefined && endsObject(lastSextets(text, end) >> spare);
}

/** Whether `encodesEndOfObject` holds for any start. */
export function mayEndObject(text: string, end: number): boolean {
  const last = lastSextets(text, end);
  return endsObject(last) || endsObject(last >> 2) || endsObject(last >> 4);
}

function lastSextets(text: string, end: number): number {
  const before = sextets[text.charCodeAt(end - 2)] ?? 64;
  const last = sextets[text.charCodeAt(end - 1)] ?? 64;
  return (before << 6) | last;
}

function endsObject(bits: number): boolean {
  const octet = bits & 0xff;
  return octet === codes.closeBrace || isJsonSpace(octet);
}
