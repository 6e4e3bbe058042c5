import type { JsonNode } from '../encoding/jsonNode';
import type { TimeStanding } from '../verify/report';

/** The time claims of a claims set (RFC 7519 §4.1.4-6), as they were read. */
export interface TimeClaims {
  readonly exp?: JsonNode | undefined;
  readonly nbf?: JsonNode | undefined;
  /** Tells when, and limits nothing: RFC 7519 §4.1.6 lets nobody refuse a token for it. */
  readonly iat?: JsonNode | undefined;
}

/**
 * Seconds since the epoch of a NumericDate (RFC 7519 §2): a JSON number, fractions allowed. Undefined for
 * anything else, text that looks like a number included, and for a number too great for a double.
 */
export function readNumericDate(node: JsonNode | undefined): number | undefined {
  return node?.type === 'number' && Number.isFinite(node.value) ? node.value : undefined;
}

/**
 * How a token stands at a moment: `exp` is the first moment it is over (RFC 7519 §4.1.4), `nbf` the first it
 * counts. Leeway in seconds works in the token's favour at both ends. A claim that is there but is no
 * NumericDate makes the answer `unreadable`.
 */
export function standingAt(claims: TimeClaims, moment: number, leewaySeconds = 0): TimeStanding {
  const exp = readNumericDate(claims.exp);
  const nbf = readNumericDate(claims.nbf);
  if ((claims.exp && exp === undefined) || (claims.nbf && nbf === undefined)) return 'unreadable';
  if (exp !== undefined && moment - leewaySeconds >= exp) return 'expired';
  if (nbf !== undefined && moment + leewaySeconds < nbf) return 'notYetValid';
  return exp === undefined ? 'unlimited' : 'inForce';
}
