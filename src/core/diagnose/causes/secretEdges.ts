import { concatBytes } from '../../encoding/bytes';
import { octetForm, type SecretForm } from '../secretForm';
import { withTexts } from './secretChanges';
import { insideQuotes } from './secretEscapes';

/** Row 24: line ends at the end, or of another kind throughout. */
export function* otherLineEnds(form: SecretForm): Generator<SecretForm> {
  yield* withTexts(form, lineEndings);
  const { text, octets } = form;
  if (text !== undefined || !octets) return;
  let end = octets.length;
  while (end > 0 && (octets[end - 1] === 0x0a || octets[end - 1] === 0x0d)) end--;
  if (end < octets.length) yield octetForm(octets.slice(0, end));
  if (end < octets.length - 1) yield octetForm(octets.slice(0, -1));
  yield octetForm(concatBytes(octets, Uint8Array.of(0x0a)));
  yield octetForm(concatBytes(octets, Uint8Array.of(0x0d, 0x0a)));
}

function* lineEndings(text: string): Generator<string> {
  let end = text.length;
  while (end > 0 && /[\r\n]/.test(text.charAt(end - 1))) end--;
  if (end < text.length) {
    yield text.slice(0, end);
    yield text.replace(/(?:\r\n|\r|\n)$/, '');
    yield text.slice(0, -1);
  }
  yield `${text}\n`;
  yield `${text}\r\n`;
  if (text.includes('\r\n')) yield text.replaceAll('\r\n', '\n');
  if (text.includes('\n')) yield text.replace(/\r?\n/g, '\r\n');
}

const blank = /[\s\u00a0\u200b-\u200f\u2060\ufeff\u00ad]/;

/** Row 25: white space that cannot be seen, at the ends or inside. */
export function* otherWhiteSpace(form: SecretForm): Generator<SecretForm> {
  yield* withTexts(form, whiteSpaces);
}

function* whiteSpaces(text: string): Generator<string> {
  let [start, end] = [0, text.length];
  while (start < end && blank.test(text.charAt(start))) start++;
  while (end > start && blank.test(text.charAt(end - 1))) end--;
  if (start > 0 || end < text.length) {
    yield text.slice(start, end);
    yield text.slice(start);
    yield text.slice(0, end);
  }
  yield text.startsWith('\ufeff') ? text.slice(1) : `\ufeff${text}`;
  yield `${text} `;
  yield ` ${text}`;
  yield text.replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]+/g, '');
}

/** Row 26: quotes that are, or are not, part of the secret. */
export function* otherQuotes(form: SecretForm): Generator<SecretForm> {
  yield* withTexts(form, function* (text) {
    const inside = insideQuotes(text);
    if (inside !== undefined) yield inside;
    yield `"${text}"`;
    yield `'${text}'`;
  });
}
