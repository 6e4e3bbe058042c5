import type { JsonNode } from '../encoding/jsonNode';
import { writeCompactNode, writePretty } from '../encoding/writeJson';
import { shorten } from './shorten';

/**
 * JSON on several lines where that stays within a length in UTF-16 units, else on one line, cut to it: of what is nested
 * deeply, indentation would be most.
 */
export function boundedJson(node: JsonNode, limit: number): string {
  return prettyLength(node, limit) <= limit ? writePretty(node) : shorten(writeCompactNode(node), limit);
}

/** The length of the indented text; stops counting beyond the limit. */
function prettyLength(root: JsonNode, limit: number): number {
  let length = 0;
  const open: { readonly node: JsonNode; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = open.pop(); next && length <= limit; next = open.pop()) {
    const { node, depth } = next;
    length += 2 * depth + 4 + ownLength(node);
    if (node.type === 'array') for (const item of node.items) open.push({ node: item, depth: depth + 1 });
    if (node.type === 'object')
      for (const { name, value } of node.members) {
        length += name.length;
        open.push({ node: value, depth: depth + 1 });
      }
  }
  return length;
}

function ownLength(node: JsonNode): number {
  if (node.type === 'string') return node.value.length;
  return node.type === 'number' ? node.text.length : 5;
}
