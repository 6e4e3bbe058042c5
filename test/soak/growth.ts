/** How a quantity behaved over the second half of a run. */
export interface Growth {
  /** Median over the second half. */
  readonly level: number;
  /** Per cycle, by the line that fits the second half. */
  readonly perCycle: number;
  /** The same from every other sample only: the odd ones, then the even ones. How far apart they are is what the answer is worth. */
  readonly halves: readonly [odd: number, even: number];
  /** The highest in the first half; and the median of the last quarter. */
  readonly peakBefore: number;
  readonly atLast: number;
}

type Point = readonly [x: number, y: number];

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The slope of Theil and Sen, the median of all slopes between two points: a few wild samples do not bend it. */
function slope(points: readonly Point[]): number {
  const slopes = points.flatMap(([x, y], n) => points.slice(n + 1).map(([x2, y2]) => (y2 - y) / (x2 - x)));
  return slopes.length === 0 ? 0 : median(slopes);
}

/** Looks at the second half of what was read at the end of each cycle: the first is for what is loaded and cached on first use. */
export function growthOf(series: readonly number[]): Growth {
  const points = series.map((value, cycle): Point => [cycle, value]).slice(series.length >> 1);
  const quarter = series.length >> 2;
  const everyOther = (rest: number): number => slope(points.filter((_, n) => n % 2 === rest));
  return {
    level: median(points.map(([, value]) => value)),
    perCycle: slope(points),
    halves: [everyOther(0), everyOther(1)],
    peakBefore: Math.max(...series.slice(0, series.length >> 1)),
    atLast: median(series.slice(-quarter)),
  };
}

/**
 * Whether a quantity grows: by more than it may, and by both halves of the samples, so that no outlier decides; and in the end
 * beyond where it has been before, since what comes and goes in waves has rising sides too.
 */
export function grows({ perCycle, halves, peakBefore, atLast }: Growth, limitPerCycle: number): boolean {
  return perCycle > limitPerCycle && halves.every((one) => one > limitPerCycle / 2) && atLast > peakBefore;
}
