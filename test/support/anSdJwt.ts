import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../../src/core/encoding/base64url';
import { utf8Bytes } from '../../src/core/encoding/bytes';
import { parseToken } from '../../src/core/jose/parseToken';
import type { JwsToken } from '../../src/core/jose/token';
import { aCompactJws, jsonSegment } from './aToken';

const hashes = { sha256, sha384, sha512 };

/** A disclosure with its salt, name (none for an array element) and value. */
export function aDisclosure(...content: readonly unknown[]): string {
  return jsonSegment(content);
}

/** The digest of a disclosure, as it stands in a payload. */
export function digestOf(text: string, algorithm: keyof typeof hashes = 'sha256'): string {
  return encodeBase64url(new Uint8Array(hashes[algorithm](utf8Bytes(text))));
}

/** An SD-JWT over a payload; its signature is made up. */
export function anSdJwt(payload: unknown, disclosures: readonly string[] = [], keyBinding = ''): JwsToken {
  const text = [aCompactJws({ alg: 'ES256', typ: 'sd-jwt' }, payload), ...disclosures, keyBinding].join('~');
  const token = parseToken(text);
  if (token.kind !== 'jws') throw new Error('the builder made no JWS');
  return token;
}
