import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  codeBlock,
  escapeMarkdown,
  linkTarget,
  visible,
  visibleJson,
} from '../../../src/core/present/escape';
import { renderMarkdown } from '../../support/renderedMarkdown';
import { hostileTexts } from './hostileTexts';
import { workTime } from '../../support/workTime';

/** What Markdown is made of, and bits that matter next to it. */
const markdownSigns = Array.from('\\`*_{}[]()#+-.!|<>&~$:/@="\'^ \n\t\u202e\u200b1a').concat(
  'www.',
  'http://',
);

/** What must be read: the text with the invisible named, runs of blanks kept. */
const expected = (text: string): string =>
  visible(text).replace(/^ | $/g, '⟨U+0020⟩').replaceAll('\u00a0', ' ');
const read = (text: string): string => text.trim().replaceAll('\u00a0', ' ');

function assertHarmless(text: string): void {
  const escaped = escapeMarkdown(text);
  assert.ok(!escaped.includes('\n'));
  const paragraph = renderMarkdown(escaped);
  assert.equal(read(paragraph.text), expected(text));
  assert.deepEqual([...paragraph.tags].sort(), text === '' ? [] : ['p']);
  assert.deepEqual(paragraph.icons, []);

  const inLine = renderMarkdown(`**kid** ${escaped} (more) $(warning) end`);
  assert.equal(read(inLine.text), `kid ${expected(text)} (more) $(warning) end`);
  assert.deepEqual([...inLine.tags].sort(), ['p', 'strong']);
  assert.deepEqual(inLine.icons, ['warning']);

  const table = renderMarkdown(`| a | b |\n| --- | --- |\n| **x${escaped}** | ${escaped} |`);
  const cells = [...table.html.matchAll(/<td>([^]*?)<\/td>/g)];
  assert.equal(cells.length, 2);
  assert.equal(
    read(table.text)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join('·'),
    ['a', 'b', `x${expected(text)}`, expected(text).trim()].filter(Boolean).join('·'),
  );
  assert.deepEqual(table.links, []);
  assert.deepEqual(table.icons, []);
  assert.ok(!table.tags.has('img'));
  for (const tag of table.tags)
    assert.ok(['table', 'thead', 'tbody', 'tr', 'th', 'td', 'strong'].includes(tag), tag);
}

describe('escaping for Markdown', () => {
  for (const [attempt, text] of hostileTexts)
    it(`shows as it is: ${attempt}`, () => {
      assertHarmless(text);
    });

  it('shows any text as it is', () => {
    const piece = fc.oneof(
      fc.constantFrom(...hostileTexts.map(([, text]) => text)),
      fc.constantFrom(...markdownSigns),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        assertHarmless(pieces.join(''));
      }),
      { numRuns: 300 },
    );
  });

  it('names what cannot be seen', () => {
    assert.equal(visible('a\u202eb'), 'a⟨U+202E⟩b');
    assert.equal(visible('a\nb'), 'a⟨U+000A⟩b');
    assert.equal(visible('\ud800'), '⟨U+D800⟩');
    assert.equal(visible('\u{e0041}'), '⟨U+E0041⟩');
    assert.equal(visible('plain text, ❤️ 日本'), 'plain text, ❤️ 日本');
  });

  it('writes JSON that means the same and hides nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value, undefined, 2);
        assert.deepEqual(JSON.parse(visibleJson(json)), JSON.parse(json));
      }),
    );
    assert.equal(visibleJson('"a\u202eb\u{e0041}"'), '"a\\u202eb\\udb40\\udc41"');
  });

  it('takes time in proportion to the text', () => {
    const long = hostileTexts
      .map(([, text]) => text)
      .join('')
      .repeat(500);
    const took = workTime(() => {
      escapeMarkdown(long);
      codeBlock('text', long);
      codeBlock('json', '`'.repeat(1_000_000));
    });
    assert.ok(took < 5000);
  });
});

describe('a code block', () => {
  for (const [attempt, text] of hostileTexts)
    it(`is not left by: ${attempt}`, () => {
      for (const content of [text, `x\n${text}`, `${text}\n\n${text}`]) {
        const rendered = renderMarkdown(`before\n\n${codeBlock('text', content)}\n\nafter`);
        assert.equal(rendered.code.length, 1);
        assert.deepEqual([...rendered.tags].sort(), ['code', 'p', 'pre']);
        assert.deepEqual(rendered.icons, []);
        assert.match(rendered.html, /^<p>before<\/p>[^]*<p>after<\/p>$/m);
        const shown = content
          .split(/\r\n|\r|\n/)
          .map(visible)
          .join('\n');
        const code = rendered.code[0].replaceAll('$\u200b(', '$(');
        assert.equal(code.trimEnd(), shown.trimEnd());
      }
    });

  it('of JSON means the same as the JSON', () => {
    for (const [, text] of hostileTexts) {
      const value = { [text]: [text, { text }] };
      const rendered = renderMarkdown(codeBlock('json', JSON.stringify(value, undefined, 2)));
      assert.equal(rendered.code.length, 1);
      assert.deepEqual(JSON.parse(rendered.code[0]), JSON.parse(JSON.stringify(value)));
      assert.deepEqual(rendered.icons, []);
    }
  });
});

describe('the target of a link', () => {
  it('ends where we end it', () => {
    const argument = encodeURIComponent(JSON.stringify([{ uri: "file:///a(b)/it's [1].md" }]));
    const target = `command:claimcheck.inspectToken?${argument}`;
    const { links } = renderMarkdown(`[x](${linkTarget(target)}) y`);
    assert.equal(links.length, 1);
    assert.equal(decodeURIComponent(links[0]), decodeURIComponent(target));
  });
});
