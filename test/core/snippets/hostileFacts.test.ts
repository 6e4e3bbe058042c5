import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fillSnippet, fitsSnippet } from '../../../src/core/snippets/snippet';
import { signSnippets } from '../../../src/core/snippets/signSnippets';
import { verifySnippets } from '../../../src/core/snippets/verifySnippets';
import { hostileTexts } from '../present/hostileTexts';

const all = [...verifySnippets, ...signSnippets];
/** What ends a literal, begins a comment or is filled in, in one of the languages. */
const meaningful = [
  ...Array.from('"\'`\\\n\r\t#$*<>{}()[];|!?^\0\u2028\u2029\u0085'),
  'ä',
  '*/',
  '//*',
  '{alg}',
  '[secret] ',
];
const mean = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...hostileTexts.map(([, text]) => text)),
  fc.string({ unit: fc.constantFrom(...meaningful, 'a', '/', ' ') }),
);
/** The only signs that come out of a token into code. */
const tame = /^[\w:/.@+~=&%, -]*$/;

describe('snippets of hostile tokens', () => {
  it('hold nothing of an issuer or audience but signs that mean nothing in any language', () => {
    fc.assert(
      fc.property(mean, mean, fc.constantFrom(...all), (iss, aud, snippet) => {
        const alg = ['HS256', 'RS256', 'ES256', 'EdDSA'].find((one) =>
          fitsSnippet(snippet, { alg: one, hasExpiry: true }),
        )!;
        const text = fillSnippet(snippet, { alg, iss, aud, hasExpiry: true });
        const harmless = { iss: 'https://issuer.example', aud: 'your-audience' };
        const plain = fillSnippet(snippet, {
          alg,
          iss: tame.test(iss) ? iss : harmless.iss,
          aud: tame.test(aud) ? aud : harmless.aud,
          hasExpiry: true,
        });
        assert.equal(text, plain);
      }),
      { numRuns: 1000 },
    );
  });

  it('keep the lines they have, whatever is filled in', () => {
    fc.assert(
      fc.property(mean, fc.constantFrom(...all), (text, snippet) => {
        const lines = (iss: string): number =>
          fillSnippet(snippet, { alg: 'HS256', iss, aud: iss, hasExpiry: true }).split(
            /\r\n|[\n\r\u2028\u2029\u0085]/,
          ).length;
        assert.equal(lines(text), lines('plain'));
      }),
    );
  });
});
