import assert from 'node:assert/strict';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import { visible } from '../../../src/core/present/escape';
import { hoverMarkdown } from '../../../src/core/present/markdown';
import { mostHoverRows } from '../../../src/core/present/hoverRows';
import { english } from '../../../src/core/present/wording';
import type { SignatureAnswer, VerificationReport } from '../../../src/core/verify/report';
import { aReport, fullSummary, reportMoment } from '../../support/aReport';
import { aCompactJwe, aCompactJws, jsonSegment, segment, someSignature } from '../../support/aToken';
import { renderMarkdown, type RenderedMarkdown } from '../../support/renderedMarkdown';
import { hostileTexts } from './hostileTexts';

const argument = encodeURIComponent(JSON.stringify([{ uri: "file:///a (b)/it's.md", offset: 3 }]));
const links = {
  inspect: `command:claimcheck.inspectToken?${argument}`,
  verify: `command:claimcheck.verifyToken?${argument}`,
  addKey: 'command:claimcheck.addKey',
};
const options = { translate: english, locale: 'en', timeZone: 'UTC', links };

const hover = (text: string, report?: VerificationReport): string =>
  hoverMarkdown(inspectToken(parseToken(text), reportMoment), report, options);
const linesOf = (text: string, report?: VerificationReport): string[] =>
  hover(text, report)
    .split('\n')
    .map((line) => renderMarkdown(line).text.trim());

const allowedTags = new Set([
  'p',
  'br',
  'strong',
  'em',
  'a',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'pre',
  'code',
]);
const ownIcons = new Set([
  ...['verified-filled', 'error', 'unlock', 'question', 'lock', 'pass', 'watch', 'warning', 'checklist'],
  ...['inspect', 'verified', 'key'],
]);

/** Nothing but what we made: our links, our icons, our tags. */
function assertOnlyOurs(rendered: RenderedMarkdown): void {
  for (const tag of rendered.tags) assert.ok(allowedTags.has(tag), tag);
  assert.deepEqual(rendered.attributes, []);
  for (const type of ['html', 'image', 'def', 'blockquote', 'list', 'heading', 'hr', 'del', 'codespan'])
    assert.ok(!rendered.types.has(type), type);
  const ours = Object.values(links).map((link) => decodeURIComponent(link));
  for (const link of rendered.links) assert.ok(ours.includes(decodeURIComponent(link)), link);
  for (const icon of rendered.icons) assert.ok(ownIcons.has(icon), icon);
}

const expired = aCompactJws({ alg: 'HS256', typ: 'JWT' }, { sub: '42', name: 'Jess', exp: 1_516_239_022 });

