import type { JsonNode } from '../encoding/jsonNode';
import { writeCompactNode } from '../encoding/writeJson';
import type { JweToken, JwsToken, SdJwtParts, Token } from './token';

/**
 * A token's text again, exactly as it was read: compact tokens put together from their segments, others as
 * their text stands.
 */
export function serializeToken(token: Token): string {
  if (token.kind === 'malformed' || token.serialization !== 'compact') return token.text;
  const compact = token.kind === 'jws' ? compactJws(token) : compactJwe(token);
  // Of more disclosures than are read only the text has them all.
  return compact.length === token.text.length ? compact : token.text;
}

function compactJws({ signatures: [first], payload, sdJwt }: JwsToken): string {
  const parts = [first.protected?.segment?.text ?? '', payload.segment.text, first.signature.text];
  return serializeCompact(parts, sdJwt && tailOf(sdJwt));
}

function tailOf({ disclosures, keyBinding }: SdJwtParts): SdJwtTail {
  return { disclosures: disclosures.map(({ text }) => text), keyBinding: keyBinding?.text ?? '' };
}

function compactJwe(token: JweToken): string {
  return serializeCompact([
    token.protected?.segment?.text ?? '',
    token.recipients[0].encryptedKey.text,
    token.initializationVector.text,
    token.ciphertext.text,
    token.authenticationTag.text,
  ]);
}

/** What follows the JWS of a compact SD-JWT (RFC 9901 §4). */
export interface SdJwtTail {
  readonly disclosures: readonly string[];
  /** The key binding JWT; empty for none. */
  readonly keyBinding: string;
}

/** Segments as compact serialization (RFC 7515 §7.1, RFC 7516 §7.1), with what makes it an SD-JWT behind them. */
export function serializeCompact(segments: readonly string[], sdJwt?: SdJwtTail): string {
  const compact = segments.join('.');
  return sdJwt ? [compact, ...sdJwt.disclosures, sdJwt.keyBinding].join('~') : compact;
}

/** A JWS in parts: base64url texts, and headers as they are to stand. */
export interface JwsParts {
  /** Encoded, or the payload itself under `b64: false`; absent for a detached one (RFC 7515 appendix F). */
  readonly payload?: string;
  readonly signatures: readonly JwsSignatureParts[];
}
export interface JwsSignatureParts {
  readonly protected?: string;
  readonly header?: JsonNode;
  readonly signature: string;
}

/** A JWE in parts: base64url texts, and headers as they are to stand. */
export interface JweParts {
  readonly protected?: string;
  readonly unprotected?: JsonNode;
  readonly recipients: readonly { readonly header?: JsonNode; readonly encryptedKey?: string }[];
  readonly initializationVector?: string;
  readonly ciphertext: string;
  readonly authenticationTag?: string;
  readonly additionalData?: string;
}

/** Parts as JSON serialization (RFC 7515 §7.2, RFC 7516 §7.2): flattened for one signature or recipient, unless `general` is asked for. */
export function serializeJson(parts: JwsParts | JweParts, form: 'flattened' | 'general'): string {
  if ('signatures' in parts) {
    const elements = parts.signatures.map((part) => [
      textMember('protected', part.protected),
      nodeMember('header', part.header),
      textMember('signature', part.signature),
    ]);
    return object([textMember('payload', parts.payload), ...oneOrList('signatures', elements, form)]);
  }
  const elements = parts.recipients.map((part) => [
    nodeMember('header', part.header),
    textMember('encrypted_key', part.encryptedKey),
  ]);
  return object([
    textMember('protected', parts.protected),
    nodeMember('unprotected', parts.unprotected),
    ...oneOrList('recipients', elements, form),
    textMember('aad', parts.additionalData),
    textMember('iv', parts.initializationVector),
    textMember('ciphertext', parts.ciphertext),
    textMember('tag', parts.authenticationTag),
  ]);
}

/** A flattened serialization can hold but one; several are always written as a list. */
function oneOrList(name: string, elements: readonly string[][], form: 'flattened' | 'general'): string[] {
  const [first] = elements;
  if (form === 'flattened' && elements.length === 1 && first) return first;
  return [`${JSON.stringify(name)}:[${elements.map(object).join(',')}]`];
}

function textMember(name: string, text: string | undefined): string {
  return text === undefined ? '' : `${JSON.stringify(name)}:${JSON.stringify(text)}`;
}

function nodeMember(name: string, node: JsonNode | undefined): string {
  return node ? `${JSON.stringify(name)}:${writeCompactNode(node)}` : '';
}

function object(members: readonly string[]): string {
  return `{${members.filter((member) => member !== '').join(',')}}`;
}
