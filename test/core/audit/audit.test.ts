import assert from 'node:assert/strict';
import { auditGroup, type AuditEntry } from '../../../src/core/audit/auditEntry';
import { auditText } from '../../../src/core/audit/auditText';
import { groupEntries } from '../../../src/core/audit/groupEntries';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import { jsonReport, markdownReport, sarifReport } from '../../../src/core/present/auditReports';
import { english } from '../../../src/core/present/wording';
import { aCompactJwe, aCompactJws } from '../../support/aToken';

const now = 1_767_225_600;
const words = { translate: english, locale: 'en', timeZone: 'UTC' };
const options = { moment: now, most: 100 };
const jws = (claims: object, header: object = { alg: 'HS256' }): string => aCompactJws(header, claims);
const live = jws({ iss: 'https://login.acme.io', exp: now + 60 });
const expired = jws({ exp: now - 60 });
const unsecured = aCompactJws({ alg: 'none' }, { sub: '42' }, '');
const audit = (text: string, path = 'src/a.ts'): readonly AuditEntry[] =>
  auditText({ path, uri: `file:///${path}`, text }, options);

describe('auditText', () => {
  it('tells where tokens stand and what they mean', () => {
    const entries = audit(`a\n  ${live}\n${expired}, ${unsecured}\n`);
    assert.deepEqual(
      entries.map(({ line, character, group }) => [line, character, group]),
      [
        [1, 2, 'live'],
        [2, 0, 'expired'],
        [2, expired.length + 2, 'unsecured'],
      ],
    );
    const [first] = entries;
    assert.deepEqual([first.issuer, first.expires, first.alg], ['https://login.acme.io', now + 60, 'HS256']);
    assert.deepEqual([first.endLine, first.endCharacter], [1, 2 + live.length]);
    assert.deepEqual(first.rules, ['liveToken']);
  });

  it('finds nothing in a text without tokens, and no claims in one that is encrypted', () => {
    assert.deepEqual(audit('no token at all'), []);
    const [entry] = audit(aCompactJwe({ alg: 'dir', enc: 'A256GCM' }));
    assert.deepEqual([entry.issuer, entry.expires, entry.alg], [undefined, undefined, 'dir']);
  });

  it('gives nothing away that could be used', () => {
    const [entry] = audit(live);
    assert.equal(entry.masked, `eyJhbGci… (${live.length})`);
    const text = JSON.stringify(entry);
    for (const part of live.split('.')) assert.ok(!text.includes(part));
  });

  it('leaves out what comments say to ignore', () => {
    assert.equal(audit(`# claimcheck-ignore-file\n${live}`).length, 0);
    assert.equal(audit(`# claimcheck-ignore-next-line\n${live}\n${live} // claimcheck-ignore`).length, 0);
    const [entry] = audit(`# claimcheck-ignore-next-line expired\n${expired}`);
    assert.ok(!entry.rules.includes('expired'));
  });

  it('ends at so many tokens, and takes time linear in their number', () => {
    const text = `${live}\n`.repeat(5000);
    const begin = performance.now();
    assert.equal(audit(text).length, 100);
    assert.equal(auditText({ path: 'a', uri: 'a', text }, { moment: now, most: 1e6 }).length, 5000);
    assert.ok(performance.now() - begin < 30_000);
  });
});

describe('the group of a token', () => {
  const group = (text: string, path = 'src/a.ts', issuer?: string): string =>
    auditGroup(inspectToken(parseToken(text), now), path, issuer);

  it('is what it means to who keeps the file', () => {
    assert.equal(group(live), 'live');
    assert.equal(group(jws({ sub: '42' })), 'live');
    assert.equal(group(jws({ nbf: now + 60 })), 'live');
    assert.equal(group(expired), 'expired');
    assert.equal(group(unsecured), 'unsecured');
    assert.equal(group(aCompactJwe({ alg: 'dir', enc: 'A256GCM' })), 'unknown');
    assert.equal(group(jws({ exp: 'soon' })), 'unknown');
  });

  it('is that of tests by path or issuer', () => {
    for (const path of [
      'test/a.ts',
      'src/__tests__/a.ts',
      'a.spec.ts',
      'docs/a.md',
      'README.md',
      'x/fixtures/a.json',
    ])
      assert.equal(group(live, path), 'test', path);
    for (const path of ['src/latest/a.ts', 'contest.ts', 'src/documents.ts', 'src/testing.ts'])
      assert.equal(group(live, path), 'live', path);
    for (const issuer of [
      'https://a.example',
      'https://login.example.com/x',
      'http://localhost:8080',
      'example.org',
    ])
      assert.equal(group(live, 'a.ts', issuer), 'test', issuer);
    for (const issuer of ['https://example.com.evil.io', 'https://myexample.com', 'acme'])
      assert.equal(group(live, 'a.ts', issuer), 'live', issuer);
  });
});

