/**
 * Texts made to be slow to search: each is one pattern repeated to a length, so that time can be held against length.
 * Used by the unit tests and by the bench; hence plain JavaScript.
 */
const header = 'eyJhbGciOiJIUzI1NiJ9';
const braces = (count, open, close) => open.repeat(count) + close.repeat(count);

/**
 * Name -> the pattern, what may stand once before and after it, and whether it is aimed at the search for JSON
 * serializations, which a regular expression does not do, or nothing but tokens, which one need not check.
 */
export const hostilePatterns = {
  'eyJ without end': { pattern: 'eyJ' },
  'the rare letter': { pattern: 'J' },
  'encoded "alg" without end': { pattern: 'JhbGci' },
  'all three forms of it': { pattern: 'JhbGciYWxnImFsZyI' },
  'nearly encoded "alg"': { pattern: 'JhbGcJhbGJhbJhJImFsZyImFsZImFsiYWxniYWxiYW' },
  dots: { pattern: '.' },
  'headers and dots': { pattern: `${header}.` },
  'headers and two dots': { pattern: `${header}..` },
  'starts of headers and dots': { pattern: 'eyJ.' },
  'starts of headers, then one': { pattern: 'eyJ-', after: `${header}.e30.AAAA` },
  'encoded spaces': { pattern: 'ICAg', after: `${header}.e30.AAAA` },
  'tokens without space': { pattern: `${header}.e30.AAAA~`, isDense: true },
  'an endless SD-JWT': { before: `${header}.e30.AAAA~`, pattern: 'WyJhIl0~' },
  'one segment after another': {
    before: `${header}.`,
    pattern: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  },
  'headers with junk inside': { pattern: 'eyJhbGciOiJIUzI1NiJ9eyJhbGciOiJIUzI1NiI.' },
  underscores: { pattern: '_', after: `${header}.e30.AAAA_` },
  quotes: { pattern: '"', isJson: true },
  backslashes: { before: '{"signature":"', pattern: '\\', isJson: true },
  'open braces': { pattern: '{', isJson: true },
  'open objects with a signature': { pattern: '{"signature":"x","a":', isJson: true },
  'open lists in objects': { pattern: '{"signature":"x","a":[', isJson: true },
  'signatures in one object': { before: '{', pattern: '"signature":"x",', isJson: true },
  'signatures in objects': { pattern: '{"signature":"x"},', isJson: true },
  'signatures out of place': { pattern: '"signature":"', isJson: true },
  'nested and closed': { pattern: braces(400, '{"signature":"x","a":', '}'), isJson: true },
  'nested in front': {
    pattern: `${braces(400, '{"a":', '}').replace('}', '1}')},"ciphertext":"x"`,
    isJson: true,
  },
  'members before a ciphertext': { before: '{', pattern: '"a":[[],{}],"ciphertext":"x",', isJson: true },
  'strings before a ciphertext': { pattern: '"a":"\\"\\\\","ciphertext":"x",', isJson: true },
};

/** The text of that name, as near to the length as whole patterns come. */
export function hostileText(name, length) {
  const { before = '', pattern, after = '' } = hostilePatterns[name];
  const text = before + pattern.repeat(Math.max(1, Math.floor(length / pattern.length))) + after;
  // A flat string of one byte a character, as a document's text is.
  return Buffer.from(text, 'latin1').toString('latin1');
}
