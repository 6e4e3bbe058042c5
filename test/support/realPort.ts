import { setImmediate } from 'node:timers/promises';
import type { DiagnosisPort } from '../../src/core/diagnose/diagnosis';

/** The port of a host that is never in a hurry: real pauses, the real clock. */
export function realPort(isCancelled: () => boolean = () => false): DiagnosisPort {
  return {
    isCancelled,
    pause: async () => {
      await setImmediate();
    },
    elapsed: () => performance.now(),
  };
}
