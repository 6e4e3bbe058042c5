import { readBase64url } from '../../encoding/base64url';
import type { Bytes } from '../../encoding/bytes';

const space = /[\t\n\f\r ]+/g;
const fatal = new TextDecoder('utf-8', { fatal: true });

/**
 * Base64url as jose reads it, by `atob`: white space and well-placed padding are passed over, unused bits too. Undefined
 * where it throws.
 */
export function decodeJoseBase64url(text: string): Bytes | undefined {
  const compact = text.replace(space, '');
  const bare = compact.length % 4 === 0 ? compact.replace(/={1,2}$/, '') : compact;
  return bare.length % 4 === 1 || !/^[\w-]*$/.test(bare) ? undefined : readBase64url(bare).bytes;
}

/** A JSON object in UTF-8, a byte order mark before it or not; undefined for anything else. */
export function readJoseObject(bytes: Bytes | undefined): Readonly<Record<string, unknown>> | undefined {
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(fatal.decode(bytes));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
