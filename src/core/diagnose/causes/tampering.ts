import type { JsonObject } from '../../encoding/jsonNode';
import { memberOf } from '../../encoding/jsonNode';
import { readJson } from '../../encoding/json';
import { readUtf8 } from '../../encoding/utf8';
import { writeCompactNode } from '../../encoding/writeJson';
import { signatureAlgorithm } from '../../jose/algorithms';
import { payloadOctets, type TokenParts } from '../parts';
import { firstVerifying, siblingKey } from '../siblings';
import { keysFor, withSegments, type Proof, type Setting, type Stance, type Variant } from '../stance';

/** Row 33: header and payload of one token, signature of another. */
export async function spliced({ parts: [own] }: Variant, setting: Setting): Promise<Proof | undefined> {
  if (!own || own.s === '') return undefined;
  const donor = setting.siblings.find(({ parts }) => parts.s === own.s && !hasSameInput(parts, own));
  if (!donor || !(await siblingKey(donor, setting))) return undefined;
  const found = await firstVerifying(setting, ({ parts }) => parts.s !== own.s && hasSameInput(parts, own));
  return found && { key: found.key, repaired: found.sibling.text, evidence: 'sibling' };
}

function hasSameInput(one: TokenParts, other: TokenParts): boolean {
  return one.h === other.h && one.p === other.p;
}

/**
 * Row 34: the signature is right for the payload of another token. With the other token's own header too, where that says
 * the same.
 */
export function* payloadEdited(stance: Stance, setting: Setting): Generator<Stance> {
  const own = claimsOf(stance.parts);
  for (const { parts } of setting.siblings) {
    const theirs = claimsOf(parts);
    if (parts.p === stance.parts.p || !own || !theirs) continue;
    const claims = differing(own, theirs);
    if (claims.length === 0) continue;
    const gives = { claims: [...(stance.gives.claims ?? []), ...claims], evidence: 'sibling' as const };
    yield withSegments(stance, { p: parts.p }, gives);
    if (parts.h !== stance.parts.h && differing(stance.parts.header, parts.header).length === 0)
      yield withSegments(stance, { h: parts.h, p: parts.p }, gives);
  }
}

/** Row 35: the signature is right under the header of another token. */
export function* headerEdited(stance: Stance, setting: Setting): Generator<Stance> {
  const known = new Set([stance.parts.h]);
  for (const { parts } of setting.siblings) {
    if (known.has(parts.h)) continue;
    known.add(parts.h);
    const claims = differing(stance.parts.header, parts.header);
    const algorithm = signatureAlgorithm(parts.alg);
    if (claims.length === 0 || !algorithm) continue;
    const gives = { claims: [...(stance.gives.claims ?? []), ...claims], evidence: 'sibling' as const };
    yield {
      ...withSegments(stance, { h: parts.h }, gives),
      algorithms: [algorithm],
      keysFor: (wanted) => keysFor(parts.kid, wanted, setting),
    };
  }
}

/** Row 36: `none` in the place of an algorithm, and the signature taken off. */
export async function downgraded({ parts: [own] }: Variant, setting: Setting): Promise<Proof | undefined> {
  if (!own || own.s !== '' || own.alg?.toLowerCase() !== 'none' || own.p === '') return undefined;
  const found = await firstVerifying(setting, ({ parts }) => parts.p === own.p);
  return found && { key: found.key, repaired: found.sibling.text, evidence: 'sibling' };
}

function claimsOf(parts: TokenParts): JsonObject | undefined {
  const { node } = readJson(readUtf8(payloadOctets(parts)).text);
  return node?.type === 'object' ? node : undefined;
}

/** The names whose values differ, or that only one of the two has. */
function differing(one: JsonObject, other: JsonObject): readonly string[] {
  const names = new Set([...one.members, ...other.members].map(({ name }) => name));
  return [...names].filter((name) => {
    const [mine, theirs] = [memberOf(one, name), memberOf(other, name)];
    return !mine || !theirs || writeCompactNode(mine) !== writeCompactNode(theirs);
  });
}
