import { readBase64url } from '../../encoding/base64url';
import { refusedByRuntime, type BackendRefusal } from '../backendVerdict';

export interface DecodedJwt {
  /** Whatever JSON the header is; not necessarily an object. */
  readonly header: unknown;
  /** JSON, or the text where it is none. */
  readonly payload: unknown;
}

const shape = /^[\w-]+\.[\w-]+\.[\w-]*$/;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The token as `jws.decode` and jsonwebtoken's own `decode` take it apart; undefined where they give null. A payload that
 * is no JSON is an error only where the header says `typ: JWT`.
 */
export function decodeToken(token: string): DecodedJwt | BackendRefusal | undefined {
  if (!shape.test(token)) return undefined;
  const [headerText = '', payloadText = ''] = token.split('.');
  const header = parsed(latin1(readBase64url(headerText).bytes));
  // Not only null: false, 0 and "" are no header either.
  if ('fault' in header || !header.value) return undefined;
  const text = utf8.decode(readBase64url(payloadText).bytes);
  const payload = memberOf(header.value, 'typ') === 'JWT' ? parsed(text) : { value: text };
  if ('fault' in payload) return payload.fault;
  return { header: header.value, payload: parsedAgain(payload.value) };
}

/** A text that holds an object counts as that object, be it itself JSON or not. */
function parsedAgain(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  const again = parsed(payload);
  return 'value' in again && typeof again.value === 'object' && again.value !== null ? again.value : payload;
}

/** A member as JavaScript reads it off any value: texts and lists have members of their own. Throws for null. */
export function memberOf(value: unknown, name: string): unknown {
  return (Object(value) as Record<string, unknown>)[name];
}

/** `JSON.parse`, its error a value: the words are the engine's, and ours runs on the same. */
function parsed(text: string): { readonly value: unknown } | { readonly fault: BackendRefusal } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (thrown) {
    return { fault: refusedByRuntime('SyntaxError', (thrown as SyntaxError).message) };
  }
}

/** Octets as characters of the same number: how `jws` reads headers. */
function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => String.fromCharCode(octet)).join('');
}
