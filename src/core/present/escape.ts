/**
 * Making token-borne text harmless. A claim may hold anything: Markdown, HTML, command links, icons, characters that
 * turn the line around or cannot be seen. What comes out of here shows as exactly the characters that went in, with the
 * invisible ones named.
 */

/** Control, format, separator and private characters, lone surrogates, and all that is drawn as nothing. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** A blank; the wide blank of CJK text; the selectors that make a sign an emoji. */
const harmless: ReadonlySet<string> = new Set([' ', '\u3000', '\ufe0e', '\ufe0f']);
/** Blanks that translations and dates are written with. */
const blanks: ReadonlySet<string> = new Set(['\u00a0', '\u202f']);

/** Names what cannot be seen: U+202E becomes `⟨U+202E⟩`, a line feed `⟨U+000A⟩`. */
export function visible(text: string): string {
  return text.replace(invisible, (character) =>
    harmless.has(character) || blanks.has(character) ? character : `⟨U+${hex(character)}⟩`,
  );
}

/** JSON text in which what cannot be seen is escaped as JSON does it; line feeds of its layout stay. */
export function visibleJson(json: string): string {
  return json.replace(invisible, (character) =>
    harmless.has(character) || character === '\n' ? character : jsonEscapes(character),
  );
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function jsonEscapes(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

/** All ASCII punctuation that Markdown (CommonMark §2.4), its tables and its autolinks could take for themselves. */
const special = /[\\`*_{}[\]()#+\-.!|<>&~:/@="'^]/g;

/** What VS Code takes for an icon once Markdown is done and backslashes are gone; behind one more backslash it does not. */
const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g;

/**
 * Any text as Markdown that renders as that text and nothing else: no link, image, HTML, icon, table cell or list; on
 * one line. Runs of blanks stay runs; blanks at the ends, which Markdown would drop, are named. For a renderer with
 * theme icons, as VS Code's is with `supportThemeIcons`: any other would show a backslash before `$(name)`.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(icon, '\\$&')
    .replace(special, '\\$&')
    .replace(/^ | $/g, '⟨U+0020⟩')
    .replace(/ (?= )/g, '\u00a0');
}

/**
 * A fenced block of code that its content cannot leave: the fence is longer than any run of back-ticks inside. In text
 * that is not JSON, what cannot be seen is named, line by line. `$(name)` would be an icon even here, so its bracket is
 * written as JSON may write it, or parted from it by nothing that can be seen.
 */
export function codeBlock(language: 'json' | 'text', text: string): string {
  const safe =
    language === 'json'
      ? visibleJson(text).replaceAll('$(', '\\u0024(')
      : text
          .split(/\r\n|\r|\n/)
          .map(visible)
          .join('\n')
          .replaceAll('$(', '$\u200b(');
  const longest = safe.match(/`+/g)?.reduce((most, run) => Math.max(most, run.length), 0) ?? 0;
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${safe}\n${fence}`;
}

/** The target of a link that we made: nothing in it ends the link, whatever its arguments hold. */
export function linkTarget(target: string): string {
  return target.replace(
    /[\s()<>\\[\]"'`|]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
