import type { Bytes } from '../../core/encoding/bytes';
import type { FixKind } from '../../core/diagnose/causeSummary';
import { attackCodes, isMendedInPlace, rowOf } from '../../core/diagnose/codes';
import type { Cause } from '../../core/diagnose/diagnosis';
import type { SecretEncoding } from '../../core/keys/key';

/** What one click can mend. Causes that speak of an attack have none: nothing is offered that would make such a token pass. */
export type Fix = { readonly kind: FixKind } & (
  | /** Put the strict token in place of the one in the document. */
    { readonly kind: 'repair'; readonly text: string }
    /** Copy the strict token, where there is no document to put it in. */
  | { readonly kind: 'copy'; readonly text: string }
  /** Read the secret of that name in another encoding. */
  | { readonly kind: 'encoding'; readonly name: string; readonly encoding: SecretEncoding }
  /** Keep the octets the signer used: under the name of the stored secret, or, where `isNew`, under one like it. */
  | { readonly kind: 'store'; readonly name: string; readonly octets: Bytes; readonly isNew: boolean }
  /** Verify with that key, and remember the choice. */
  | { readonly kind: 'useKey'; readonly id: string }
);

const secretEncoding = (row: number): boolean => row >= 19 && row <= 21;
const secretOctets = (row: number): boolean => row >= 22 && row <= 28;
const keyChoice = (row: number): boolean => row >= 43 && row <= 45;

/**
 * The fix of a cause, as its evidence proved it; undefined where there is nothing to click. `hasPlace`: the token stands in
 * a document.
 */
export function fixFor(cause: Cause, hasPlace: boolean): Fix | undefined {
  // Beside a harmless cause too: mended, the token of an attacker would be the genuine one.
  if ([cause.code, ...cause.also].some((code) => attackCodes.has(code))) return undefined;
  const row = rowOf(cause.code);
  const { repaired, key, secretEncoding: encoding, secretOctets: octets } = cause;
  if (isMendedInPlace(cause.code) && repaired !== undefined)
    return { kind: hasPlace ? 'repair' : 'copy', text: repaired };
  const stored = storedName(key);
  if (secretEncoding(row) && stored !== undefined && encoding !== undefined)
    return { kind: 'encoding', name: stored, encoding };
  if ((secretOctets(row) || secretEncoding(row)) && octets !== undefined)
    return { kind: 'store', name: stored ?? nameFor(key), octets, isNew: stored === undefined };
  if (keyChoice(row) && key !== undefined) return { kind: 'useKey', id: key };
  return undefined;
}

/** The name of a secret in secret storage; undefined for keys from elsewhere. */
function storedName(id: string | undefined): string | undefined {
  return id?.startsWith('secret:') ? id.slice('secret:'.length) : undefined;
}

/** A secret that is to be kept is named like the variable or the file it was in: `JWT_SECRET (corrected)`. */
function nameFor(id: string | undefined): string {
  const variable = /^variable:.*#(.+):\d+$/.exec(id ?? '')?.[1];
  const file = id?.slice(id.lastIndexOf('/') + 1);
  return `${variable ?? file ?? 'secret'} (corrected)`;
}
