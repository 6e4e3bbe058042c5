import assert from 'node:assert/strict';
import { KeyUnusable, type KeyFault } from '../../src/core/crypto/cryptoErrors';
import type { Bytes } from '../../src/core/encoding/bytes';
import { signatureAlgorithm, type SignatureAlgorithm } from '../../src/core/jose/algorithms';

/** The row of a signature algorithm that there is. */
export function row(alg: string): SignatureAlgorithm {
  const found = signatureAlgorithm(alg);
  assert.ok(found);
  return found;
}

/** Whether an error says that a key cannot be used, for this reason. */
export function isFault(fault: KeyFault): (error: unknown) => boolean {
  return (error) => error instanceof KeyUnusable && error.fault === fault;
}

/** Randomness that is always the same. */
export const sevens = (length: number): Bytes => new Uint8Array(length).fill(7);
