/** How much of a token is read at most; what lies beyond is reported, not read. */
export const tokenLimits = {
  /** UTF-16 units of a token's text. */
  length: 16 * 1024 * 1024,
  /** UTF-16 units still read of a longer text, to show how it begins. */
  beginning: 64 * 1024,
  /** Signatures or recipients of a general JSON serialization. */
  signatures: 1000,
  /** Disclosures of an SD-JWT. */
  disclosures: 10_000,
  /** Segments shown of a text with more dots than any token has. */
  segments: 16,
  /** Names of a `crit` list looked at. */
  criticalNames: 100,
  /** Problems told of one token. */
  problems: 1000,
} as const;
