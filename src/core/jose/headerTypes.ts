import type { JsonNode } from '../encoding/jsonNode';

/** What a registered header parameter's value must be. */
export type HeaderShape =
  'string' | 'boolean' | 'object' | 'number' | 'array of strings' | 'positive integer';

/** Registered header parameters whose type their RFC fixes; `crit` has rules of its own. */
export const headerShapes: ReadonlyMap<string, HeaderShape> = new Map<string, HeaderShape>([
  // RFC 7515 §4.1
  ['alg', 'string'],
  ['jku', 'string'],
  ['jwk', 'object'],
  ['kid', 'string'],
  ['x5u', 'string'],
  ['x5c', 'array of strings'],
  ['x5t', 'string'],
  ['x5t#S256', 'string'],
  ['typ', 'string'],
  ['cty', 'string'],
  // RFC 7516 §4.1
  ['enc', 'string'],
  ['zip', 'string'],
  // RFC 7518 §4.6 - §4.8
  ['epk', 'object'],
  ['apu', 'string'],
  ['apv', 'string'],
  ['iv', 'string'],
  ['tag', 'string'],
  ['p2s', 'string'],
  ['p2c', 'positive integer'],
  // RFC 7519 §5.3
  ['iss', 'string'],
  ['sub', 'string'],
  // RFC 7797 §3
  ['b64', 'boolean'],
  // RFC 8225 §8.1, RFC 8555 §6.4 - §6.5
  ['ppt', 'string'],
  ['url', 'string'],
  ['nonce', 'string'],
]);

/** Whether a value has the shape. */
export function hasShape(node: JsonNode, shape: HeaderShape): boolean {
  if (shape === 'array of strings')
    return (
      node.type === 'array' && node.items.length > 0 && node.items.every((item) => item.type === 'string')
    );
  if (shape === 'positive integer')
    return node.type === 'number' && Number.isSafeInteger(node.value) && node.value > 0;
  return node.type === shape;
}

/** Names that `crit` must not list: what RFC 7515 §4.1, RFC 7516 §4.1 and RFC 7518 §4.6-8 themselves define. */
export const neverCritical: ReadonlySet<string> = new Set([
  ...['alg', 'jku', 'jwk', 'kid', 'x5u', 'x5c', 'x5t', 'x5t#S256', 'typ', 'cty', 'crit', 'enc', 'zip'],
  ...['epk', 'apu', 'apv', 'iv', 'tag', 'p2s', 'p2c'],
]);
