import { memberOf } from '../encoding/jsonNode';
import { readUtf8 } from '../encoding/utf8';
import { neverCritical } from './headerTypes';
import type { JoseHeader } from './token';

/** Why a JOSE header must be refused before anything is computed. */
export type HeaderFault =
  | { readonly code: 'malformed' }
  | { readonly code: 'criticalMalformed' }
  | { readonly code: 'criticalUnknown'; readonly name: string };

/**
 * The strict judgement of the headers that together make one JOSE header (RFC 7515 §5.2, RFC 7516 §5.2): each an object,
 * the protected one in strict base64url of UTF-8, no name twice in all of them together, `crit` protected, well formed
 * and understood. Undefined where nothing is wrong. Linear in the headers.
 */
export function headerFault(
  protectedHeader: JoseHeader | undefined,
  unprotected: readonly JoseHeader[],
  understood: ReadonlySet<string>,
): HeaderFault | undefined {
  if (protectedHeader && !isStrictlyEncoded(protectedHeader)) return { code: 'malformed' };
  const names = new Set<string>();
  for (const header of protectedHeader ? [protectedHeader, ...unprotected] : unprotected) {
    if (!header.object) return { code: 'malformed' };
    for (const { name } of header.object.members) {
      if (names.has(name)) return { code: 'malformed' };
      names.add(name);
    }
  }
  if (!names.has('crit')) return undefined;
  return criticalFault(protectedHeader, understood);
}

function isStrictlyEncoded({ segment }: JoseHeader): boolean {
  return (
    segment?.isStrict === true &&
    segment.bytes !== undefined &&
    readUtf8(segment.bytes).invalidAt === undefined
  );
}

/** RFC 7515 §4.1.11: a list of names, none twice, none that the RFCs themselves define, each present, each understood. */
function criticalFault(
  protectedHeader: JoseHeader | undefined,
  understood: ReadonlySet<string>,
): HeaderFault | undefined {
  const crit = memberOf(protectedHeader?.object, 'crit');
  if (crit?.type !== 'array' || crit.items.length === 0) return { code: 'criticalMalformed' };
  const listed = new Set<string>();
  let unknown: string | undefined;
  for (const item of crit.items) {
    if (item.type !== 'string' || listed.has(item.value) || neverCritical.has(item.value))
      return { code: 'criticalMalformed' };
    listed.add(item.value);
    if (!understood.has(item.value)) unknown ??= item.value;
    else if (memberOf(protectedHeader?.object, item.value) === undefined)
      return { code: 'criticalMalformed' };
  }
  return unknown === undefined ? undefined : { code: 'criticalUnknown', name: unknown };
}
