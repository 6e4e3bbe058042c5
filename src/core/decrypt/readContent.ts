import { readUtf8 } from '../encoding/utf8';
import type { Bytes } from '../encoding/bytes';
import { readJson } from '../encoding/json';
import type { JsonNode, JsonObject } from '../encoding/jsonNode';
import { parseToken } from '../jose/parseToken';
import type { JweToken, JwsToken } from '../jose/token';

/** What an encrypted token held, as far as it can be read. */
export type DecryptedContent =
  /** A token inside the token (RFC 7519 §5.2, `cty: JWT`). */
  | { readonly kind: 'token'; readonly text: string; readonly token: JwsToken | JweToken }
  /** A claims set. */
  | { readonly kind: 'claims'; readonly text: string; readonly claims: JsonObject }
  /** Other JSON: an array, a key, a number. */
  | { readonly kind: 'json'; readonly text: string; readonly node: JsonNode }
  | { readonly kind: 'text'; readonly text: string }
  /** Octets that are no text. */
  | { readonly kind: 'binary'; readonly bytes: Bytes };

/** Reads decrypted octets: a nested token by its form, whatever `cty` says of it, then JSON, then text. Never throws. */
export function readContent(plaintext: Bytes): DecryptedContent {
  const { text, invalidAt } = readUtf8(plaintext);
  if (invalidAt !== undefined) return { kind: 'binary', bytes: plaintext };
  const { node } = readJson(text);
  if (node?.type === 'object' && !isToken(node)) return { kind: 'claims', text, claims: node };
  if (!node || node.type === 'object') {
    const token = parseToken(text.trim());
    if (token.kind !== 'malformed') return { kind: 'token', text: token.text, token };
  }
  if (node?.type === 'object') return { kind: 'claims', text, claims: node };
  return node ? { kind: 'json', text, node } : { kind: 'text', text };
}

/** Whether an object is a JSON serialization by its members (RFC 7515 §7.2, RFC 7516 §7.2). */
function isToken({ members }: JsonObject): boolean {
  const names = new Set(members.map(({ name }) => name));
  return (
    names.has('ciphertext') || (names.has('payload') && (names.has('signature') || names.has('signatures')))
  );
}
