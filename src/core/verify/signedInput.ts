import { encodeBase64url } from '../encoding/base64url';
import { concatBytes, utf8Bytes, type Bytes } from '../encoding/bytes';
import { memberOf } from '../encoding/jsonNode';
import { signatureAlgorithm, type SignatureAlgorithm } from '../jose/algorithms';
import { headerParameter, signatureHeaders } from '../jose/headers';
import { headerFault } from '../jose/strictHeaders';
import type { JoseHeader, JwsSignature, JwsToken } from '../jose/token';
import type { UnverifiableReason } from './report';

/** Why a signature cannot be tested with any key. */
export type TokenReason = Exclude<
  UnverifiableReason,
  { code: 'keyUnusable' | 'noKeys' | 'noFittingKey' | 'kidUnknown' | 'workspaceNotTrusted' }
>;

/** Everything a test of one signature needs besides a key. */
export interface SignedInput {
  readonly algorithm: SignatureAlgorithm;
  /** The JWS signing input (RFC 7515 §5.1, RFC 7797 §3). */
  readonly data: Bytes;
  readonly signature: Bytes;
  /** The payload is empty and none was given apart: only an honest empty payload can verify. */
  readonly isPayloadMissing: boolean;
}

export type Readiness =
  | { readonly status: 'ready'; readonly input: SignedInput }
  | { readonly status: 'unsecured' }
  | { readonly status: 'unverifiable'; readonly reason: TokenReason };

export interface DetachedPayload {
  /** The payload's octets, where it travels apart (RFC 7515 appendix F). */
  readonly detachedPayload?: Bytes;
}

/** Header extensions we understand: `b64` (RFC 7797). */
const understood: ReadonlySet<string> = new Set(['b64']);

const refuse = (reason: TokenReason): Readiness => ({ status: 'unverifiable', reason });
const malformed = refuse({ code: 'malformed' });

/**
 * Judges one signature of a token by everything the RFCs ask before any key is looked at. Strict where reading was
 * forgiving. `none` is unsecured however the rest may look. Never throws.
 */
export function signedInput(
  token: JwsToken,
  signatureIndex: number,
  options: DetachedPayload = {},
): Readiness {
  const signature = token.signatures[signatureIndex];
  if (!signature) return malformed;
  const alg = headerParameter(signatureHeaders(signature), 'alg');
  if (alg?.type === 'string' && alg.value === 'none') return { status: 'unsecured' };
  const { protected: protectedHeader, unprotected } = signature;
  const fault = headerFault(protectedHeader, unprotected ? [unprotected] : [], understood);
  if (fault) return refuse(fault);
  if (!alg) return refuse({ code: 'algMissing' });
  if (alg.type !== 'string') return malformed;
  const encoding = payloadEncoding(token, signature);
  if (encoding === 'malformed' || encoding === 'criticalMalformed') return refuse({ code: encoding });
  const algorithm = signatureAlgorithm(alg.value);
  if (!algorithm) return refuse({ code: 'algUnknown', alg: alg.value });
  if (signature.signature.text === '') return refuse({ code: 'signatureMissing' });
  const payload = payloadOctets(token, encoding, options.detachedPayload);
  const { bytes, isStrict } = signature.signature;
  if (!payload || !bytes || !isStrict) return malformed;
  const header = protectedHeader?.segment?.text ?? '';
  const input: SignedInput = {
    algorithm,
    data: concatBytes(utf8Bytes(`${header}.`), payload),
    signature: bytes,
    isPayloadMissing: token.payload.isDetached && !options.detachedPayload,
  };
  return { status: 'ready', input };
}

/**
 * Whether the payload goes into the signing input as base64url or as it is (RFC 7797 §3, §6): `b64` is a boolean, protected,
 * critical where it is false, and the same for all signatures.
 */
function payloadEncoding(
  token: JwsToken,
  signature: JwsSignature,
): 'base64url' | 'plain' | 'malformed' | 'criticalMalformed' {
  const { protected: protectedHeader, unprotected } = signature;
  if (memberOf(unprotected?.object, 'b64')) return 'malformed';
  const b64 = memberOf(protectedHeader?.object, 'b64');
  if (b64 && b64.type !== 'boolean') return 'malformed';
  const isPlain = isUnencoded(protectedHeader);
  if (token.signatures.some((other) => isUnencoded(other.protected) !== isPlain)) return 'malformed';
  if (!isPlain) return 'base64url';
  const crit = memberOf(protectedHeader?.object, 'crit');
  const isCritical =
    crit?.type === 'array' && crit.items.some((item) => item.type === 'string' && item.value === 'b64');
  return isCritical ? 'plain' : 'criticalMalformed';
}

function isUnencoded(header: JoseHeader | undefined): boolean {
  const b64 = memberOf(header?.object, 'b64');
  return b64?.type === 'boolean' && !b64.value;
}

/** The payload as it was signed; undefined where it is there twice, or not in strict base64url. */
function payloadOctets(
  { payload }: JwsToken,
  encoding: 'base64url' | 'plain',
  detached: Bytes | undefined,
): Bytes | undefined {
  if (detached && !payload.isDetached) return undefined;
  if (detached) return encoding === 'plain' ? detached : utf8Bytes(encodeBase64url(detached));
  return payload.segment.isStrict ? utf8Bytes(payload.segment.text) : undefined;
}
