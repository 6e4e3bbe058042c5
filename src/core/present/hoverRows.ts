import { writePretty } from '../encoding/writeJson';
import type { InspectedRow, Inspection } from '../inspect/inspection';
import { escapeMarkdown, linkTarget, visibleJson } from './escape';
import { hoverWording } from './hoverWording';
import { shorten } from './shorten';
import { timeText } from './timeText';
import { word, type Words } from './wording';

/** Rows of the hover's table; the panel has the rest. */
export const mostHoverRows = 12;
/** Longest value and name in the table, in UTF-16 units. */
const longestValue = 64;
const longestName = 48;

/**
 * The claims as a table of two columns: a column of its own for the meaning would be one word wide. Empty where there
 * are none.
 */
export function claimsTable(
  { claims, moment }: Inspection,
  words: Words & { readonly links: { readonly inspect?: string } },
): string {
  if (claims.length === 0) return '';
  const { translate, links } = words;
  const heading = [hoverWording.claim, hoverWording.value].map((title) =>
    escapeMarkdown(word(translate, title)),
  );
  const rows = claims
    .slice(0, mostHoverRows)
    .map((row) => [nameCell(row), valueCell(row, { ...words, moment })]);
  const count = claims.length - rows.length;
  if (count > 0) {
    const label = escapeMarkdown(word(translate, hoverWording.moreClaims, { count }));
    rows.push(['…', links.inspect === undefined ? label : `[${label}](${linkTarget(links.inspect)})`]);
  }
  return [heading, ['---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function nameCell({ name }: InspectedRow): string {
  return `**${escapeMarkdown(shorten(name, longestName)) || '⟨⟩'}**`;
}

/** The value as JSON, a time in words, and what the claim means. */
function valueCell(row: InspectedRow, words: Words & { readonly moment: number }): string {
  const value = escapeMarkdown(visibleJson(shorten(row.text, longestValue)));
  const time = row.numericDate === undefined ? undefined : timeText(row.numericDate, words);
  return [
    value,
    ...(time ? [escapeMarkdown(`${time.date}, ${time.relative}`)] : []),
    ...(row.meaning === undefined ? [] : [`*${escapeMarkdown(word(words.translate, row.meaning))}*`]),
  ].join(' — ');
}

/** Rows as an indented JSON object, of so many UTF-16 units at most; what is over is counted in a last line. */
export function prettyRows(rows: readonly InspectedRow[], limit: number): string {
  const lines: string[] = [];
  let length = 0;
  for (const [index, row] of rows.entries()) {
    if (length > limit) {
      lines.push(`  … (+${rows.length - index})`);
      break;
    }
    const value = prettyValue(row, limit);
    const name = JSON.stringify(shorten(row.name, limit));
    const comma = index < rows.length - 1 ? ',' : '';
    const line = `  ${name}: ${value.replaceAll('\n', '\n  ')}${comma}`;
    length += line.length;
    lines.push(line);
  }
  return `{\n${lines.join('\n')}\n}`;
}

/** Indented where that stays within the limit: of what is nested deeply, indentation would be most. */
function prettyValue({ text, value }: InspectedRow, limit: number): string {
  if (text.length > limit) return shorten(text, limit);
  const pretty = writePretty(value);
  return pretty.length > limit ? text : pretty;
}
