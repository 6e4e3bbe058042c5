import type { JsonMember, JsonNode } from '../encoding/jsonNode';
import { writeCompactNode } from '../encoding/writeJson';
import { claimDescriber, type ClaimDescriber } from '../jose/claims';
import { joseHeaders } from '../jose/headers';
import { readNumericDate } from '../jose/numericDate';
import type { DecodedJson, Token } from '../jose/token';
import { visible, visibleJson } from './escape';
import { localTime } from './localTime';
import { shorten } from './shorten';
import type { Words } from './wording';

/** UTF-16 units of one token's text, and levels that are parted into lines. */
const longest = 2_000_000;
const deepest = 20;

/**
 * A token decoded so that two of them can be compared line by line: JSON with its members sorted, times readable behind
 * them, every value on a line of its own. The same tokens give the same text, whatever the moment.
 */
export function comparableText(token: Token, words: Words): string {
  const [header] = joseHeaders(token);
  const payload = token.kind === 'jwe' ? undefined : token.payload;
  const sheet = new Sheet();
  sheet.push('{');
  writePart('header', header, { depth: 1, describe: undefined, words, comma: ',' }, sheet);
  writePart('payload', payload, { depth: 1, describe: describerOf(payload), words, comma: ',' }, sheet);
  sheet.push(`  "${token.kind === 'jwe' ? 'ciphertext' : 'signature'}": ${JSON.stringify(endOf(token))}`);
  sheet.push('}');
  sheet.push('');
  return sheet.text();
}

/** Lines with what cannot be seen escaped, as far as the limit goes: of a million, most are counted and not kept. */
class Sheet {
  readonly #lines: string[] = [];
  #length = 0;
  #behind = 0;

  push(line: string): void {
    if (this.#length > longest) {
      this.#behind += line.length + 1;
      return;
    }
    const shown = visibleJson(line);
    this.#lines.push(shown);
    this.#length += shown.length + 1;
  }

  text(): string {
    return shorten(this.#lines.join('\n'), longest, this.#behind);
  }
}

function describerOf(payload: DecodedJson | undefined): ClaimDescriber | undefined {
  const node = payload?.node ?? payload?.partial;
  return node?.type === 'object' ? claimDescriber(node) : undefined;
}

function endOf(token: Token): string {
  if (token.kind === 'jws') return token.signatures.map(({ signature }) => signature.text).join(' ');
  if (token.kind === 'jwe') return token.ciphertext.text;
  return token.segments.at(-1)?.text ?? '';
}

function writePart(name: string, decoded: DecodedJson | undefined, place: Place, sheet: Sheet): void {
  if (!decoded) return;
  const node = decoded.node ?? decoded.partial;
  if (node) write(`${JSON.stringify(name)}: `, node, place, sheet);
  else sheet.push(`  ${JSON.stringify(name)}: ${JSON.stringify(decoded.text)},`);
}

interface Place {
  readonly depth: number;
  /** What is known of the names at this level; only claims have meanings. */
  readonly describe: ClaimDescriber | undefined;
  readonly words: Words;
  readonly comma: string;
}

function write(before: string, node: JsonNode, place: Place, sheet: Sheet, note = ''): void {
  const { depth, comma } = place;
  const indentation = '  '.repeat(depth);
  const inner = { ...place, depth: depth + 1, describe: undefined };
  const isLeaf = depth >= deepest || (node.type !== 'object' && node.type !== 'array');
  if (isLeaf || (node.type === 'object' ? node.members : node.items).length === 0) {
    sheet.push(`${indentation}${before}${writeCompactNode(node)}${comma}${note}`);
    return;
  }
  const [open, close] = node.type === 'object' ? '{}' : '[]';
  sheet.push(`${indentation}${before}${open}`);
  if (node.type === 'object') {
    const members = sorted(node.members);
    for (const [index, { name, value }] of members.entries()) {
      const at = { ...inner, comma: index < members.length - 1 ? ',' : '' };
      write(`${JSON.stringify(name)}: `, value, at, sheet, depth === 1 ? timeNote(name, value, place) : '');
    }
  } else {
    for (const [index, item] of node.items.entries())
      write('', item, { ...inner, comma: index < node.items.length - 1 ? ',' : '' }, sheet);
  }
  sheet.push(`${indentation}${close}${comma}`);
}

/** By name as UTF-16 units; members of one name stay in their order. */
function sorted(members: readonly JsonMember[]): readonly JsonMember[] {
  return [...members].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

/** The date behind a time; never how long ago, which would differ from one look to the next. */
function timeNote(name: string, value: JsonNode, { describe, words }: Place): string {
  if (describe?.(name)?.type !== 'date') return '';
  const seconds = readNumericDate(value);
  const time = seconds === undefined ? undefined : localTime(seconds, words.locale, words.timeZone);
  return time ? ` // ${visible(time.local)}` : '';
}
