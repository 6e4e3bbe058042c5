import { utf8Bytes, type Bytes } from '../../encoding/bytes';
import { utf8Text } from '../../encoding/utf8';
import type { SecretForm } from '../secretForm';

/** Row 28: the same characters as other octets. */
export function* otherCharacters(form: SecretForm): Generator<SecretForm> {
  const made = function* (): Generator<Bytes | undefined> {
    if (form.octets) yield* ofUtf16File(form.octets);
    const texts = [form.text, form.encoding === 'utf8' || !form.octets ? undefined : utf8Text(form.octets)];
    for (const text of texts) if (text !== undefined) yield* charsets(text);
  };
  for (const octets of made())
    if (octets && octets.length > 0) yield { ...form, text: utf8Text(octets), octets };
}

function* charsets(text: string): Generator<Bytes | undefined> {
  yield utf16(text, true);
  yield utf16(text, false);
  yield single(text, latin1);
  yield single(text, windows1252);
  yield single(text, (code) => (code < 0x80 ? code : undefined));
  const octets = utf8Bytes(text);
  yield utf8Bytes(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''));
  yield utf8Bytes(Array.from(octets, (octet) => String.fromCharCode(windowsCharacter(octet))).join(''));
  for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) yield utf8Bytes(text.normalize(form));
  yield utf8Bytes(text.toLowerCase());
  yield utf8Bytes(text.toUpperCase());
}

function utf16(text: string, isLittle: boolean): Bytes {
  const octets = new Uint8Array(2 * text.length);
  const view = new DataView(octets.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), isLittle);
  return octets;
}

/** One octet a character; `?` for those the charset does not have. */
function single(text: string, octetOf: (code: number) => number | undefined): Bytes {
  return Uint8Array.from(Array.from(text), (character) => octetOf(Number(character.codePointAt(0))) ?? 0x3f);
}

const latin1 = (code: number): number | undefined => (code <= 0xff ? code : undefined);

/** The characters of Windows-1252 at 0x80 to 0x9f; what it leaves free are the control characters of Latin-1. */
const windowsBlock = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windows1252(code: number): number | undefined {
  const at = windowsBlock.indexOf(String.fromCodePoint(code));
  if (at >= 0) return 0x80 + at;
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : undefined;
}

function windowsCharacter(octet: number): number {
  return octet >= 0x80 && octet < 0xa0 ? windowsBlock.charCodeAt(octet - 0x80) : octet;
}

/** A UTF-16 file that begins with its byte order mark, read as text; with and without its last line end. */
function* ofUtf16File(octets: Bytes): Generator<Bytes> {
  const [first, second] = octets;
  const isLittle = first === 0xff && second === 0xfe;
  if (!isLittle && !(first === 0xfe && second === 0xff)) return;
  const view = new DataView(octets.buffer, octets.byteOffset, octets.length);
  let text = '';
  for (let at = 2; at + 1 < octets.length; at += 2) text += String.fromCharCode(view.getUint16(at, isLittle));
  yield utf8Bytes(text);
  yield utf8Bytes(text.replace(/[\r\n]{1,2}$/, ''));
}
