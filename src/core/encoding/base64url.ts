import { octetAt, type Bytes } from './bytes';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Character code -> six bits; 64 for anything else. `+` and `/` of the standard alphabet count as `-` and `_`. */
const sextets = new Uint8Array(128).fill(64);
for (let value = 0; value < 64; value++) sextets[alphabet.charCodeAt(value)] = value;
sextets[0x2b] = 62;
sextets[0x2f] = 63;

/** Six bits -> character code. */
const characterCodes = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));
const asciiDecoder = new TextDecoder();

/** Octets as base64url without padding (RFC 7515 §2). Linear: a megabyte takes a few milliseconds. */
export function encodeBase64url(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  const code = (sextet: number): number => octetAt(characterCodes, sextet & 63);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const group = (octetAt(bytes, at) << 16) | (octetAt(bytes, at + 1) << 8) | octetAt(bytes, at + 2);
    // Writing behind the end of a typed array does nothing: the last group may be short.
    codes[to++] = code(group >> 18);
    codes[to++] = code(group >> 12);
    codes[to++] = code(group >> 6);
    codes[to++] = code(group);
  }
  // One text made at once: a string grown by characters is slow to build and slower to read.
  return asciiDecoder.decode(codes);
}

/** Octets as base64 of the standard alphabet, padded (RFC 4648 §4). */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** What in a text is not strict base64url, with UTF-16 offsets into that text. */
export interface Base64urlDeviations {
  /** First character outside either alphabet that is no white space and no final `=`. */
  readonly foreignAt?: number;
  /** How many `+` and `/` stand for `-` and `_`, and the place of the first. */
  readonly standard?: { readonly count: number; readonly at: number };
  readonly padding?: { readonly count: number; readonly at: number };
  readonly whitespace?: { readonly count: number; readonly at: number };
  /** Number of alphabet characters, where it is 1 mod 4 and so encodes no number of octets. */
  readonly impossibleLength?: number;
  /** The unused bits of the last character are not zero (RFC 4648 §3.5). */
  readonly trailingBits?: boolean;
}

export interface Base64urlReading {
  readonly bytes: Bytes;
  /** Empty for strict base64url. */
  readonly deviations: Base64urlDeviations;
}

/** Decodes whatever can be decoded: foreign characters are passed over, each deviation is told. Never throws; linear. */
export function readBase64url(text: string): Base64urlReading {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let pending = 0;
  let characters = 0;
  let foreignAt: number | undefined;
  const standard = { count: 0, at: -1 };
  const padding = { count: 0, at: -1 };
  const whitespace = { count: 0, at: -1 };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const sextet = sextets[code] ?? 64;
    if (sextet === 64) {
      const counter = code === 0x3d ? padding : isWhiteSpace(code) ? whitespace : undefined;
      if (!counter) foreignAt ??= at;
      else if (counter.count++ === 0) counter.at = at;
      continue;
    }
    // Data behind padding is no padding but a foreign character in the middle.
    if (padding.count > 0) foreignAt ??= padding.at;
    if ((code === 0x2b || code === 0x2f) && standard.count++ === 0) standard.at = at;
    characters++;
    pending = ((pending << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (pending >> bits) & 0xff;
    }
  }
  const deviations = {
    ...(foreignAt === undefined ? {} : { foreignAt }),
    ...(standard.count ? { standard } : {}),
    ...(padding.count ? { padding } : {}),
    ...(whitespace.count ? { whitespace } : {}),
    ...(characters % 4 === 1 ? { impossibleLength: characters } : {}),
    ...(characters % 4 !== 1 && (pending & ((1 << bits) - 1)) !== 0 ? { trailingBits: true } : {}),
  };
  return { bytes: bytes.slice(0, length), deviations };
}

/** Strict base64url (RFC 7515 §2): the octets, or undefined where the text deviates in anything. */
export function decodeBase64url(text: string): Bytes | undefined {
  const { bytes, deviations } = readBase64url(text);
  return Object.keys(deviations).length === 0 ? bytes : undefined;
}

function isWhiteSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0xfeff;
}
