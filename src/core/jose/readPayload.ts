import { utf8Bytes } from '../encoding/bytes';
import { readUtf8 } from '../encoding/utf8';
import type { Problem } from './problem';
import { readDecodedJson } from './readDecodedJson';
import { readSegment, readUnencodedSegment, type Part } from './readSegment';
import type { Payload } from './token';

/** What the headers say about the payload. */
export interface PayloadForm {
  /** `b64: false` (RFC 7797): the part's text is the payload. */
  readonly isUnencoded: boolean;
  /** `typ` says JWT: then a payload that is no JSON object is a fault; otherwise it may be anything. */
  readonly isClaimsSet: boolean;
}

/** Reads a JWS payload: octets, text, and the claims set where it is one. */
export function readPayload(part: Part, form: PayloadForm, problems: Problem[]): Payload {
  const segment = form.isUnencoded ? readUnencodedSegment(part) : readSegment('payload', part, problems);
  const bytes = segment.bytes ?? utf8Bytes('');
  const found: Problem[] = [];
  const decoded = readDecodedJson('payload', bytes, segment.span, found);
  const { node } = decoded;
  const isDetached = part.text === '';
  if (!isDetached && (form.isClaimsSet || node || looksLikeJson(decoded.text))) problems.push(...found);
  if (!isDetached && form.isClaimsSet && node && node.type !== 'object')
    problems.push({
      code: 'json.notObject',
      facts: { segment: 'payload', found: node.type },
      span: segment.span,
    });
  const claims = node?.type === 'object' ? node : undefined;
  return { ...decoded, segment, isDetached, isEncoded: !form.isUnencoded, bytes, claims };
}

/** Whether a text was meant to be a JSON object, well formed or not. */
export function looksLikeJson(text: string): boolean {
  return /^[\t\n\r ]*\{/.test(text);
}

/** Whether octets begin as a JSON object does. */
export function beginsLikeJson(bytes: Uint8Array): boolean {
  return looksLikeJson(readUtf8(bytes.subarray(0, 64)).text);
}
