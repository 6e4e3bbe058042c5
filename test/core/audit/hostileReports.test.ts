import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AuditEntry } from '../../../src/core/audit/auditEntry';
import { jsonReport, markdownReport, sarifReport, type Audit } from '../../../src/core/present/auditReports';
import { visible } from '../../../src/core/present/escape';
import { english } from '../../../src/core/present/wording';
import { renderMarkdown } from '../../support/renderedMarkdown';
import { hostileTexts } from '../present/hostileTexts';

const words = { translate: english, locale: 'en', timeZone: 'UTC' };

/** What somebody else wrote: a path, an issuer, the name of an algorithm. */
type Borne = Pick<AuditEntry, 'path' | 'issuer' | 'alg' | 'masked'>;

function audit(borne: Borne): Audit {
  const entry: AuditEntry = {
    ...borne,
    uri: 'file:///a',
    ...{ line: 1, character: 2, endLine: 1, endCharacter: 9 },
    ...{ group: 'live', expires: 1_767_225_600, rules: ['liveToken'] },
  };
  return { entries: [entry], moment: 1_767_225_600, files: 1, isCut: false };
}

const markup = Array.from('|`*_[]()<>\\"\'#/!&$@:\n\r \u2028\u202e\ud800');
const mean = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...hostileTexts.map(([, text]) => text)),
  fc.string({ unit: fc.constantFrom(...markup) }),
);
const borne: fc.Arbitrary<Borne> = fc.record({ path: mean, issuer: mean, alg: mean, masked: mean });
const same = (text: string): string =>
  visible(text)
    .replace(/\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('reports of found tokens with hostile texts in them', () => {
  it('are Markdown of one table, whose cells show just those texts', () => {
    fc.assert(
      fc.property(borne, (texts) => {
        const { tags, links, attributes, html } = renderMarkdown(markdownReport(audit(texts), words));
        assert.deepEqual([links, attributes], [[], []]);
        for (const tag of tags) assert.match(tag, /^(?:h1|h2|p|table|thead|tbody|tr|th|td)$/);
        const cells = [...html.matchAll(/<td>([^]*?)<\/td>/g)].map(([, cell]) => renderMarkdown(cell).text);
        assert.equal(cells.length, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('show a text with bars and backslashes as it is', () => {
    for (const issuer of ['a|b', 'a\\|b', '\\', 'a||b\\\\'] as const) {
      const markdown = markdownReport(audit({ path: 'p', issuer, alg: 'a', masked: 'm' }), words);
      const { text } = renderMarkdown(markdown);
      assert.ok(same(text).includes(same(issuer)), `${issuer}: ${text}`);
    }
  });

  it('are JSON that gives the texts back, with nothing unseen in it', () => {
    fc.assert(
      fc.property(borne, (texts) => {
        const json = jsonReport(audit(texts));
        assert.doesNotMatch(json, /[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?!\n)\p{Cc}/u);
        const [{ path, iss, alg }] = (JSON.parse(json) as { tokens: Record<string, string>[] }).tokens;
        assert.deepEqual([path, iss, alg], [texts.path, texts.issuer, texts.alg]);
      }),
    );
  });

  it('are SARIF whose messages hold no link, and whose addresses lead into the workspace', () => {
    fc.assert(
      fc.property(borne, (texts) => {
        const log = JSON.parse(sarifReport(audit(texts), words)) as {
          runs: {
            results: {
              message: { text: string };
              locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
            }[];
          }[];
        };
        const [{ message, locations }] = log.runs[0].results;
        assert.doesNotMatch(message.text.replace(/\\[\\[\]]/g, ''), /[[\]\n\r\u2028]/);
        assert.match(locations[0].physicalLocation.artifactLocation.uri, /^[\w%~.!*'()/-]*$/);
      }),
    );
  });
});
