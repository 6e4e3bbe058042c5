import { octetAt, utf8Bytes } from './bytes';
import { readUtf8 } from './utf8';

/** Undoes percent-encoding (RFC 3986 §2.1) and tells how many octets were encoded. What is none stays as it is; never throws. */
export function decodePercent(text: string): { readonly text: string; readonly count: number } {
  const bytes = utf8Bytes(text);
  let count = 0;
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const octet = bytes[at] === 0x25 ? 16 * hexDigit(bytes[at + 1]) + hexDigit(bytes[at + 2]) : Number.NaN;
    if (Number.isNaN(octet)) bytes[length++] = octetAt(bytes, at);
    else {
      bytes[length++] = octet;
      count++;
      at += 2;
    }
  }
  return { text: count === 0 ? text : readUtf8(bytes.subarray(0, length)).text, count };
}

function hexDigit(code = 0): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}
