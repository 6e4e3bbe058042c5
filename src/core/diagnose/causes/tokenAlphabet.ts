/** Row 6: `+` and `/` of the standard alphabet, or spaces that form decoding made of `+`, written as tokens are. */
export function* inUrlAlphabet(text: string): Generator<string> {
  if (/[+/]/.test(text)) yield text.replaceAll('+', '-').replaceAll('/', '_');
  if (text.includes(' ')) yield text.replaceAll(/[ +]/g, '-').replaceAll('/', '_');
}

/** Row 7: the text without padding. */
export function* withoutPadding(text: string): Generator<string> {
  if (text.includes('=')) yield text.replaceAll('=', '');
}
