import { setImmediate } from 'node:timers/promises';
import type { DiagnosisPort } from '../../src/core/diagnose/diagnosis';

const { process } = globalThis as {
  readonly process?: { readonly cpuUsage?: () => { readonly user: number; readonly system: number } };
};

/** Milliseconds of the processor's time, where it can be asked: a busy machine does not make a search run out of its time. */
function workDone(): number {
  const usage = process?.cpuUsage?.();
  return usage ? (usage.user + usage.system) / 1000 : performance.now();
}

/** The port of a host that is never in a hurry: real pauses, and a clock that runs while the search does. */
export function realPort(isCancelled: () => boolean = () => false): DiagnosisPort {
  return {
    isCancelled,
    pause: async () => {
      await setImmediate();
    },
    elapsed: workDone,
  };
}
