import { ownBytes, type Bytes } from '../../encoding/bytes';
import { Raised } from '../exceptions';

/** The encodings `json.loads` tells apart on octets (RFC 4627 §3, and byte order marks), with what to skip of them. */
interface Detected {
  readonly codec: 'utf-8' | 'utf-16-le' | 'utf-16-be' | 'utf-32-le' | 'utf-32-be';
  readonly skip: number;
}

/** `json.detect_encoding`. */
function detect(bytes: Uint8Array): Detected {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { codec: 'utf-32-be', skip: 4 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { codec: 'utf-32-le', skip: 4 };
  if (a === 0xfe && b === 0xff) return { codec: 'utf-16-be', skip: 2 };
  if (a === 0xff && b === 0xfe) return { codec: 'utf-16-le', skip: 2 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { codec: 'utf-8', skip: 3 };
  const zeros = bytes.length >= 4 || bytes.length === 2;
  if (zeros && a === 0) return { codec: b || bytes.length === 2 ? 'utf-16-be' : 'utf-32-be', skip: 0 };
  if (zeros && b === 0) return { codec: c || d || bytes.length === 2 ? 'utf-16-le' : 'utf-32-le', skip: 0 };
  return { codec: 'utf-8', skip: 0 };
}

/** The text of JSON octets as `json.loads` reads them: encoding detected, encoded surrogates let through. */
export function decodeJsonBytes(bytes: Uint8Array): string | Raised {
  const { codec, skip } = detect(bytes);
  // The codecs with a byte order mark count positions from the octets' beginning; UTF-8's counts from behind it.
  if (codec === 'utf-8') return decodeUtf8(bytes.subarray(skip), true);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return codec.startsWith('utf-16') ? decodeUtf16(view, codec, skip) : decodeUtf32(view, codec, skip);
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** `bytes.decode('utf-8')`, with the `surrogatepass` handler on demand. */
export function decodeUtf8(bytes: Uint8Array, surrogatePass = false): string | Raised {
  try {
    return strict.decode(bytes);
  } catch {
    return slowUtf8(bytes, surrogatePass);
  }
}

const isContinuation = (octet: number | undefined): boolean => octet !== undefined && (octet & 0xc0) === 0x80;

/** Lead octets up to `to` -> how many octets follow; none may lead above 0xf4 or between 0x80 and 0xc1. */
const leads: readonly (readonly [to: number, more: number])[] = [
  [0x7f, 0],
  [0xc1, -1],
  [0xdf, 1],
  [0xef, 2],
  [0xf4, 3],
  [0xff, -1],
];

function slowUtf8(bytes: Uint8Array, surrogatePass: boolean): string | Raised {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const more = leads.find(([to]) => lead <= to)?.[1] ?? -1;
    if (more < 0) return undecodable('utf-8', bytes, at, at + 1, 'invalid start byte');
    const surrogate = surrogatePass && lead === 0xed ? surrogateAt(bytes, at) : undefined;
    const good = surrogate === undefined ? wellFormedLength(bytes, at, more) : more;
    if (good < more) {
      const cut = at + good + 1 >= bytes.length;
      const reason = cut ? 'unexpected end of data' : 'invalid continuation byte';
      return undecodable('utf-8', bytes, at, at + good + 1, reason);
    }
    parts.push(String.fromCodePoint(surrogate ?? codePoint(bytes, at, more)));
    at += more + 1;
  }
  return parts.join('');
}

/** How many octets behind the lead go with it, up to the wanted number (Unicode table 3-7). */
function wellFormedLength(bytes: Uint8Array, at: number, more: number): number {
  const [lead = 0, second = 0] = bytes.subarray(at, at + 2);
  const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const beyond = (lead === 0xed && second >= 0xa0) || (lead === 0xf4 && second >= 0x90);
  let good = 0;
  while (good < more && isContinuation(bytes[at + good + 1])) {
    if (good === 0 && (overlong || beyond)) break;
    good++;
  }
  return good;
}

function codePoint(bytes: Uint8Array, at: number, more: number): number {
  let code = (bytes[at] ?? 0) & (0x7f >> (more && more + 1));
  for (let index = 1; index <= more; index++) code = (code << 6) | ((bytes[at + index] ?? 0) & 0x3f);
  return code;
}

/** The surrogate encoded in three octets, where one is. */
function surrogateAt(bytes: Uint8Array, at: number): number | undefined {
  const [, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (!isContinuation(second) || !isContinuation(third) || second < 0xa0) return undefined;
  return 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f);
}

function decodeUtf16(view: DataView, codec: Detected['codec'], skip: number): string | Raised {
  const units: string[] = [];
  for (let at = skip; at + 1 < view.byteLength; at += 2)
    units.push(String.fromCharCode(view.getUint16(at, codec === 'utf-16-le')));
  const rest = (view.byteLength - skip) % 2;
  return rest ? truncated(codec, view, rest) : units.join('');
}

function decodeUtf32(view: DataView, codec: Detected['codec'], skip: number): string | Raised {
  const characters: string[] = [];
  for (let at = skip; at + 3 < view.byteLength; at += 4) {
    const code = view.getUint32(at, codec === 'utf-32-le');
    if (code > 0x10ffff)
      return undecodable(codec, octets(view), at, at + 4, 'code point not in range(0x110000)');
    characters.push(String.fromCodePoint(code));
  }
  const rest = (view.byteLength - skip) % 4;
  return rest ? truncated(codec, view, rest) : characters.join('');
}

const octets = (view: DataView): Bytes =>
  ownBytes(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));

function truncated(codec: string, view: DataView, rest: number): Raised {
  return undecodable(codec, octets(view), view.byteLength - rest, view.byteLength, 'truncated data');
}

/** Python's words: one octet is named, of several only the places. */
function undecodable(codec: string, bytes: Uint8Array, from: number, to: number, reason: string): Raised {
  const octet = (bytes[from] ?? 0).toString(16).padStart(2, '0');
  const what =
    to === from + 1 ? `byte 0x${octet} in position ${from}` : `bytes in position ${from}-${to - 1}`;
  return new Raised('UnicodeDecodeError', `'${codec}' codec can't decode ${what}: ${reason}`);
}

const loneSurrogate = /[\ud800-\udfff]/u;
const encoder = new TextEncoder();

/** `text.encode('utf-8')`: refused for lone surrogates. */
export function encodeUtf8(text: string): Bytes | Raised {
  if (!loneSurrogate.test(text)) return encoder.encode(text);
  const what = "'utf-8' codec can't encode character: surrogates not allowed";
  return new Raised('UnicodeEncodeError', what, 'prefix');
}
