import type { Summary } from './contest.mjs';

export interface Row {
  /** The goal's, or `–` for what is told besides. */
  readonly number: string;
  readonly what: string;
  readonly value?: Summary;
  readonly least?: number;
  readonly most?: number;
  readonly stretch?: number;
  readonly unit?: string;
  readonly control?: Summary;
}
export type Verdict = 'met' | 'missed' | 'too noisy' | 'told' | 'peer missing';
export declare function goalsOf(
  part: string,
  result: object,
): readonly (Row & { readonly verdict: Verdict })[];
export declare function judge(row: Pick<Row, 'value' | 'least' | 'most' | 'control'>): Verdict;
