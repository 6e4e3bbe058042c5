import type { DecodedJson } from '../jose/token';
import { boundedJson } from './boundedJson';
import { visible, visibleJson } from './escape';
import { shorten } from './shorten';

/** UTF-16 units of one JSON text, and lines of one section. */
export const longestJson = 2_000_000;
const mostLines = 1000;

/** A heading at the margin and its lines, each of them one line; nothing where there are none. */
export function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return ['', title, ...lines.slice(0, mostLines).map((line) => `  ${visible(line)}`)];
}

/** A heading and JSON as it was decoded, indented; text that is no JSON as it stands. */
export function jsonSection(title: string, decoded: DecodedJson | undefined): readonly string[] {
  if (!decoded || decoded.text === '') return [];
  const { node, text } = decoded;
  return node
    ? blockSection(title, visibleJson(boundedJson(node, longestJson)))
    : blockSection(title, shorten(text, longestJson));
}

/** A heading and a text of several lines. */
export function blockSection(title: string, text: string): readonly string[] {
  return ['', title, ...text.split(/\r\n|\r|\n/).map((line) => `  ${visible(line)}`)];
}
