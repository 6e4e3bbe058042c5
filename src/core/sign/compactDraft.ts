import { readJson } from '../encoding/json';
import type { Draft } from './draft';

/**
 * The draft as it goes into a token: JSON without the white space between its parts. Everything else stays as it was
 * written: order, repeated names, the text of numbers, escapes. A text that is no JSON stays untouched.
 */
export function compactDraft(draft: Draft): Draft {
  return { headerText: compactJson(draft.headerText), payloadText: compactJson(draft.payloadText) };
}

/** JSON text without white space outside its strings. Linear; a text that is no JSON comes back as it is. */
export function compactJson(text: string): string {
  if (!readJson(text).node) return text;
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const outside = quote < 0 ? text.slice(at) : text.slice(at, quote);
    parts.push(outside.replaceAll(/[\t\n\r ]/g, ''));
    if (quote < 0) break;
    at = endOfString(text, quote);
    parts.push(text.slice(quote, at));
  }
  return parts.join('');
}

/** Behind the quotation mark that ends the string beginning here. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}
