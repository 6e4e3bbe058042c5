import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again until there is an answer. UI tests wait for conditions this way, never for a time.
 * @param what completes the sentence "... did not come" when the time is up
 * @param milliseconds after which it gives up
 */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  milliseconds = 45_000,
): Promise<T> {
  const until = performance.now() + milliseconds;
  let last: unknown;
  while (performance.now() < until) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error; // the page may be between two states
    }
    await sleep(25);
  }
  throw new Error(`${what} did not come within ${milliseconds / 1000} s`, { cause: last });
}
