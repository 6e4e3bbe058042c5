import { ownBytes, type Bytes } from '../../encoding/bytes';
import { Raised } from '../exceptions';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const sextets = new Uint8Array(256).fill(64);
for (let value = 0; value < alphabet.length; value++) sextets[alphabet.charCodeAt(value)] = value;

/** Which characters stand for 62 and 63, and whether the other alphabet's do too. */
const plus = 0x2b;
const slash = 0x2f;
const minus = 0x2d;
const underscore = 0x5f;
const equalsSign = 0x3d;

export interface LenientBase64 {
  /** Whether `-` and `_` count as `+` and `/`; else they are passed over like any foreign character. */
  readonly urlSafe: boolean;
}

/**
 * `binascii.a2b_base64`: passes over every character outside the alphabet, and stops at padding that completes a group.
 * Raises ValueError (its class is binascii.Error) where what remains is no whole number of octets.
 */
export function lenientBase64(text: Uint8Array, { urlSafe }: LenientBase64): Bytes | Raised {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let inGroup = 0;
  let pending = 0;
  let pads = 0;
  for (const code of text) {
    if (code === equalsSign) {
      if (inGroup >= 2 && inGroup + ++pads >= 4) return ownBytes(bytes.slice(0, length));
      continue;
    }
    const sextet = valueOf(code, urlSafe);
    if (sextet === 64) continue;
    pads = 0;
    pending = ((pending << 6) | sextet) & 0xffff;
    if (inGroup > 0) bytes[length++] = (pending >> (6 - 2 * inGroup)) & 0xff;
    inGroup = (inGroup + 1) % 4;
  }
  if (inGroup === 0) return bytes.slice(0, length);
  if (inGroup > 1) return new Raised('ValueError', 'Incorrect padding');
  const characters = (length / 3) * 4 + 1;
  return new Raised(
    'ValueError',
    `Invalid base64-encoded string: number of data characters (${characters}) cannot be 1 more than a multiple of 4`,
  );
}

function valueOf(code: number, urlSafe: boolean): number {
  if (code === plus || (urlSafe && code === minus)) return 62;
  if (code === slash || (urlSafe && code === underscore)) return 63;
  return sextets[code] ?? 64;
}

/** PyJWT's `base64url_decode`, as it reads the members of a JWK: pads by the length of all there is, then decodes leniently. */
export function pyjwtBase64url(text: Uint8Array): Bytes | Raised {
  const padded = new Uint8Array(Math.ceil(text.length / 4) * 4).fill(equalsSign);
  padded.set(text);
  return lenientBase64(padded, { urlSafe: true });
}
