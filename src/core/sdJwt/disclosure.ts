import { readJson } from '../encoding/json';
import type { JsonNode } from '../encoding/jsonNode';
import { readUtf8 } from '../encoding/utf8';
import type { Segment } from '../jose/token';

/** A disclosure (RFC 9901 §4.2): an object's member under `name`, or an array's element where there is no name. */
export interface Disclosure {
  readonly segment: Segment;
  /** The decoded text. */
  readonly text: string;
  readonly salt: string;
  readonly name: string | undefined;
  readonly value: JsonNode;
}

/** Why a segment is no disclosure. */
export type DisclosureFault =
  'empty' | 'base64url' | 'utf8' | 'json' | 'notArray' | 'length' | 'salt' | 'name' | 'reservedName';

/** Reads a segment as a disclosure, strictly: a verifier must reject what is none (RFC 9901 §7.1 step 3). */
export function readDisclosure(segment: Segment): Disclosure | DisclosureFault {
  if (segment.text === '') return 'empty';
  if (!segment.isStrict || !segment.bytes) return 'base64url';
  const { text, invalidAt } = readUtf8(segment.bytes);
  if (invalidAt !== undefined) return 'utf8';
  const { node } = readJson(text);
  if (!node) return 'json';
  if (node.type !== 'array') return 'notArray';
  const [salt, second, third] = node.items;
  if (!salt || !second || node.items.length > 3) return 'length';
  if (salt.type !== 'string') return 'salt';
  if (!third) return { segment, text, salt: salt.value, name: undefined, value: second };
  if (second.type !== 'string') return 'name';
  if (second.value === '_sd' || second.value === '...') return 'reservedName';
  return { segment, text, salt: salt.value, name: second.value, value: third };
}

/** Why a segment is no disclosure; undefined where it is one. */
export function disclosureFault(segment: Segment): DisclosureFault | undefined {
  const reading = readDisclosure(segment);
  return typeof reading === 'string' ? reading : undefined;
}
