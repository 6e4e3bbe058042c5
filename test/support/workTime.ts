/** Milliseconds spent so far: by the processor where it can be asked, by the clock in a browser. */
function now(): number {
  const usage = (globalThis as { process?: { cpuUsage?: () => { user: number; system: number } } }).process
    ?.cpuUsage;
  if (!usage) return performance.now();
  const { user, system } = usage();
  return (user + system) / 1000;
}

/**
 * Milliseconds of work a piece of code takes: of the processor where it can be asked, so that a busy machine does not make
 * a quick piece of code look slow; by the clock in a browser.
 */
export function workTime(work: () => unknown): number {
  const begin = now();
  work();
  return now() - begin;
}

/** The same for work that is done when its promise is kept. */
export async function workTimeOf(work: () => Promise<unknown>): Promise<number> {
  const begin = now();
  await work();
  return now() - begin;
}