describe('the hover', () => {
  it('answers in its first three lines', () => {
    const report = aReport(undefined, { time: 'expired' });
    assert.deepEqual(linesOf(expired, report).slice(0, 3), [
      'HS256 · JWT · $(verified-filled) Signature valid with keys/service.pub:3 (service-2026)',
      '$(error) Expired 7 years ago (18 Jan 2018, 01:30:22 UTC)',
      '$(pass) Well formed',
    ]);
  });

  it('says that a signature does not match, or was not verified', () => {
    const invalid = linesOf(expired, aReport({ status: 'invalid', tried: [fullSummary] }));
    assert.match(invalid[0] ?? '', /\$\(error\) Signature does not match keys\/service\.pub:3/);
    const unverified = linesOf(expired, aReport({ status: 'unverifiable', reason: { code: 'noKeys' } }));
    assert.match(unverified[0] ?? '', /\$\(question\) Signature not verified: no key known; add one$/);
    assert.match(linesOf(aCompactJws({ alg: 'none' }, {}, ''))[0] ?? '', /^none · \$\(unlock\) Unsecured/);
    assert.match(
      linesOf(aCompactJwe({ alg: 'dir', enc: 'A256GCM' }))[0] ?? '',
      /^dir with A256GCM · \$\(lock\) Encrypted/,
    );
  });

  it('never draws the sign of a valid signature for anything else', () => {
    const answers: readonly SignatureAnswer[] = [
      { status: 'invalid', tried: [] },
      { status: 'unsecured' },
      { status: 'unverifiable', reason: { code: 'noKeys' } },
      { status: 'valid', key: { ...fullSummary, origin: { from: 'token' } }, chosenBy: 'tried' },
    ];
    for (const answer of answers)
      assert.ok(!renderMarkdown(hover(expired, aReport(answer))).icons.includes('verified-filled'));
    const mixed = aReport(undefined, {
      signatures: [aReport().signatures[0], { status: 'invalid', tried: [] }],
    });
    assert.ok(!renderMarkdown(hover(expired, mixed)).icons.includes('verified-filled'));
  });

  it('names the gravest remark and counts the others', () => {
    const text = aCompactJws({ alg: 'HS256', crit: ['exotic'], exotic: 1, kid: '../x' }, { sub: 42 });
    assert.match(
      linesOf(text)[2] ?? '',
      /^\$\(warning\) Its header demands that readers understand “exotic”.*\(and 2 more\)$/,
    );
  });

  it('tells what is not well formed before all else', () => {
    assert.match(linesOf(`${expired}=`)[2] ?? '', /^\$\(warning\) The signature ends in “=”/);
    assert.match(
      linesOf('eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0')[2] ?? '',
      /^\$\(warning\) This is not a whole token\./,
    );
  });

  it('tells what was not as expected beside the time', () => {
    const checks = [{ claim: 'iss', outcome: 'failed', code: 'missing', facts: {} }] as const;
    assert.match(
      linesOf(expired, aReport(undefined, { checks }))[1] ?? '',
      /· \$\(error\) Not as expected: “iss” is missing$/,
    );
  });

  it('offers what is useful, as links that we made', () => {
    const offered = (text: string, report?: VerificationReport): string[] =>
      [...hover(text, report).matchAll(/\[\$\([\w-]+\) ([^\]]*)\]/g)].map((match) => match[1]);
    assert.deepEqual(offered(expired), ['Inspect', 'Verify with…', 'Add key…']);
    assert.deepEqual(offered(expired, aReport()), ['Inspect', 'Verify with…']);
    assert.deepEqual(offered(aCompactJws({ alg: 'none' }, {}, '')), ['Inspect']);
    assert.deepEqual(offered(aCompactJwe({ alg: 'dir', enc: 'A256GCM' })), ['Inspect']);
    const { links: found } = renderMarkdown(hover(expired));
    assert.deepEqual(found.map(decodeURIComponent), Object.values(links).map(decodeURIComponent));
  });

  it('explains claims, with times in words', () => {
    const { text } = renderMarkdown(hover(expired));
    assert.match(text, /"42" — Whom or what the token is about\./);
    assert.match(text, /1516239022 — 18 Jan 2018, 01:30:22 UTC, 7 years ago — When the token expires\./);
  });

  it('caps the table, and says how many claims are left', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`claim${index}`, index]));
    const rendered = renderMarkdown(hover(aCompactJws({ alg: 'RS256' }, many)));
    assert.equal((rendered.html.match(/<tr>/g) ?? []).length, 1 + mostHoverRows + 1);
    assert.match(rendered.text, /and 28 more/);
  });

  it('shows header and payload as JSON that means what was written', () => {
    const payload = { sub: '42', big: { list: [1, { deep: null }], empty: {} } };
    const rendered = renderMarkdown(hover(aCompactJws({ alg: 'RS256', kid: 'k' }, payload)));
    assert.deepEqual(
      rendered.code.map((code): unknown => JSON.parse(code)),
      [{ alg: 'RS256', kid: 'k' }, payload],
    );
  });

  it('shows numbers exactly, and a payload that is no JSON as text', () => {
    const exact = hover(
      `${jsonSegment({ alg: 'RS256' })}.${segment('{"n":12345678901234567890}')}.${someSignature}`,
    );
    assert.ok(exact.includes('"n": 12345678901234567890'));
    const text = hover(
      `${jsonSegment({ alg: 'RS256' })}.${segment('plain ``` text\n```\n# no heading')}.${someSignature}`,
    );
    assert.equal(renderMarkdown(text).code[1], 'plain ``` text\n```\n# no heading');
    assertOnlyOurs(renderMarkdown(text));
  });

  it('stays small, whatever the token', () => {
    const claims = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`${index}${'n'.repeat(500)}`, 'v'.repeat(5000)]),
    );
    const large = hover(
      aCompactJws({ alg: 'a'.repeat(5000), kid: 'k'.repeat(5000), crit: ['c'.repeat(5000)] }, claims),
    );
    assert.ok(large.length < 20_000, String(large.length));
    const deep = `${'['.repeat(900)}${']'.repeat(900)}`;
    const nested = hover(`${jsonSegment({ alg: 'RS256' })}.${segment(`{"d":${deep}}`)}.${someSignature}`);
    assert.ok(nested.length < 20_000);
    assert.match(renderMarkdown(large).text, /kid k{32}… \(\+4968\)/);
  });
});

describe('a hostile token', () => {
  for (const [attempt, text] of hostileTexts)
    it(`gets nothing but text into the hover: ${attempt}`, () => {
      const claims = { [text]: text, sub: text, iss: [text], nested: { [text]: { [text]: [text] } }, exp: 1 };
      const token = aCompactJws(
        { alg: text, kid: text, typ: text, crit: [text], jku: text, [text]: text },
        claims,
      );
      const key = {
        ...fullSummary,
        kid: text,
        comment: text,
        origin: { from: 'file', path: text, uri: 'file:///x' },
      } as const;
      const reports: readonly (VerificationReport | undefined)[] = [
        undefined,
        aReport({ status: 'valid', key, chosenBy: 'kid' }),
        aReport({ status: 'invalid', tried: [key] }),
        aReport({ status: 'unverifiable', reason: { code: 'kidUnknown', kid: text } }),
        aReport(undefined, {
          checks: [
            { claim: text, outcome: 'failed', code: 'mismatch', facts: { found: text, expected: text } },
          ],
        }),
      ];
      for (const report of reports) {
        const rendered = renderMarkdown(hover(token, report));
        assertOnlyOurs(rendered);
        assert.equal(rendered.code.length, 2);
        const shown = JSON.parse(rendered.code[1]) as Record<string, unknown>;
        assert.equal(shown['sub'], text);
        assert.deepEqual(shown['iss'], [text]);
      }
      if (text.length > 0 && text.length <= 32 && !/^ | $/.test(text)) {
        const [first = ''] = renderMarkdown(hover(token)).text.split('\n');
        const seen = first.replaceAll('\u00a0', ' ');
        assert.ok(seen.includes(`kid ${visible(text)}`.replaceAll('\u00a0', ' ')), seen);
      }
    });

  it('hides nothing behind a line that turns around', () => {
    const rendered = renderMarkdown(
      hover(aCompactJws({ alg: 'HS256', kid: 'safe\u202eelif' }, { sub: 'a\u202eb' })),
    );
    assert.ok(!/[\u202a-\u202e\u2066-\u2069]/.test(rendered.text));
    assert.match(rendered.text, /safe⟨U\+202E⟩elif/);
    assert.match(rendered.text, /"a\\u202eb"/);
  });
});
