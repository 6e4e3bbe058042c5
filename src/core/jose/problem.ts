import type { Span } from './span';

/** What each code tells besides itself: exactly the facts its sentence needs. Values are numbers or short token-borne text. */
export interface ProblemFacts {
  /** No token at all: empty, or nothing that looks like one. */
  'token.empty': object;
  /** Another number of segments than JWS (3) or JWE (5) has. */
  'token.segmentCount': { count: number };
  /** Over the limit; only the beginning was read. */
  'token.tooLong': { length: number; limit: number };
  /** White space, quotes or other foreign characters around or inside the token. */
  'token.surrounded': { before: number; after: number };
  /** `%2E` and the like: the token went through percent-encoding (RFC 3986 §2.1). */
  'token.percentEncoded': { count: number };
  /** More signatures, recipients or disclosures than are read. */
  'token.tooMany': { name: string; count: number; limit: number };
  /** RFC 7515 §2: a character outside the base64url alphabet. */
  'base64url.character': { segment: SegmentName; character: string };
  /** `+` or `/` of the standard alphabet stands where `-` or `_` belongs. */
  'base64url.standardAlphabet': { segment: SegmentName; count: number };
  'base64url.padding': { segment: SegmentName; count: number };
  'base64url.whitespace': { segment: SegmentName; count: number };
  /** A length that no number of octets encodes to (1 mod 4): cut off. */
  'base64url.length': { segment: SegmentName; length: number };
  /** Unused bits of the last character are not zero (RFC 4648 §3.5). */
  'base64url.trailingBits': { segment: SegmentName };
  /** The octets are not UTF-8; `octet` is the index of the first bad one. */
  'utf8.invalid': { segment: SegmentName; octet: number };
  'utf8.byteOrderMark': { segment: SegmentName };
  /** Not JSON; `offset` counts UTF-16 units in the decoded text, `expected` names what could have stood there. */
  'json.syntax': { segment: SegmentName; offset: number; line: number; column: number; expected: string };
  'json.tooDeep': { segment: SegmentName; limit: number };
  'json.tooLarge': { segment: SegmentName; limit: number };
  'json.notObject': { segment: SegmentName; found: string };
  'json.duplicateName': { segment: SegmentName; name: string };
  /** A header parameter that must be there (RFC 7515 §4.1.1, RFC 7516 §4.1.2) is absent. */
  'header.missing': { name: string };
  /** A header parameter of another JSON type than its RFC asks. */
  'header.type': { name: string; expected: string; found: string };
  /** The same parameter in the protected and an unprotected header (RFC 7515 §7.2.1). */
  'header.repeated': { name: string };
  /** A parameter that must be integrity protected stands in an unprotected header: `b64` (RFC 7797 §3), `zip` (RFC 7516 §4.1.3). */
  'header.unprotected': { name: string };
  /** A parameter that must be the same for all signatures (`b64`, RFC 7797 §3) or recipients (`enc`, RFC 7516 §7.2.1) is not. */
  'header.inconsistent': { name: string };
  /** RFC 7515 §4.1.11. */
  'crit.malformed': { found: string };
  'crit.missingParameter': { name: string };
  'crit.unprotected': object;
  /** RFC 7797 §3: `b64` must be listed in `crit`. */
  'b64.notCritical': object;
  /** RFC 7797 §5.2: the compact serialization cannot carry an unencoded payload with a dot in it. */
  'b64.payloadDot': object;
  /** Of a draft: an `alg` nothing can sign with. */
  'alg.unknown': { alg: string };
  /** Of a draft to encrypt: an `alg`, `enc` or `zip` that nothing here makes tokens with. */
  'encryption.unknown': { name: string; value: string };
  /** Of a draft: the key is of another type or curve than the `alg` asks, or has no private half. */
  'alg.keyMismatch': { alg: string; expected: string; found: string };
  /** RFC 7515 §7.2, RFC 7516 §7.2: a member of a JSON serialization is absent, of the wrong type, or cannot stand beside another. */
  'serialization.member': { name: string; expected: string };
  /** `alg: none` with something in the signature segment, or another `alg` with nothing in it. */
  'signature.unexpected': object;
  'signature.missing': { alg: string };
  /** RFC 9901: a disclosure that is no JSON array of two or three elements, or repeats another. */
  'disclosure.malformed': { index: number; found: string };
  /** RFC 9901 §4: the last disclosure must be followed by `~`; behind the last `~` stands a key binding JWT or nothing. */
  'disclosure.unterminated': object;
  /** RFC 9901 §4.3: what stands for the key binding JWT is no JWS. */
  'keyBinding.malformed': object;
}

export type SegmentName =
  | 'header'
  | 'unprotectedHeader'
  | 'payload'
  | 'signature'
  | 'encryptedKey'
  | 'initializationVector'
  | 'ciphertext'
  | 'authenticationTag'
  | 'additionalData'
  | 'disclosure'
  | 'keyBinding'
  | 'unknown';

export type ProblemCode = keyof ProblemFacts;

/** A fact about a token that is not as the RFCs have it: a code, its place in the token's text where it has one, and details. Never a sentence. */
export type Problem = {
  [Code in ProblemCode]: { readonly code: Code; readonly facts: ProblemFacts[Code]; readonly span?: Span };
}[ProblemCode];
