/**
 * Milliseconds of work a piece of code takes: of the processor where it can be asked, so that a busy machine does not make
 * a quick piece of code look slow; by the clock in a browser.
 */
export function workTime(work: () => unknown): number {
  const usage = (globalThis as { process?: { cpuUsage?: () => { user: number; system: number } } }).process
    ?.cpuUsage;
  const now = (): number => {
    if (!usage) return performance.now();
    const { user, system } = usage();
    return (user + system) / 1000;
  };
  const begin = now();
  work();
  return now() - begin;
}
