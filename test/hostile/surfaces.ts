import assert from 'node:assert/strict';
import { auditText } from '../../src/core/audit/auditText';
import { TokenIndex, type LinedText } from '../../src/core/detect/tokenIndex';
import { claimPaths } from '../../src/core/editor/claimPaths';
import { decodedText, redactedText } from '../../src/core/editor/pasteForms';
import { redactToken } from '../../src/core/editor/redactToken';
import { defaultLevels } from '../../src/core/editor/remark';
import { remarksOn } from '../../src/core/editor/remarksOn';
import { jsonReport, markdownReport, sarifReport } from '../../src/core/present/auditReports';
import { backendReport, backendRows } from '../../src/core/present/backendText';
import { comparableText } from '../../src/core/present/comparableText';
import { undecryptedText } from '../../src/core/present/decryptionWording';
import { visible, visibleJson } from '../../src/core/present/escape';
import { mostHoverRows } from '../../src/core/present/hoverRows';
import { hoverMarkdown } from '../../src/core/present/markdown';
import { longestAnswer, modelAnswer } from '../../src/core/present/modelAnswer';
import { tokenNote } from '../../src/core/present/noteText';
import { remarkText } from '../../src/core/present/remarkWording';
import { shorten } from '../../src/core/present/shorten';
import { tokenText } from '../../src/core/present/tokenText';
import { summaryLine, verdictOf } from '../../src/core/present/verdict';
import { english } from '../../src/core/present/wording';
import { messageText } from '../../src/host/platform/messageText';
import { inspectorEvents } from '../../src/protocol/messages';
import { reportMoment } from '../support/aReport';
import { renderMarkdown } from '../support/renderedMarkdown';
import { assertNoLinkInMessage, assertOnlyOurs, assertSeen, inCell, jsonOf, sectionOf } from './shown';
import { words, type Subject } from './subject';

