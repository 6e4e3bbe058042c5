import { encodeBase64url } from '../../src/core/encoding/base64url';
import { utf8Bytes } from '../../src/core/encoding/bytes';

/** A text as base64url, for making segments. */
export function segment(text: string): string {
  return encodeBase64url(utf8Bytes(text));
}

/** A value as the base64url of its JSON. */
export function jsonSegment(value: unknown): string {
  return segment(JSON.stringify(value));
}

/** A signature's worth of octets that sign nothing. */
export const someSignature = segment('no signature of anything whatever');

/** A compact JWS of a header and payload; its signature is made up. */
export function aCompactJws(header: unknown, payload: unknown, signature = someSignature): string {
  return `${jsonSegment(header)}.${jsonSegment(payload)}.${signature}`;
}

/** A compact JWE of a header; all else is made up. */
export function aCompactJwe(header: unknown): string {
  return [jsonSegment(header), segment('key'), segment('vector'), segment('secret'), segment('tag')].join(
    '.',
  );
}
