import { createHash } from 'node:crypto';
import { parseToken } from '../../src/core/jose/parseToken';
import type { JwsToken } from '../../src/core/jose/token';
import { aCompactJws, jsonSegment } from './aToken';

/** A disclosure with its salt, name (none for an array element) and value. */
export function aDisclosure(...content: readonly unknown[]): string {
  return jsonSegment(content);
}

/** The digest of a disclosure, as it stands in a payload. */
export function digestOf(text: string, algorithm = 'sha256'): string {
  return createHash(algorithm).update(text).digest('base64url');
}

/** An SD-JWT over a payload; its signature is made up. */
export function anSdJwt(payload: unknown, disclosures: readonly string[] = [], keyBinding = ''): JwsToken {
  const text = [aCompactJws({ alg: 'ES256', typ: 'sd-jwt' }, payload), ...disclosures, keyBinding].join('~');
  const token = parseToken(text);
  if (token.kind !== 'jws') throw new Error('the builder made no JWS');
  return token;
}
