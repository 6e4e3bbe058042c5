import assert from 'node:assert/strict';
import { visible } from '../../src/core/present/escape';
import type { RenderedMarkdown } from '../support/renderedMarkdown';

/** What is drawn as nothing, turns the line around or ends it; of blanks, the selectors of emoji, and wide ones are harmless. */
const unseen =
  /(?!\u00a0|\u202f|\u3000|\ufe0e|\ufe0f| )[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Nothing of a line is hidden from who reads it. */
export function assertSeen(line: string, what: string): void {
  const found = unseen.exec(line);
  assert.equal(found, null, `${what}: U+${found?.[0].codePointAt(0)?.toString(16)} at ${found?.index}`);
}

const ownTags = new Set([
  ...['p', 'br', 'strong', 'em', 'a', 'ul', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'pre', 'code'],
  ...['h1', 'h2'],
]);
const foreignTypes = ['html', 'image', 'def', 'blockquote', 'hr', 'del'];

/** Nothing but what we made: our tags, our links, our icons. */
export function assertOnlyOurs(rendered: RenderedMarkdown, links: readonly string[] = []): void {
  for (const tag of rendered.tags) assert.ok(ownTags.has(tag), `a tag <${tag}>`);
  for (const attribute of rendered.attributes) assert.match(attribute, /^class="language-(?:python|js)"$/);
  for (const type of foreignTypes) assert.ok(!rendered.types.has(type), type);
  for (const link of rendered.links) assert.ok(links.includes(link), `a link to ${link}`);
  for (const icon of rendered.icons)
    assert.match(
      icon,
      /^(?:verified(?:-filled)?|error|unlock|question|lock|pass|watch|warning|checklist|inspect|key|eye|lightbulb|edit|wrench|shield)$/,
    );
}

/** What VS Code takes for links in messages, progress and prompts (its `parseLinkedText`). */
const linkInMessage = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

/** A text in a cell of Markdown: what cannot be seen is named, and blanks at the ends, which would be dropped. */
export function inCell(text: string): string {
  return visible(text).replace(/^ | $/g, '⟨U+0020⟩');
}

/** A message is words and nothing to click. */
export function assertNoLinkInMessage(message: string): void {
  assert.doesNotMatch(message, linkInMessage);
}

/** Text as JSON as Node reads it; undefined where it is none, or an object says a name twice. */
export function jsonOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The lines of a text document below a heading, without their indentation. */
export function sectionOf(text: string, heading: string): string | undefined {
  const lines = text.split('\n');
  const start = lines.lastIndexOf(heading) + 1;
  if (start === 0) return undefined;
  const end = lines.findIndex((line, index) => index >= start && !line.startsWith('  '));
  return lines
    .slice(start, end === -1 ? undefined : end)
    .map((line) => line.slice(2))
    .join('\n');
}
