import assert from 'node:assert/strict';
import { pseudoText } from '../../scripts/lib/pseudoLocale.mjs';
import { inspectToken } from '../../src/core/inspect/inspectToken';
import { parseToken } from '../../src/core/jose/parseToken';
import { hoverMarkdown } from '../../src/core/present/markdown';
import { textLines } from '../../src/core/present/text';
import { english, type Translate } from '../../src/core/present/wording';
import { aReport } from '../support/aReport';
import { everydayTokens } from '../support/everydayTokens';
import { findingCases, findingsMoment as moment } from '../support/findingCases';

/** Puts what was translated between brackets that no token here has. */
const bracketed: Translate = (template, args) => `⟦${english(pseudoText(template), args)}⟧`;

/** What of a text was not translated: all that stands outside the brackets, however deep they go. */
function outside(text: string): string {
  const without = text.replace(/⟦[^⟦⟧]*⟧/g, '·');
  return without === text ? text : outside(without);
}

/** Three words in a row, as no name of an RFC and no identifier has them. */
const words = /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/i;

describe('a whole token in the pseudo-locale', () => {
  const links = {
    inspect: 'command:a',
    verify: 'command:b',
    addKey: 'command:c',
    encode: 'command:d',
    copyHeader: 'command:e',
    copyPayload: 'command:f',
  };
  // Times are words of Intl, which are in another script here.
  const speech = { translate: bracketed, locale: 'ja', timeZone: 'UTC', moment };

  for (const [name, token] of [...everydayTokens, ...findingCases])
    it(`is translated throughout: ${name}`, () => {
      const inspection = inspectToken(parseToken(token), moment);
      const shown = [
        ...textLines(inspection, aReport(), speech),
        ...hoverMarkdown(inspection, aReport(), { ...speech, links }).split('\n'),
      ];
      assert.ok(shown.some((line) => line.includes('⟦')));
      for (const line of shown) {
        // Values of the token are written as JSON, the key id as it is: they stay as they are.
        const left = outside(line)
          .replaceAll('\\', '')
          .replace(/"[^"]*"|· kid [^·]*·/g, '·');
        assert.doesNotMatch(left, words, line);
      }
    });

  it('would show a text that was forgotten', () => {
    assert.match(outside('⟦Ðö ⟦ñöt⟧ löök⟧: This was not translated.'), words);
    assert.doesNotMatch(outside('⟦Ðö ⟦not at all⟧ löök⟧: alg “RS256”'), words);
  });
});