describe('groupEntries', () => {
  it('has what matters most first, then issuers by name, then files by path', () => {
    const other = jws({ iss: 'https://b.acme.io', exp: now + 60 });
    const entries = [
      ...audit(expired),
      ...audit(`${live} ${other}`, 'src/z.ts'),
      ...audit(live, 'src/b.ts'),
      ...audit(jws({ exp: now + 1 })),
    ];
    assert.deepEqual(
      groupEntries(entries).map(({ group, count, issuers }) => [
        group,
        count,
        issuers.map(({ issuer, files }) => [issuer, files.map(({ path }) => path)]),
      ]),
      [
        [
          'live',
          4,
          [
            ['https://b.acme.io', ['src/z.ts']],
            ['https://login.acme.io', ['src/b.ts', 'src/z.ts']],
            [undefined, ['src/a.ts']],
          ],
        ],
        ['expired', 1, [[undefined, ['src/a.ts']]]],
      ],
    );
  });
});

describe('groupEntries of many', () => {
  it('has issuers by name and those without one last, in whatever order they came', () => {
    const from = (iss?: string): readonly AuditEntry[] => audit(jws({ ...(iss && { iss }), exp: now + 60 }));
    const all = [undefined, 'https://c.acme.io', 'https://a.acme.io', undefined, 'https://b.acme.io'];
    for (const issuers of [all, all.toReversed(), all.toSorted(), all.slice(1)])
      assert.deepEqual(
        groupEntries(issuers.flatMap(from))[0]?.issuers.map(({ issuer }) => issuer),
        ['https://a.acme.io', 'https://b.acme.io', 'https://c.acme.io', undefined],
      );
  });

  it('keeps files of one path in several folders apart, and orders the others', () => {
    const at = (uri: string, path: string): readonly AuditEntry[] =>
      auditText({ path, uri, text: live }, options);
    const entries = [
      at('2', 'b.ts'),
      at('1', 'a.ts'),
      at('3', 'b.ts'),
      at('4', 'aa.ts'),
      at('1', 'a.ts'),
    ].flat();
    assert.deepEqual(
      groupEntries(entries)[0]?.issuers[0]?.files.map(({ uri, path, entries: found }) => [
        uri,
        path,
        found.length,
      ]),
      [
        ['1', 'a.ts', 2],
        ['4', 'aa.ts', 1],
        ['2', 'b.ts', 1],
        ['3', 'b.ts', 1],
      ],
    );
  });
});

describe('reports of found tokens', () => {
  const hostile = jws({ iss: '[x](command:quit) | <img src=x>\n# y', exp: now + 60 });
  const found = {
    entries: audit(`${live}\n${hostile}\n${unsecured}`, 'src/odd name.ts'),
    moment: now,
    files: 7,
    isCut: true,
  };

  it('are Markdown in which nothing of a token is markup', () => {
    const text = markdownReport(found, words);
    assert.match(text, /^# Tokens in the workspace\n\n3 tokens in 7 files, as of 2026-01-01T00:00:00Z/);
    assert.match(text, /## In force \(2\)/);
    assert.match(text, /There are more/);
    const rows = text.split('\n').filter((line) => line.startsWith('| src'));
    assert.equal(rows.length, 3);
    for (const row of rows) assert.equal(row.replace(/\\./g, '').split('|').length, 8, row);
    assert.doesNotMatch(text.replace(/\\./g, ''), /\]\(|<img|^# y/m);
    assert.match(markdownReport({ ...found, entries: [], isCut: false }, words), /No tokens were found/);
  });

  it('are JSON with places counted from 1', () => {
    const { tokens, complete, files } = JSON.parse(jsonReport(found)) as {
      tokens: { path: string; line: number; column: number; group: string }[];
      complete: boolean;
      files: number;
    };
    assert.deepEqual([tokens.length, complete, files], [3, false, 7]);
    assert.deepEqual(
      [tokens[1].path, tokens[1].line, tokens[1].column, tokens[1].group],
      ['src/odd name.ts', 2, 1, 'live'],
    );
  });

  it('are SARIF with a rule and a region for each result', () => {
    const { version, runs } = JSON.parse(sarifReport(found, words)) as {
      version: string;
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: {
          ruleId: string;
          ruleIndex: number;
          level: string;
          message: { text: string };
          locations: {
            physicalLocation: {
              artifactLocation: { uri: string };
              region: { startLine: number; endColumn: number };
            };
          }[];
        }[];
      }[];
    };
    const [{ tool, results }] = runs;
    assert.equal(version, '2.1.0');
    assert.equal(results.length, 3);
    for (const { ruleId, ruleIndex, message, locations } of results) {
      assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
      assert.ok(message.text.length > 3);
      assert.equal(locations[0].physicalLocation.artifactLocation.uri, 'src/odd%20name.ts');
    }
    assert.deepEqual(
      results.map(({ level }) => level),
      ['warning', 'warning', 'warning'],
    );
    assert.equal(results[0].locations[0].physicalLocation.region.endColumn, live.length + 1);
  });

  it('hold no part of a token but the beginning of its header', () => {
    for (const text of [markdownReport(found, words), jsonReport(found), sarifReport(found, words)])
      for (const token of [live, hostile, unsecured])
        for (const part of token.split('.').filter((one) => one.length > 10)) assert.ok(!text.includes(part));
  });
});
