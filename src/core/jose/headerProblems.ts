import { memberOf, type JsonMember, type JsonNode } from '../encoding/jsonNode';
import { hasShape, headerShapes, neverCritical } from './headerTypes';
import { tokenLimits } from './limits';
import type { Problem } from './problem';
import type { Span } from './span';
import type { JoseHeader } from './token';

/** An unprotected header with the place of its text within the token's. */
export interface PlacedHeader {
  readonly header: JoseHeader;
  readonly span: Span;
}

/** The span of an encoded header is its segment; of an unprotected one its object. */
export function encodedHeader(header: JoseHeader | undefined): PlacedHeader | undefined {
  return header?.segment && { header, span: header.segment.span };
}

/** What is wrong inside one header, whatever else belongs to the token: types, `crit`, `b64`. */
export function checkHeader(placed: PlacedHeader, isProtected: boolean, problems: Problem[]): void {
  for (const member of placed.header.object?.members ?? []) {
    const span = isProtected ? placed.span : memberSpan(placed, member);
    const shape = headerShapes.get(member.name);
    if (shape && !hasShape(member.value, shape)) {
      const facts = { name: member.name, expected: shape, found: member.value.type };
      problems.push({ code: 'header.type', facts, span });
    }
    if (!isProtected && member.name === 'crit') problems.push({ code: 'crit.unprotected', facts: {}, span });
    if (!isProtected && (member.name === 'b64' || member.name === 'zip'))
      problems.push({ code: 'header.unprotected', facts: { name: member.name }, span });
  }
}

/** What is wrong with `crit`, and with `b64` for want of it; `present` are the names of the headers that make the JOSE header. */
export function checkCritical(
  protectedHeader: PlacedHeader | undefined,
  present: readonly ReadonlySet<string>[],
  problems: Problem[],
): void {
  if (!protectedHeader) return;
  const { span } = protectedHeader;
  const crit = memberOf(protectedHeader.header.object, 'crit');
  const fault = crit && criticalFault(crit);
  if (fault) problems.push({ code: 'crit.malformed', facts: { found: fault }, span });
  const names = crit?.type === 'array' ? crit.items.slice(0, tokenLimits.criticalNames) : [];
  for (const name of names)
    if (name.type === 'string' && !present.some((set) => set.has(name.value)))
      problems.push({ code: 'crit.missingParameter', facts: { name: name.value }, span });
  const b64 = memberOf(protectedHeader.header.object, 'b64');
  if (b64?.type !== 'boolean' || b64.value) return;
  if (!names.some((name) => name.type === 'string' && name.value === 'b64'))
    problems.push({ code: 'b64.notCritical', facts: {}, span });
}

/** What keeps a value from being a `crit` list (RFC 7515 §4.1.11), as a short code. */
function criticalFault(crit: JsonNode): string | undefined {
  if (crit.type !== 'array') return crit.type;
  if (crit.items.length === 0) return 'empty';
  const names = new Set<string>();
  for (const item of crit.items) {
    if (item.type !== 'string') return `element ${item.type}`;
    if (names.has(item.value)) return 'repeated';
    if (neverCritical.has(item.value)) return 'registered';
    names.add(item.value);
  }
  return undefined;
}

/** Parameters that must be there and are not. */
export function checkPresent(
  present: readonly ReadonlySet<string>[],
  names: readonly string[],
  span: Span,
  problems: Problem[],
): void {
  for (const name of names)
    if (!present.some((set) => set.has(name)))
      problems.push({ code: 'header.missing', facts: { name }, span });
}

/** Names of one header that another, which must be disjoint with it, has too (RFC 7515 §7.2.1, RFC 7516 §7.2.1). */
export function checkDisjoint(
  names: ReadonlySet<string>,
  other: PlacedHeader | undefined,
  problems: Problem[],
): void {
  if (!other) return;
  for (const member of other.header.object?.members ?? [])
    if (names.has(member.name))
      problems.push({
        code: 'header.repeated',
        facts: { name: member.name },
        span: memberSpan(other, member),
      });
}

/** The names of a header. */
export function namesOf(header: JoseHeader | undefined): Set<string> {
  return new Set(header?.object?.members.map((member) => member.name));
}

function memberSpan({ span }: PlacedHeader, member: JsonMember): Span {
  return { start: span.start + member.nameSpan.start, end: span.start + member.value.span.end };
}
