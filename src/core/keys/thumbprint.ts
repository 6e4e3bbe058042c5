import { digest } from '../crypto/digest';
import { encodeBase64url } from '../encoding/base64url';
import { utf8Bytes } from '../encoding/bytes';
import { publicMembers } from './jwk';
import type { KeyMaterial } from './key';

/**
 * The JWK thumbprint: SHA-256, base64url (RFC 7638 §3; RFC 8037 §2 for OKP, RFC 9964 §3 for AKP). The same for a private key
 * and its public half. For a secret it is made too, since a `kid` may be one; never show it: it gives a weak secret away.
 */
export async function thumbprint(material: KeyMaterial): Promise<string> {
  const members = material.kty === 'oct' ? { k: encodeBase64url(material.k) } : publicMembers(material);
  const required: Record<string, string> = { kty: material.kty, ...members };
  // RFC 7638 §3.3: the required members, in the order of their names, without white space.
  const text = Object.keys(required)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(required[name])}`)
    .join(',');
  return encodeBase64url(await digest('SHA-256', utf8Bytes(`{${text}}`)));
}
