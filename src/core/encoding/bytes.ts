/** Octets with a buffer of their own; what WebCrypto accepts without a copy. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Joins pieces into one new array. */
export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Whether two arrays hold the same octets. Not constant in time: never the judge of a MAC given by a stranger. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, index) => octet === b[index]);
}

/** The octet at a place; zero beyond the end, as bits that nobody wrote count. */
export function octetAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** Each octet of the first, exclusive or with that of the second. */
export function xorBytes(a: Uint8Array, b: Uint8Array): Bytes {
  return a.map((octet, at) => octet ^ octetAt(b, at));
}

const encoder = new TextEncoder();

/** UTF-8 octets of a text; lone surrogates become U+FFFD, as `TextEncoder` has it. */
export function utf8Bytes(text: string): Bytes {
  return encoder.encode(text);
}

/** The same octets as a value WebCrypto takes: itself where its buffer is a plain one, else a copy. */
export function ownBytes(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes);
}
