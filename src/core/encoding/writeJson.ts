import type { PlainValue } from './json';
import type { JsonNode } from './jsonNode';

/** JSON text on several lines, two spaces a level; order, repeated names and the text of numbers as they were read. */
export function writePretty(node: JsonNode): string {
  const parts: string[] = [];
  write(node, '\n', parts);
  return parts.join('');
}

/** JSON text without white space; order, repeated names and the text of numbers as they were read. */
export function writeCompactNode(node: JsonNode): string {
  const parts: string[] = [];
  write(node, '', parts);
  return parts.join('');
}

/** A plain value as JSON text without white space, members in the object's own order. */
export function writeCompact(value: PlainValue): string {
  return JSON.stringify(value);
}

/** `lineBreak` is the line end with the indentation of the container, or empty for text on one line. */
function write(node: JsonNode, lineBreak: string, parts: string[]): void {
  if (node.type === 'array') {
    writeList(node.items, '[]', lineBreak, parts, (item, inner) => write(item, inner, parts));
  } else if (node.type === 'object') {
    writeList(node.members, '{}', lineBreak, parts, (member, inner) => {
      parts.push(JSON.stringify(member.name), inner ? ': ' : ':');
      write(member.value, inner, parts);
    });
  } else if (node.type === 'number') parts.push(node.text);
  else parts.push(node.type === 'null' ? 'null' : JSON.stringify(node.value));
}

function writeList<Entry>(
  entries: readonly Entry[],
  brackets: string,
  lineBreak: string,
  parts: string[],
  writeEntry: (entry: Entry, lineBreak: string) => void,
): void {
  if (entries.length === 0) {
    parts.push(brackets);
    return;
  }
  const inner = lineBreak && `${lineBreak}  `;
  let before = brackets.charAt(0) + inner;
  for (const entry of entries) {
    parts.push(before);
    writeEntry(entry, inner);
    before = `,${inner}`;
  }
  parts.push(lineBreak + brackets.charAt(1));
}
