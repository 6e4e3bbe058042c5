import { readUtf8 } from '../../encoding/utf8';

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark or the zeros between ASCII letters say so. Undefined where
 * the octets are no text. The byte order mark is taken off.
 */
export function decodeText(octets: Uint8Array): string | undefined {
  const order = utf16Order(octets);
  if (order) return decodeUtf16(octets, order);
  const { text, invalidAt } = readUtf8(octets);
  // A comment in Latin-1 does not spoil the key below it, and a stray octet inside is told where it stands.
  if (/-----(?:BEGIN|END) |---- BEGIN SSH2 /.test(text)) return text;
  return invalidAt === undefined && !hasControls(text) ? text : undefined;
}

type ByteOrder = 'little' | 'big';

function utf16Order(octets: Uint8Array): ByteOrder | undefined {
  const [first = 0, second = 0] = octets;
  if (first === 0xff && second === 0xfe) return 'little';
  if (first === 0xfe && second === 0xff) return 'big';
  if (octets.length < 8 || octets.length % 2 === 1) return undefined;
  const head = [...octets.subarray(0, 64)];
  const isAscii = (octet: number): boolean => octet >= 0x09 && octet < 0x7f;
  const fits = (letter: 0 | 1): boolean =>
    head.every((octet, index) => (index % 2 === letter ? isAscii(octet) : octet === 0));
  return fits(0) ? 'little' : fits(1) ? 'big' : undefined;
}

function decodeUtf16(octets: Uint8Array, order: ByteOrder): string {
  const even = octets.slice(0, octets.length - (octets.length % 2));
  if (order === 'big') for (let at = 0; at < even.length; at += 2) even.subarray(at, at + 2).reverse();
  return new TextDecoder('utf-16le').decode(even);
}

/** Control characters no text has: anything below the space but tab, line ends and form feed. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) return true;
  }
  return false;
}
