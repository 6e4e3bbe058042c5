/** Below 7 rounds a median says little. */
export const leastRounds = 7;
/** Between which a contest of one contender with itself must end for its machine to be believed. */
export const quietRange = [0.93, 1.07];

/** What lies in the middle of the values, and between which they lie. */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { min: sorted[0], median, max: sorted.at(-1) };
}

/** The value that such a part of the values does not exceed: 0.95 of them, say. */
export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
}

/**
 * Runs contenders against each other: all in every round, each round beginning with another one. A contender is a name and
 * a function that takes its time itself and answers milliseconds. Answers the times of each, round by round.
 */
export async function contest(contenders, rounds) {
  const names = Object.keys(contenders);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  // One round before the first, not counted: compilers and file caches warm up in it.
  for (let round = -1; round < Math.max(rounds, leastRounds); round++) {
    for (let place = 0; place < names.length; place++) {
      const name = names[(place + round + 1) % names.length];
      const took = await contenders[name]();
      if (round >= 0) times[name].push(took);
    }
  }
  return times;
}

/** How many times as fast `mine` was as `theirs`, in each round. */
export function ratios(times, mine, theirs) {
  return summary(times[mine].map((took, round) => times[theirs][round] / took));
}

export function isQuiet({ median }) {
  return median >= quietRange[0] && median <= quietRange[1];
}

/** Milliseconds a synchronous piece of work takes. */
export function timed(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
