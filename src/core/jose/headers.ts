import { memberOf, type JsonNode } from '../encoding/jsonNode';
import type { JoseHeader, JweToken, JwsSignature, Token } from './token';

/** The headers that together make the JOSE header of a token's first signature or recipient, protected first. */
export function joseHeaders(token: Token): readonly JoseHeader[] {
  const headers =
    token.kind === 'jws'
      ? signatureHeaders(token.signatures[0])
      : token.kind === 'jwe'
        ? recipientHeaders(token, 0)
        : [token.header];
  return headers.filter((header) => header !== undefined);
}

/** The headers of one signature, protected first. */
export function signatureHeaders(signature: JwsSignature): readonly JoseHeader[] {
  return [signature.protected, signature.unprotected].filter((header) => header !== undefined);
}

/** The headers that apply to one recipient of a JWE, protected first (RFC 7516 §7.2.1). */
export function recipientHeaders(token: JweToken, index: number): readonly JoseHeader[] {
  return [token.protected, token.unprotected, token.recipients[index]?.header].filter(
    (header) => header !== undefined,
  );
}

/** A header parameter, from the first header that has it. */
export function headerParameter(headers: readonly JoseHeader[], name: string): JsonNode | undefined {
  for (const header of headers) {
    const node = memberOf(header.object, name);
    if (node) return node;
  }
  return undefined;
}

/** The text of a header parameter; undefined where it is absent or no string. */
export function headerText(headers: readonly JoseHeader[], name: string): string | undefined {
  const node = headerParameter(headers, name);
  return node?.type === 'string' ? node.value : undefined;
}
