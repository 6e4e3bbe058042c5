import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseToken } from '../../../src/core/jose/parseToken';
import { problemText } from '../../../src/core/present/problemWording';
import { english, type Translate } from '../../../src/core/present/wording';
import { aCompactJws } from '../../support/aToken';

const catalogue = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) as Record<string, string>;
const german: Translate = (template, args) => english(catalogue[template] ?? template, args);

const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);
const signature = { protected: 'eyJhbGciOiJIUzI1NiJ9', signature: 'AAAA' };
const encrypted = { protected: 'eyJlbmMiOiJBMTI4R0NNIn0', iv: 'AAAA', ciphertext: 'AAAA', tag: 'AAAA' };

describe('problemText', () => {
  const cases: readonly (readonly [text: string, sentence: RegExp])[] = [
    [JSON.stringify({ payload: 'e30', signatures: times(5000, signature) }), /^Es hat 5000 Signaturen; /],
    [
      JSON.stringify({ ...encrypted, recipients: times(5000, { header: { alg: 'dir' } }) }),
      /^Es hat 5000 Empfänger; /,
    ],
    [
      `${aCompactJws({ alg: 'HS256' }, {})}~${'WyJhIiwiYiIsMV0~'.repeat(20_000)}`,
      /^Es hat 20\.?000 Offenlegungen; /,
    ],
  ];
  for (const [text, sentence] of cases)
    it(`names in the language of the sentence what there is too much of: ${sentence.source}`, () => {
      const problem = parseToken(text).problems.find(({ code }) => code === 'token.tooMany');
      assert.ok(problem);
      assert.match(problemText(problem, german), sentence);
    });
});
