import type { JsonObject } from '../encoding/jsonNode';
import { readJson } from '../encoding/json';
import type { Problem } from './problem';
import { readDecodedJson } from './readDecodedJson';
import type { JoseHeader, Segment } from './token';

/** Reads an encoded header. Without an object where the segment is none; the problems tell why. */
export function readHeader(segment: Segment, problems: Problem[]): JoseHeader {
  const bytes = segment.bytes ?? new Uint8Array(0);
  const decoded = readDecodedJson(segment.name, bytes, segment.span, problems);
  const { node } = decoded;
  const object = node?.type === 'object' ? node : undefined;
  if (node && !object)
    problems.push({
      code: 'json.notObject',
      facts: { segment: segment.name, found: node.type },
      span: segment.span,
    });
  return { ...decoded, segment, object };
}

/** An unprotected header, from its object in the token's text; its own text begins with the object's `{`. */
export function readUnprotectedHeader(tokenText: string, object: JsonObject): JoseHeader {
  const text = tokenText.slice(object.span.start, object.span.end);
  // Read anew so that its spans are offsets into its own text. Its problems were told with the token's.
  const { node } = readJson(text);
  return { text, node, segment: undefined, object: node?.type === 'object' ? node : undefined };
}

/** Whether `b64` is false in a protected header (RFC 7797 §3): then the payload is not encoded. */
export function isPayloadUnencoded(header: JoseHeader | undefined): boolean {
  const b64 = header?.object?.members.findLast((member) => member.name === 'b64')?.value;
  return b64?.type === 'boolean' && !b64.value;
}
