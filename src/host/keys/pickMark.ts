import { digest } from '../../core/crypto/digest';
import { encodeBase64url } from '../../core/encoding/base64url';
import { utf8Bytes } from '../../core/encoding/bytes';
import { stringMember } from '../../core/encoding/jsonNode';
import { headerText, joseHeaders } from '../../core/jose/headers';
import type { Token } from '../../core/jose/token';

/** What tokens of one issuer and key id have in common, as salted SHA-256: nobody reads the claim out of it. */
export async function pickMark(token: Token, salt: string): Promise<string> {
  const headers = joseHeaders(token);
  const claims = token.kind === 'jws' ? token.payload.claims : undefined;
  // The algorithm besides: tokens that name neither issuer nor key id are told apart by it at least.
  const parts = [stringMember(claims, 'iss'), headerText(headers, 'kid'), headerText(headers, 'alg')];
  const text = JSON.stringify([salt, ...parts.map((part) => part ?? null)]);
  return encodeBase64url(await digest('SHA-256', utf8Bytes(text)));
}
