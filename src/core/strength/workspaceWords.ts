import type { JsonNode } from '../encoding/jsonNode';
import { joseHeaders } from '../jose/headers';
import type { Token } from '../jose/token';

/** Words taken of one text, at most; and characters of a text that are looked at. */
const limits = { words: 400, characters: 65_536, shortest: 3, longest: 128 } as const;

/** How project files give their name: JSON, TOML and YAML, `go.mod`, Maven. */
const projectName =
  /"(?:name|productName|displayName|author)"\s{0,9}:\s{0,9}"([^"\\\n]{1,128})"|^(?:name[ \t]{0,9}[=:]|module[ \t])[ \t]{0,9}"?([\w./@-]{1,128})|<(?:artifactId|groupId)>([^<]{1,128})</gm;

/** A name, as programs write them; bounded, so that the work is linear. */
const names = /[A-Za-z_$][\w$-]{2,127}/g;
/** A short text between quotes of one kind, on one line. */
const literals = /"[^"\\\n]{3,128}"|'[^'\\\n]{3,128}'|`[^`\\\n]{3,128}`/g;

/**
 * What in a text could be a secret: its literals first, then its names, the rare parts of longer names besides. Parts of the
 * token itself are left out. For the neighbourhood of a token. Linear; each word once.
 */
export function wordsOfText(text: string): readonly string[] {
  const near = text.slice(0, limits.characters);
  const words = new Set<string>();
  for (const [literal] of near.matchAll(literals)) put(words, literal.slice(1, -1));
  for (const [name] of near.matchAll(names)) put(words, name);
  return [...words].slice(0, limits.words);
}

/** A name of a folder, project or host, and its parts: `acme-billing.service` gives itself, `acme`, `billing`, `service`, and those together. */
export function wordsOfName(full: string): readonly string[] {
  const name = full.slice(0, limits.longest);
  const words = new Set<string>();
  put(words, name);
  const parts = name.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((part) => part !== '');
  for (const part of parts) put(words, part);
  put(words, parts.join(''));
  put(words, parts.join('_'));
  put(words, parts.join('-'));
  return [...words];
}

/** The same for several names; each word once. */
export function wordsOfNames(all: readonly string[]): readonly string[] {
  return [...new Set(all.slice(0, limits.words).flatMap(wordsOfName))].slice(0, limits.words);
}

function put(words: Set<string>, word: string): void {
  const trimmed = word.trim();
  if (trimmed.length < limits.shortest || trimmed.length > limits.longest) return;
  // The token and its segments are no secrets of anybody.
  if (/^eyJ[\w-]{8}/.test(trimmed)) return;
  words.add(trimmed);
}

/** The names that a project file gives its project. Linear. */
export function projectNames(text: string): readonly string[] {
  const names = new Set<string>();
  for (const match of text.slice(0, limits.characters).matchAll(projectName)) {
    if (names.size < 32) put(names, match[1] ?? match[2] ?? match[3] ?? '');
  }
  return [...names];
}

/** The short texts of a token's header and claims, and their parts: issuers, audiences, key ids, names. */
export function wordsOfToken(token: Token): readonly string[] {
  const objects = [
    ...joseHeaders(token).map(({ object }) => object),
    token.kind === 'jws' ? token.payload.claims : undefined,
  ];
  const texts = objects.flatMap((object) => object?.members.flatMap(({ value }) => textsOf(value)) ?? []);
  return wordsOfNames(texts.map((text) => text.replace(/^https?:\/\//, '')));
}

function textsOf(node: JsonNode): readonly string[] {
  if (node.type === 'string') return [node.value];
  if (node.type !== 'array') return [];
  return node.items.flatMap((item) => (item.type === 'string' ? [item.value] : []));
}
