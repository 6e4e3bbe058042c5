import type { Summary } from './contest.mjs';

export interface Goal {
  readonly number: string;
  readonly what: string;
  readonly read: (results: unknown) => Summary | undefined;
  readonly least?: number;
  readonly most?: number;
  readonly stretch?: number;
}
export declare const goals: readonly Goal[];
export declare function hostileGoals(results: Readonly<Record<string, object>>): readonly Goal[];
export declare function judge(
  goal: Goal,
  results: unknown,
): { readonly value?: Summary; readonly verdict: 'met' | 'missed' | 'told' | 'peer missing' };
