import { octetAt } from './bytes';

export interface Utf8Reading {
  /** The text without its byte order mark; every fault shows as U+FFFD. */
  readonly text: string;
  /** Index of the first octet of the first ill-formed sequence (Unicode table 3-7). */
  readonly invalidAt?: number;
  /** Whether U+FEFF stood first: RFC 8259 §8.1 asks that none be sent. */
  readonly byteOrderMark: boolean;
}

const replacing = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads octets as UTF-8. Never throws; tells the place of the first fault. */
export function readUtf8(bytes: Uint8Array): Utf8Reading {
  const decoded = replacing.decode(bytes);
  const byteOrderMark = decoded.charCodeAt(0) === 0xfeff;
  const text = byteOrderMark ? decoded.slice(1) : decoded;
  // Only a text with U+FFFD can be faulty, and it may hold an honest one.
  const invalidAt = decoded.includes('\ufffd') ? firstFault(bytes) : undefined;
  return { text, byteOrderMark, ...(invalidAt === undefined ? {} : { invalidAt }) };
}

/** Lead octets -> number of continuation octets, and the range of the first of them. */
const sequences: readonly (readonly [from: number, to: number, more: number, low: number, high: number])[] = [
  [0x00, 0x7f, 0, 0, 0],
  [0xc2, 0xdf, 1, 0x80, 0xbf],
  [0xe0, 0xe0, 2, 0xa0, 0xbf],
  [0xe1, 0xec, 2, 0x80, 0xbf],
  [0xed, 0xed, 2, 0x80, 0x9f],
  [0xee, 0xef, 2, 0x80, 0xbf],
  [0xf0, 0xf0, 3, 0x90, 0xbf],
  [0xf1, 0xf3, 3, 0x80, 0xbf],
  [0xf4, 0xf4, 3, 0x80, 0x8f],
];

function firstFault(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const lead = octetAt(bytes, at);
    const row = sequences.find(([from, to]) => lead >= from && lead <= to);
    if (!row) return at;
    const [, , more, low, high] = row;
    for (let index = 1; index <= more; index++) {
      const octet = octetAt(bytes, at + index);
      if (octet < (index === 1 ? low : 0x80) || octet > (index === 1 ? high : 0xbf)) return at;
    }
    at += more + 1;
  }
  return undefined;
}

/** The text of octets that are UTF-8 from end to end; undefined where they are not. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  const { text, invalidAt, byteOrderMark } = readUtf8(bytes);
  if (invalidAt !== undefined) return undefined;
  return byteOrderMark ? `\ufeff${text}` : text;
}
