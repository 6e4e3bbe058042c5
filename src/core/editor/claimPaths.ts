import type { JsonNode, JsonObject } from '../encoding/jsonNode';
import { writeCompactNode } from '../encoding/writeJson';

/** A place in a claims set. */
export interface ClaimPath {
  /** As programs write it: `realm_access.roles[0]`, `["https://a.example/role"]`. */
  readonly path: string;
  /** The text itself of a text, else JSON. */
  readonly value: string;
}

/** Places listed at most, and how deep. */
const most = 500;
const deepest = 8;

/** Every place of a claims set, in written order, those of an object or list behind itself. */
export function claimPaths(claims: JsonObject): readonly ClaimPath[] {
  const paths: ClaimPath[] = [];
  const visit = (node: JsonNode, path: string, depth: number): void => {
    if (paths.length >= most) return;
    if (path !== '')
      paths.push({ path, value: node.type === 'string' ? node.value : writeCompactNode(node) });
    if (depth === deepest) return;
    if (node.type === 'array')
      node.items.slice(0, most).forEach((item, index) => visit(item, `${path}[${index}]`, depth + 1));
    if (node.type === 'object')
      for (const { name, value } of node.members.slice(0, most))
        visit(value, `${path}${step(name, path === '')}`, depth + 1);
  };
  visit(claims, '', 0);
  return paths;
}

function step(name: string, isFirst: boolean): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `[${JSON.stringify(name)}]`;
  return isFirst ? name : `.${name}`;
}
