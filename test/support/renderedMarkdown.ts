import { Marked, type Token } from 'marked';

/** Markdown as VS Code's renderer would show it: marked for the Markdown, then its own search for `$(icon)`. */
export interface RenderedMarkdown {
  readonly html: string;
  /** What a person reads: tags dropped, entities decoded. */
  readonly text: string;
  readonly links: readonly string[];
  /** Every tag name there is. */
  readonly tags: ReadonlySet<string>;
  /** Attributes other than a link's address and a code block's language. */
  readonly attributes: readonly string[];
  readonly icons: readonly string[];
  /** Contents of code blocks. */
  readonly code: readonly string[];
  /** What a person reads in each cell of tables, headings apart. */
  readonly cells: readonly string[];
  /** Token types of marked, at any depth. */
  readonly types: ReadonlySet<string>;
}

const iconPattern = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g;

const marked = new Marked();

export function renderMarkdown(markdown: string): RenderedMarkdown {
  // VS Code keeps escaped icons escaped through Markdown by one more backslash.
  const source = markdown.replace(/\\\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g, (icon) => `\\${icon}`);
  const html = marked.parse(source, { async: false });
  const types = new Set<string>();
  const code: string[] = [];
  void marked.walkTokens(marked.lexer(source), (token: Token) => {
    types.add(token.type);
    if (token.type === 'code') code.push(String(token.text));
  });
  const icons = [...html.matchAll(iconPattern)].filter((match) => !match[1]).map((match) => match[2]);
  const tags = [...html.matchAll(/<\/?([a-zA-Z][a-zA-Z0-9]*)\b([^>]*)>/g)];
  return {
    html,
    text: readable(html),
    cells: [...html.matchAll(/<td>([^]*?)<\/td>/g)].map(([, cell]) => readable(cell)),
    links: [...html.matchAll(/<a\b[^>]*?href="([^"]*)"/g)].map((match) => decodeEntities(match[1])),
    tags: new Set(tags.map((match) => match[1].toLowerCase())),
    attributes: tags
      .map((match) => match[2].trim())
      .filter((text) => text !== '' && !/^(?:href="[^"]*"|class="language-(?:json|text)")$/.test(text)),
    icons,
    code,
    types,
  };
}

/** HTML as a person reads it. */
function readable(html: string): string {
  return decodeEntities(
    html.replace(iconPattern, (found) => found.replace(/^\\/, '')).replace(/<[^>]*>/g, ''),
  );
}

const named = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }));

function decodeEntities(html: string): string {
  return html.replace(/&(#\d+|#x[0-9a-f]+|\w+);/gi, (entity, name: string) => {
    const known = named.get(name);
    if (known !== undefined) return known;
    if (/^#\d+$/.test(name)) return String.fromCodePoint(Number(name.slice(1)));
    return entity;
  });
}
