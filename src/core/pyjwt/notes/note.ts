/**
 * Where PyJWT asks for less than the RFCs, or does otherwise than a reader expects: code -> the entry of PyJWT's catalogue
 * of laxities it belongs to (the flags of the test vectors), and the rule that is stricter. Without a rule it is a matter
 * of PyJWT's own making.
 */
export const noteRows = {
  /** `exp`, `nbf` or `iat` is a text or a boolean. */
  timeNotNumber: { flag: 'C01', reference: 'RFC 7519 §2' },
  /** Its fraction was dropped, or it is beyond what a double holds exactly. */
  timeFractionDropped: { flag: 'C02', reference: 'RFC 7519 §2' },
  /** A subject was asked for, and a token without one passes. */
  subjectMissing: { flag: 'C03', reference: 'RFC 8725 §3.8' },
  /** `iss` is no text, which nobody looked at. */
  issuerTypeUnchecked: { flag: 'C04', reference: 'RFC 7519 §4.1.1' },
  /** `aud` is there and counts as absent: null, "", [], {}, 0 or false. */
  audienceFalsy: { flag: 'C05', reference: 'RFC 7519 §4.1.3' },
  /** `typ` is not the one word it should be, or missing. */
  typeUnchecked: { flag: 'C06', reference: 'RFC 8725 §3.11' },
  /** `cty`, `zip` or `enc` say that the payload is something else. */
  contentUnchecked: { flag: 'C06', reference: 'RFC 7519 §5.2' },
  /** A claim is repeated in the header and is not compared. */
  replicatedUnchecked: { flag: 'C06', reference: 'RFC 7519 §5.3' },
  /** The JWK's `use`, `key_ops` or `kid` speak against this use. */
  jwkLabelsUnchecked: { flag: 'C07', reference: 'RFC 7517 §4.2' },
  /** `algorithms` is one text, and any part of it is allowed. */
  algorithmsText: { flag: 'C08', reference: 'RFC 8725 §3.1' },
  /** Secrets and public keys are allowed side by side. */
  algorithmsMixed: { flag: 'C09', reference: 'RFC 8725 §3.1' },
  /** The secret or RSA key is shorter than allowed; PyJWT warns at most. */
  keyTooShort: { flag: 'C10', reference: 'RFC 7518 §3.2' },
  /** NaN or Infinity: no JSON. */
  notJsonNumber: { flag: 'C11', reference: 'RFC 8259 §6' },
  /** UTF-16, UTF-32, a byte order mark or lone surrogates. */
  encodingNotUtf8: { flag: 'C12', reference: 'RFC 8259 §8.1' },
  /** A name stands twice in an object; the last one won. */
  namesRepeated: { flag: 'C13', reference: 'RFC 7519 §4' },
  /** `=` at the end of a segment. */
  segmentPadded: { flag: 'C14', reference: 'RFC 7515 §2' },
  /** `b64` is no boolean, or not listed in `crit`. */
  b64Loose: { flag: 'C15', reference: 'RFC 7797 §3' },
  /** `crit` names an extension twice. */
  critRepeated: { flag: 'C15', reference: 'RFC 7515 §4.1.11' },
  /** encode writes a header that is not as the RFC has it. */
  headerUnchecked: { flag: 'C16', reference: 'RFC 7515 §4.1' },
  /** encode writes a claim that decode refuses. */
  claimUnchecked: { flag: 'C17', reference: 'RFC 7519 §4.1' },
  /** The signature was not asked for, and the claims' checks went with it. */
  nothingVerified: { flag: 'C18', reference: 'RFC 7519 §7.2' },
  /** An option PyJWT does not have: an older name, or a misspelt one. */
  optionIgnored: { flag: 'C19', reference: undefined },
  /** What was raised is none of PyJWT's own classes. */
  exceptionEscapes: { flag: 'C20', reference: undefined },
  /** A member of the JWK is not base64url, and was read all the same. */
  jwkLooseEncoding: { flag: 'C21', reference: 'RFC 7515 §2' },
  /** An algorithm's name that only PyJWT has, or that it does not know yet. */
  algorithmName: { flag: 'C22', reference: 'RFC 9864 §2.2' },
  /** The secret looks like a key, and the guard against that let it pass. */
  secretLooksLikeKey: { flag: 'C23', reference: 'RFC 8725 §2.1' },
  /** Keys are fetched without TLS: whoever is on the way can put theirs in. */
  jwksOverHttp: { flag: 'C25', reference: 'RFC 7517 §9.1' },
  /** A key once found is kept for as long as the process runs, after it was withdrawn too. */
  jwksKeysKept: { flag: 'C25', reference: undefined },
  /** No `exp` is there, or asked for. */
  expiryMissing: { flag: 'C26', reference: 'RFC 7519 §4.1.4' },
  /** A time is so far off that it is likely milliseconds. */
  timeInMilliseconds: { flag: 'C26', reference: 'RFC 7519 §2' },
  /** The token is never in force: it ends before, or when, it begins or is issued. */
  timesCrossed: { flag: 'C26', reference: 'RFC 7519 §4.1.5' },
  /** ECDSA: the other half of the pair verifies too, so the token's text is no unique id. */
  signatureMalleable: { flag: 'C27', reference: 'RFC 7519 §4.1.7' },
  /** Not the few minutes the RFC means. */
  leewayUnusual: { flag: 'C28', reference: 'RFC 7519 §4.1.4' },
  /** `verify_signature` was turned off for the object, which does nothing. */
  instanceOptionIgnored: { flag: 'C29', reference: undefined },
  /** `kid` holds characters of paths or queries. */
  kidUnchecked: { flag: 'C31', reference: 'RFC 8725 §3.10' },
  /** The message has lost its words. */
  messageGarbled: { flag: 'C32', reference: undefined },
} as const satisfies Record<string, { readonly flag: string; readonly reference: string | undefined }>;

export type PyjwtNoteCode = keyof typeof noteRows;

/** One such place in a call. Facts are names of claims, parameters and options, for the sentence: escape on showing. */
export interface PyjwtNote {
  readonly code: PyjwtNoteCode;
  readonly reference: string | undefined;
  readonly facts: Readonly<Record<string, string>>;
}

export function note(code: PyjwtNoteCode, facts: Readonly<Record<string, string>> = {}): PyjwtNote {
  return { code, reference: noteRows[code].reference, facts };
}
