import { AlgorithmUnavailable, KeyUnusable, type KeyFault } from '../crypto/cryptoErrors';
import { hostEngine, type Engine } from '../crypto/engine';
import { fitsAlgorithm, verifyWith } from '../crypto/signatures';
import type { JwsToken } from '../jose/token';
import type { Key } from '../keys/key';
import { looksLikeKeyText } from '../keys/looksLikeKey';
import { signedInput, type DetachedPayload, type SignedInput, type TokenReason } from './signedInput';

/** Why one signature could not be tested with one key. */
export type SignatureReason = TokenReason | { readonly code: 'keyUnusable'; readonly fault: KeyFault };

export type SignatureResult =
  | { readonly status: 'valid' }
  | { readonly status: 'invalid' }
  | { readonly status: 'unsecured' }
  | { readonly status: 'unverifiable'; readonly reason: SignatureReason };

/**
 * Tests one signature of a token with one key, as strictly as the RFCs ask (RFC 7515 §5.2, RFC 7518, RFC 7797, RFC 8725).
 * Each signature of a general JSON serialization stands for itself. A private key verifies by its public half; a
 * key of another type, and a secret that is the text of a key, are refused before any crypto. `none` is `unsecured`,
 * never valid. Rejects for nothing a token or key can hold.
 */
export async function verifySignature(
  token: JwsToken,
  signatureIndex: number,
  key: Key,
  options: DetachedPayload = {},
  engine: Engine = hostEngine(),
): Promise<SignatureResult> {
  const readiness = signedInput(token, signatureIndex, options);
  return readiness.status === 'ready' ? testSignature(readiness.input, key, engine) : readiness;
}

/** Tests a signature that was found ready with one key. */
export async function testSignature(
  input: SignedInput,
  key: Key,
  engine: Engine = hostEngine(),
): Promise<SignatureResult> {
  const { algorithm, data, signature } = input;
  const fault = keyFault(input, key);
  if (fault) return unusable(fault);
  try {
    if (await verifyWith(algorithm, key.material, data, signature, engine)) return { status: 'valid' };
  } catch (error) {
    if (error instanceof KeyUnusable) return unusable(error.fault);
    if (error instanceof AlgorithmUnavailable)
      return { status: 'unverifiable', reason: { code: 'algUnavailable', alg: algorithm.alg } };
    throw error;
  }
  return input.isPayloadMissing
    ? { status: 'unverifiable', reason: { code: 'payloadDetached' } }
    : { status: 'invalid' };
}

function keyFault({ algorithm }: SignedInput, { material }: Key): KeyFault | undefined {
  if (!fitsAlgorithm(algorithm, material)) return 'keyType';
  return material.kty === 'oct' && looksLikeKeyText(material.k) ? 'secretIsPublicKey' : undefined;
}

function unusable(fault: KeyFault): SignatureResult {
  return { status: 'unverifiable', reason: { code: 'keyUnusable', fault } };
}
