import { htmlCharacters } from './htmlCharacters';
import { unescapeText } from './unescapeText';

/** Row 1: the text without the escapes of JSON and C (up to twice), of HTML, or of quoted-printable mail. */
export function* withoutEscapes(text: string): Generator<string> {
  if (text.includes('\\')) {
    const once = unescapeText(text);
    yield once;
    if (once.includes('\\')) yield unescapeText(once);
  }
  if (text.includes('&')) {
    const once = htmlCharacters(text);
    yield once;
    if (once.includes('&')) yield htmlCharacters(once);
  }
  if (text.includes('=')) yield quotedPrintable(text);
}

/** Quoted-printable (RFC 2045 §6.7): soft line ends go, `=3D` becomes a character. */
function quotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]{0,20}(?:\r\n|\r|\n)/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
