import type { Bytes } from '../encoding/bytes';
import type { JsonNode, JsonObject } from '../encoding/jsonNode';
import type { Problem, SegmentName } from './problem';
import type { Span } from './span';

/** Whatever could be read of a text that is, or was meant to be, a token. Reading never fails: faults stand in `problems`. */
export type Token = JwsToken | JweToken | MalformedToken;

/** One base64url part of a token. */
export interface Segment {
  readonly name: SegmentName;
  /** As written. */
  readonly text: string;
  /** Its place in the token's text; for JSON serializations the inside of the string. */
  readonly span: Span;
  /** What it decodes to, leniently; undefined where not even a guess is possible. */
  readonly bytes: Bytes | undefined;
  /**
   * Whether the text is strict base64url (RFC 7515 §2), and its place in a JSON serialization is as the RFC has it: what
   * verification asks for. An absent segment that must be there is not strict.
   */
  readonly isStrict: boolean;
}

/** A header or payload text read as JSON. */
export interface DecodedJson {
  /** The decoded text; bad UTF-8 shows as U+FFFD. */
  readonly text: string;
  /** The node read; undefined where the text is not JSON. */
  readonly node: JsonNode | undefined;
  /** Where there is no node: what stood before the fault, its open arrays and objects closed there. For showing only. */
  readonly partial?: JsonNode;
}

export interface JoseHeader extends DecodedJson {
  /** Where it came encoded: the segment. Unprotected headers have none. */
  readonly segment: Segment | undefined;
  /** The header as an object; undefined where it is no JSON object. */
  readonly object: JsonObject | undefined;
}

export interface TokenBase {
  /** The token's text exactly as found, SD-JWT parts and all. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** JSON Web Signature (RFC 7515); unsecured where `alg` is `none` (RFC 7518 §3.6). */
export interface JwsToken extends TokenBase {
  readonly kind: 'jws';
  readonly serialization: 'compact' | 'flattened' | 'general';
  readonly payload: Payload;
  /** One for compact and flattened, one or more for general. */
  readonly signatures: readonly [JwsSignature, ...JwsSignature[]];
  /** Present where `~` follows the compact JWS (RFC 9901), or a JSON serialization carries disclosures. */
  readonly sdJwt?: SdJwtParts;
}

export interface JwsSignature {
  readonly protected: JoseHeader | undefined;
  readonly unprotected: JoseHeader | undefined;
  readonly signature: Segment;
}

export interface Payload extends DecodedJson {
  readonly segment: Segment;
  /** Empty middle segment: the payload travels apart (RFC 7515 appendix F), or is truly empty. */
  readonly isDetached: boolean;
  /** False under `b64: false` (RFC 7797): the segment's text itself is the payload. */
  readonly isEncoded: boolean;
  /** The payload's octets. */
  readonly bytes: Bytes | undefined;
  /** The claims set (RFC 7519 §4), where the payload is a JSON object. */
  readonly claims: JsonObject | undefined;
}

/** What follows the JWS in an SD-JWT (RFC 9901 §4). */
export interface SdJwtParts {
  readonly disclosures: readonly Segment[];
  /** The key binding JWT behind the last `~`, itself read; its spans are offsets into its own text. */
  readonly keyBinding: Token | undefined;
  /** Where the key binding JWT stands in this token's text. */
  readonly keyBindingSpan?: Span;
}

/** JSON Web Encryption (RFC 7516). */
export interface JweToken extends TokenBase {
  readonly kind: 'jwe';
  readonly serialization: 'compact' | 'flattened' | 'general';
  readonly protected: JoseHeader | undefined;
  readonly unprotected: JoseHeader | undefined;
  readonly recipients: readonly [JweRecipient, ...JweRecipient[]];
  readonly initializationVector: Segment;
  readonly ciphertext: Segment;
  readonly authenticationTag: Segment;
  readonly additionalData: Segment | undefined;
}

export interface JweRecipient {
  /** The per-recipient unprotected header. */
  readonly header: JoseHeader | undefined;
  readonly encryptedKey: Segment;
}

/** Neither: cut off, mistyped, or something else; with what could be read. */
export interface MalformedToken extends TokenBase {
  readonly kind: 'malformed';
  readonly segments: readonly Segment[];
  /** The first segment, if it reads as a JOSE header or begins like one. */
  readonly header: JoseHeader | undefined;
  /** The second segment, if it reads as JSON or begins like it. */
  readonly payload: DecodedJson | undefined;
  readonly sdJwt?: SdJwtParts;
  /** The token this would be without what surrounds it, or with its percent-encoding undone. Never verified unasked. */
  readonly intended?: JwsToken | JweToken;
}