const links = {
  inspect: 'command:claimcheck.inspectToken?1',
  verify: 'command:claimcheck.verifyToken?1',
  addKey: 'command:claimcheck.addKey',
  explain: 'command:claimcheck.explainFailure?1',
};
/** JSON up to this many characters comes through the hover, and up to that many through a text document, uncut. */
const wholeInHover = 1500;
const wholeInText = 400_000;
/** Nodes too deep for the assertions to walk through are not held against each other. */
const isDeep = (json: string): boolean => /(?:[[{][^[{\]}]{0,12}){200}/.test(json.slice(0, 20_000));

/** What each surface shows of a token, held against the token. A surface is a row. */
export const surfaces: Readonly<Record<string, (subject: Subject) => void>> = {
  hover(subject) {
    const { inspection, report, sdJwt, payload } = subject;
    const markdown = hoverMarkdown(inspection, report, { ...words, links, sdJwt });
    assert.ok(markdown.length < 40_000, `${markdown.length} characters`);
    const rendered = renderMarkdown(markdown);
    assertOnlyOurs(rendered, Object.values(links));
    for (const line of rendered.text.replaceAll('$\u200b(', '$(').split('\n')) assertSeen(line, 'hover');
    assert.ok(rendered.code.length <= 2);
    const rows = inspection.claims.slice(0, mostHoverRows);
    for (const [index, row] of rows.entries()) {
      const [name = '', value = ''] = rendered.cells.slice(2 * index, 2 * index + 2).map(blanks);
      assert.equal(name, blanks(inCell(shorten(row.name, 48)) || '⟨⟩'));
      const shown = blanks(inCell(visibleJson(shorten(row.text, 64))));
      assert.ok(value === shown || value.startsWith(`${shown} — `), `${value} is not ${shown}`);
    }
    const json = jsonOf(payload);
    if (isObject(json) && payload && payload.length < wholeInHover && inspection.claims.length > 0)
      assert.deepEqual(jsonOf(rendered.code.at(-1)), json);
  },

  text(subject) {
    // A mark of the order of octets is no part of the text; that it is there is told as a problem.
    const { payloadText = '' } = subject.inspection;
    assert.ok(subject.payload === undefined || payloadText === subject.payload.replace(/^\ufeff/, ''));
    const { token, inspection, report, disclosures, content, payload } = subject;
    const text = tokenText(
      { token, inspection, report, disclosures, content },
      { name: 'a', line: 1 },
      words,
    );
    assert.ok(text.length < 16_000_000, `${text.length} characters`);
    for (const line of text.split('\n')) assertSeen(line, 'text');
    const json = jsonOf(payload);
    if (json === undefined || json === '' || !payload || payload.length > wholeInText || isDeep(payload))
      return;
    assert.deepEqual(jsonOf(sectionOf(text, 'Payload as JSON')), json);
  },

  comparison({ token }) {
    const text = comparableText(token, words);
    assert.ok(text.length <= 2_000_050);
    for (const line of text.split('\n')) assertSeen(line, 'comparison');
  },

  lens({ inspection }) {
    assert.ok(tokenNote(inspection, words).length < 120);
  },

  diagnostics({ inspection }) {
    const remarks = remarksOn(inspection, { levels: defaultLevels, isKept: true });
    assert.ok(remarks.length <= 20);
    for (const remark of remarks) {
      const sentence = visible(remarkText(remark, { ...words, moment: reportMoment }));
      assert.ok(sentence.length < 1000, sentence);
      assertSeen(sentence, 'diagnostics');
    }
  },

  messages({ inspection, report, content }) {
    const said = [
      summaryLine(verdictOf(inspection, report, words)),
      ...(content?.answer.status === 'failed' ? [undecryptedText(content.answer.reason, words)] : []),
    ].map(messageText);
    for (const message of said) {
      assert.ok(message.length < 2000, message);
      assertSeen(message.replaceAll(']\u200b(', ']('), 'messages');
      assertNoLinkInMessage(message);
    }
  },

  languageModel({ inspection, report, text }) {
    const answer = modelAnswer({ file: 'a', line: 1, column: 1 }, inspection, report);
    assert.ok(answer.length <= longestAnswer);
    assertSeen(answer, 'language model');
    const { data } = JSON.parse(answer) as { data: { claims: { name: string; value: string }[] } };
    for (const { name, value } of data.claims)
      if (name === 'sub' || name === 'nested') assert.match(value, /^\(masked /);
    for (const part of text.split(/[.~]/)) if (part.length >= 16) assert.ok(!answer.includes(part));
  },

  reports({ text }) {
    const entries = auditText({ path: 'a|b.md', uri: 'file:///a', text }, { moment: reportMoment, most: 20 });
    const audit = { entries, moment: reportMoment, files: 1, isCut: false };
    assertOnlyOurs(renderMarkdown(markdownReport(audit, words)));
    const { tokens } = JSON.parse(jsonReport(audit)) as { tokens: unknown[] };
    const { runs } = JSON.parse(sarifReport(audit, words)) as {
      runs: { results: { message: { text: string } }[] }[];
    };
    assert.equal(tokens.length, entries.length);
    for (const { message } of runs[0].results)
      assert.doesNotMatch(message.text.replace(/\\[\\[\]]/g, ''), /[[\]\n\r\u2028]/);
  },

  backends({ verdicts }) {
    for (const { answer, notes } of backendRows(verdicts, english))
      for (const line of [answer, ...notes]) assertSeen(line, 'backends');
    assertOnlyOurs(renderMarkdown(backendReport(verdicts, english)));
  },

  copies({ token, text }) {
    const redacted = redactToken(token);
    assert.ok(redacted === undefined || redacted.length <= text.length + 100_000);
    assert.ok(
      token.kind !== 'jws' || !token.payload.claims || claimPaths(token.payload.claims).length <= 500,
    );
    decodedText(text);
    redactedText(text);
  },

  panel({ text }) {
    const shown = { revision: 1, text, leeway: 0, isPinned: false, trail: [] };
    assert.ok(inspectorEvents.showToken(shown));
  },

  panelReport({ report }) {
    const verification = { status: 'done', report };
    assert.ok(inspectorEvents.showReport({ revision: 1, isPicked: false, verification }));
  },

  index({ text }) {
    const index = new TokenIndex();
    const lines = linesOf(`a "${text}" b`);
    for (let step = 0; !index.isComplete(lines); step++) {
      assert.ok(step < 100_000);
      index.step(lines);
    }
    assert.ok(index.tokens.length <= text.length / 3 + 1);
  },
};

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const blanks = (text: string): string => text.replaceAll('\u00a0', ' ');

function linesOf(text: string): LinedText {
  const lines = text.split('\n');
  return {
    lineCount: lines.length,
    lineLength: (line) => lines[line]?.length ?? 0,
    lines: (first, last) => lines.slice(first, last + 1).join('\n'),
    blockEnd: (line) => line + 1,
  };
}
