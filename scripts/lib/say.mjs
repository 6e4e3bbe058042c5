/** What the scripts tell the person who waits: one line each, and a sign of life from whatever takes long. */

const startedAt = performance.now();
const isTerminal = process.stdout.isTTY && !process.env['NO_COLOR'];

/** @param {string} code @param {string} text */
const paint = (code, text) => (isTerminal ? `\u001b[${code}m${text}\u001b[0m` : text);

/** @param {string} text */
export const bold = (text) => paint('1', text);
/** @param {string} text */
export const dim = (text) => paint('2', text);
/** @param {string} text */
export const red = (text) => paint('31', text);
/** @param {string} text */
export const green = (text) => paint('32', text);

/** Seconds since the command began, as `12.3s`. @param {number} [since] milliseconds of `performance.now()` */
export function elapsed(since = startedAt) {
  return `${((performance.now() - since) / 1000).toFixed(1)}s`;
}

/** @param {string} text */
export function say(text) {
  console.log(text);
}

/**
 * Says what begins, then that it still goes on every 15 seconds, then how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work gives; its error is passed on
 */
export async function saying(what, work) {
  const since = performance.now();
  say(`${what} ...`);
  const timer = setInterval(() => say(dim(`${what} ... ${elapsed(since)} so far`)), 15_000);
  timer.unref();
  try {
    const result = await work();
    say(`${what}: done in ${elapsed(since)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
