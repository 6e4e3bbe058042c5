import type { Span } from '../jose/span';

/** The forms a token takes in a text, named as detection vectors name them. */
export type TokenKind =
  /** `header.payload.signature` (RFC 7515 §7.1). */
  | 'jws-compact'
  /** `header.payload.`: `alg` is `none` (RFC 7518 §3.6). */
  | 'jws-unsecured'
  /** `header..signature`: the payload travels apart (RFC 7515 appendix F). */
  | 'jws-detached'
  /** Five segments (RFC 7516 §7.1). */
  | 'jwe-compact'
  /** A compact JWS, `~`, and any number of disclosures each ended by `~` (RFC 9901 §4). */
  | 'sd-jwt'
  /** The same with a key binding JWT behind the last `~`. */
  | 'sd-jwt-kb'
  | 'jws-json-flattened'
  | 'jws-json-general'
  | 'jwe-json-flattened'
  | 'jwe-json-general';

/** A token found: where it stands, in UTF-16 offsets of the text searched, and its form. */
export interface TokenSpan extends Span {
  readonly kind: TokenKind;
}
