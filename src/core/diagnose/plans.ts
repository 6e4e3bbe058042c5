import { causePairs, causeTable } from './causeTable';
import { isCommon, rowOf, type CauseCode } from './codes';
import type { Variant } from './stance';

/** One set of causes to be looked for together: those about the text, and the others in the order they are undone. */
export interface Plan {
  readonly variants: readonly Variant[];
  readonly others: readonly CauseCode[];
  readonly codes: readonly CauseCode[];
}

/** Causes that see the text itself anew go with one cause about the text at most. */
const textSeers: ReadonlySet<CauseCode> = new Set(['token-truncated', 'token-character-damaged']);

/**
 * Every set of causes that is looked for, in the order of precedence: fewer causes first, then the order of the causes, one
 * by one.
 */
export function plansFor(variants: readonly Variant[], tier: 'common' | 'all'): readonly Plan[] {
  const ofTexts = new Map<string, { readonly texts: readonly CauseCode[]; readonly group: Variant[] }>();
  for (const variant of variants) {
    const mark = variant.causes.join();
    const known = ofTexts.get(mark);
    if (known) known.group.push(variant);
    else ofTexts.set(mark, { texts: variant.causes, group: [variant] });
  }
  const isWanted = (code: CauseCode): boolean => tier === 'all' || isCommon(code);
  const others: readonly (readonly CauseCode[])[] = [
    [],
    ...causeTable.map(({ code }) => [code]),
    ...causePairs,
  ].filter((codes) => codes.every(isWanted));
  const placed: (readonly [place: string, plan: Plan])[] = [];
  for (const { texts, group } of ofTexts.values())
    for (const rest of others) {
      const isTooMany = rest.some((code) => textSeers.has(code)) && texts.length > 1;
      if (isTooMany || texts.length + rest.length === 0) continue;
      const codes = inOrder([...texts, ...rest]);
      placed.push([placeOf(codes), { variants: group, others: rest, codes }]);
    }
  return placed.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, plan]) => plan);
}

/** Causes in their order of precedence. */
export function inOrder(codes: readonly CauseCode[]): readonly CauseCode[] {
  return codes.toSorted((one, other) => rowOf(one) - rowOf(other));
}

/** Tells where a set of causes stands among others, no two of which are equal: by their number, then one by one. */
function placeOf(codes: readonly CauseCode[]): string {
  return String.fromCharCode(codes.length, ...codes.map(rowOf));
}
