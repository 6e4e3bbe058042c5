/** Minimum, median and maximum of some values. */
export interface Summary {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}
export type Times = Readonly<Record<string, readonly number[]>>;
export declare const leastRounds: number;
export declare function summary(values: readonly number[]): Summary;
export declare function percentile(values: readonly number[], part: number): number;
export declare function contest(
  contenders: Readonly<Record<string, () => number | Promise<number>>>,
  rounds: number,
): Promise<Times>;
export declare function ratios(times: Times, mine: string, theirs: string): Summary;
export declare function isQuiet(control: Summary): boolean;
