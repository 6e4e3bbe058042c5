import type { Bytes } from '../../core/encoding/bytes';
import { attackCodes, rowOf } from '../../core/diagnose/codes';
import type { Cause } from '../../core/diagnose/diagnosis';
import type { SecretEncoding } from '../../core/keys/key';

/** What one click can mend. Causes that speak of an attack have none: nothing is offered that would make such a token pass. */
export type Fix =
  /** Put the strict token in place of the one in the document. */
  | { readonly kind: 'repair'; readonly text: string }
  /** Read the secret of that name in another encoding. */
  | { readonly kind: 'encoding'; readonly name: string; readonly encoding: SecretEncoding }
  /** Keep the octets the signer used, under that name. */
  | { readonly kind: 'store'; readonly name: string; readonly octets: Bytes }
  /** Verify with that key, and remember the choice. */
  | { readonly kind: 'useKey'; readonly id: string };

/** Rows of the contract whose fix is the token's own text: its form, the form of its signature, JSON written anew. */
const repairable = (row: number): boolean => (row >= 1 && row <= 12) || row === 18;
const secretEncoding = (row: number): boolean => row >= 19 && row <= 21;
const secretOctets = (row: number): boolean => row >= 22 && row <= 28;
const keyChoice = (row: number): boolean => row >= 43 && row <= 45;

/** The fix of a cause, as its evidence proved it; undefined where there is nothing to click. */
export function fixFor(cause: Cause): Fix | undefined {
  // Beside a harmless cause too: mended, the token of an attacker would be the genuine one.
  if ([cause.code, ...cause.also].some((code) => attackCodes.has(code))) return undefined;
  const row = rowOf(cause.code);
  const { repaired, key, secretEncoding: encoding, secretOctets: octets } = cause;
  if (repairable(row) && repaired !== undefined) return { kind: 'repair', text: repaired };
  const name = secretName(key);
  if (secretEncoding(row) && name !== undefined && encoding !== undefined)
    return { kind: 'encoding', name, encoding };
  if ((secretOctets(row) || secretEncoding(row)) && octets !== undefined) {
    return { kind: 'store', name: name ?? 'corrected-secret', octets };
  }
  if (keyChoice(row) && key !== undefined) return { kind: 'useKey', id: key };
  return undefined;
}

/** The name of a secret in secret storage; undefined for keys from elsewhere. */
function secretName(id: string | undefined): string | undefined {
  return id?.startsWith('secret:') ? id.slice('secret:'.length) : undefined;
}
