import type { Bytes } from '../encoding/bytes';
import { parseToken } from '../jose/parseToken';
import type { JwsToken } from '../jose/token';
import { signedInput } from '../verify/signedInput';
import type { HmacHash } from './hmacTester';

/** All a check needs of a token: what was signed, and the HMAC over it. */
export interface StrengthTarget {
  readonly alg: string;
  readonly hash: HmacHash;
  readonly data: Bytes;
  readonly signature: Bytes;
}

/** Why there is no secret to look for. */
export type StrengthRefusal =
  | { readonly code: 'strength.notToken' }
  /** Verified with a public key: knowing that gives nothing away. */
  | { readonly code: 'strength.publicKey'; readonly facts: { readonly alg: string } }
  | { readonly code: 'strength.encrypted' }
  | { readonly code: 'strength.unsecured' }
  /** No signature, one of another length than the algorithm's, or a payload that travels apart. */
  | { readonly code: 'strength.incomplete' };

const hashes: Readonly<Record<string, HmacHash>> = { HS256: 'SHA-256', HS384: 'SHA-384', HS512: 'SHA-512' };

/** What is to be checked of a token's text; or why nothing can be. Never throws. */
export function strengthTarget(text: string): StrengthTarget | StrengthRefusal {
  const token = parseToken(text);
  const read = token.kind === 'malformed' ? (token.intended ?? token) : token;
  if (read.kind === 'jwe') return { code: 'strength.encrypted' };
  return read.kind === 'jws' ? targetOf(read) : { code: 'strength.notToken' };
}

/** Tells a refusal from what can be checked. */
export function isStrengthRefusal(one: StrengthTarget | StrengthRefusal): one is StrengthRefusal {
  return 'code' in one;
}

function targetOf(token: JwsToken): StrengthTarget | StrengthRefusal {
  let refusal: StrengthRefusal = { code: 'strength.incomplete' };
  for (const index of token.signatures.keys()) {
    const readiness = signedInput(token, index);
    if (readiness.status === 'unsecured') refusal = { code: 'strength.unsecured' };
    if (readiness.status !== 'ready') continue;
    const { algorithm, data, signature, isPayloadMissing } = readiness.input;
    const hash = hashes[algorithm.alg];
    if (!hash) refusal = { code: 'strength.publicKey', facts: { alg: algorithm.alg } };
    else if (signature.length === algorithm.signatureBytes && !isPayloadMissing)
      return { alg: algorithm.alg, hash, data, signature };
  }
  return refusal;
}
