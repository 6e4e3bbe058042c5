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
  const ofTexts = new Map<string, Variant[]>();
  for (const variant of variants) {
    const mark = variant.causes.join();
    ofTexts.set(mark, [...(ofTexts.get(mark) ?? []), variant]);
  }
  const isWanted = (code: CauseCode): boolean => tier === 'all' || isCommon(code);
  const others: readonly (readonly CauseCode[])[] = [
    [],
    ...causeTable.map(({ code }) => [code]),
    ...causePairs,
  ].filter((codes) => codes.every(isWanted));
  const plans: Plan[] = [];
  for (const group of ofTexts.values()) {
    const texts = group[0]?.causes ?? [];
    for (const rest of others) {
      const isTooMany = rest.some((code) => textSeers.has(code)) && texts.length > 1;
      if (isTooMany || texts.length + rest.length === 0) continue;
      plans.push({ variants: group, others: rest, codes: inOrder([...texts, ...rest]) });
    }
  }
  return plans.sort((one, other) => compare(one.codes, other.codes));
}

/** Causes in their order of precedence. */
export function inOrder(codes: readonly CauseCode[]): readonly CauseCode[] {
  return codes.toSorted((one, other) => rowOf(one) - rowOf(other));
}

function compare(one: readonly CauseCode[], other: readonly CauseCode[]): number {
  if (one.length !== other.length) return one.length - other.length;
  for (const [index, code] of one.entries()) {
    const difference = rowOf(code) - rowOf(other[index] ?? code);
    if (difference !== 0) return difference;
  }
  return 0;
}
