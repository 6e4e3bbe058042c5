import type { Finding } from '../inspect/finding';
import type { InspectedRow, Inspection } from '../inspect/inspection';
import type { VerificationReport } from '../verify/report';
import { visible, visibleJson } from './escape';
import { findingText, severityWording } from './findingWording';
import { hoverWording, kindText } from './hoverWording';
import { problemText } from './problemWording';
import { shorten } from './shorten';
import { timeText } from './timeText';
import { questionOrder, verdictOf } from './verdict';
import { word, type Words } from './wording';

/** Longest value in a line, in UTF-16 units. */
const longestValue = 2000;
/** Problems, findings and rows told of one token at most. */
const mostLines = 1000;

/**
 * A token explained as lines of plain text, for screen readers and wherever there is no Markdown: the four answers,
 * what is not well formed, advice, header and claims. What cannot be seen is named; each fact stands on one line.
 */
export function textLines(
  inspection: Inspection,
  report: VerificationReport | undefined,
  words: Words,
): readonly string[] {
  const { translate } = words;
  const moment = report?.moment ?? inspection.moment;
  const now = { ...words, moment };
  const verdict = verdictOf(inspection, report, words);
  const findings = [...(report?.findings ?? []), ...inspection.findings];
  return [
    kindText(inspection, translate),
    ...questionOrder.map((question) => verdict[question].text),
    ...section(
      inspection.problems.map((problem) => `- ${problemText(problem, translate)}`),
      undefined,
    ),
    ...section(
      findings.map((finding) => `- ${findingLine(finding, now)}`),
      undefined,
    ),
    ...section(
      inspection.header.map((row) => rowLine(row, now)),
      word(translate, hoverWording.header),
    ),
    ...section(
      inspection.claims.map((row) => rowLine(row, now)),
      word(translate, hoverWording.payload),
    ),
  ].map(visible);
}

function section(lines: readonly string[], title: string | undefined): readonly string[] {
  if (lines.length === 0) return [];
  return ['', ...(title === undefined ? [] : [title]), ...lines.slice(0, mostLines)];
}

function findingLine(finding: Finding, words: Words & { readonly moment: number }): string {
  const reference = finding.reference === undefined ? '' : ` (${finding.reference})`;
  return `${word(words.translate, severityWording[finding.severity])}: ${findingText(finding, words)}${reference}`;
}

/** A header parameter or claim on one line, with its time and meaning. */
export function rowLine(row: InspectedRow, words: Words & { readonly moment: number }): string {
  const time = row.numericDate === undefined ? undefined : timeText(row.numericDate, words);
  return [
    `  ${row.name}: ${shorten(visibleJson(row.text), longestValue)}`,
    ...(time ? [`${time.date}, ${time.relative}`] : []),
    ...(row.meaning === undefined ? [] : [word(words.translate, row.meaning)]),
  ].join(' — ');
}
