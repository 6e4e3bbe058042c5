import assert from 'node:assert/strict';
import { scanTokens } from '../../../src/core/detect/scan';
import type { TokenKind } from '../../../src/core/detect/tokenSpan';
import { encoded, hs256Signature } from './texts';

/** Short names for parts of tokens, written `<H>` in marked texts. */
const parts: Readonly<Record<string, string>> = {
  /** A header of HS256, ES256, of an unsecured token, of a JWE. */
  H: encoded('{"alg":"HS256"}'),
  E: encoded('{"alg":"ES256"}'),
  R: encoded('{"alg":"RS256"}'),
  N: encoded('{"alg":"none"}'),
  X: encoded('{"alg":"dir","enc":"A256GCM"}'),
  /** A payload, and one that could be a header. */
  P: encoded('{"sub":"42"}'),
  A: encoded('{"alg":"HS256"}'),
  /** A signature of HS256, of ES256, and of RS256 with 2048 bits. */
  S: hs256Signature,
  D: hs256Signature + hs256Signature,
  L: 'A'.repeat(342),
  /** A disclosure, an initialization vector, an authentication tag. */
  d: encoded('["salt","name",1]'),
  i: 'AAAAAAAAAAAAAAAA',
  t: 'AAAAAAAAAAAAAAAAAAAAAA',
};

/** The text that a marked one stands for. */
export function expanded(marked: string): string {
  return marked.replaceAll(/<([A-Za-z])>/g, (_, name: string) => parts[name] ?? assert.fail(name));
}

/** Asserts that exactly what stands between `«` and `»` is found, and as what. */
export function expectFound(marked: string, ...kinds: readonly TokenKind[]): void {
  const text = expanded(marked);
  const expected: { start: number; end: number; kind: TokenKind | undefined }[] = [];
  let bare = '';
  for (const character of text.split('')) {
    if (character === '«') expected.push({ start: bare.length, end: -1, kind: kinds[expected.length] });
    else if (character === '»') expected.at(-1)!.end = bare.length;
    else bare += character;
  }
  assert.equal(expected.length, kinds.length, 'a kind for each mark');
  assert.deepEqual(scanTokens(bare), expected, bare);
}
