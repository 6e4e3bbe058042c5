/** What is expected of a token besides a right signature. Whatever is left out is not asked. */
export interface Policy {
  /** Seconds by which clocks may differ, in the token's favour. */
  readonly leeway?: number;
  /** The audience we are, or several of which one will do (RFC 7519 §4.1.3). */
  readonly audience?: string | readonly string[];
  /** The issuer expected, or several of which one will do. */
  readonly issuer?: string | readonly string[];
  readonly subject?: string;
  /** The `typ` of the header, without regard to case and to `application/` in front (RFC 7515 §4.1.9, RFC 8725 §3.11). */
  readonly type?: string;
  /** The `alg` values allowed (RFC 8725 §3.1). */
  readonly algorithms?: readonly string[];
  /** Claims that must be there; null counts as absent. */
  readonly required?: readonly string[];
  /** Greatest age in seconds, counted from `iat`. */
  readonly maxAge?: number;
  /** Ids of the keys that may have signed; a signature that another key made stays genuine, and this check fails. */
  readonly keys?: ReadonlySet<string>;
}
